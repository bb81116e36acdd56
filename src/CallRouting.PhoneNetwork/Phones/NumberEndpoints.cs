using CallRouting.PhoneNetwork.Rest;

namespace CallRouting.PhoneNetwork.Phones;

internal static class NumberEndpoints
{
    public static void MapNumbers(this RouteGroupBuilder account)
    {
        account.MapGet(
            "/IncomingPhoneNumbers.json",
            (RestFields fields, RestAnswers answer, NumberRequests all) => answer.Ok(() => all.List(fields))
        );
        var number = account.MapGroup("/IncomingPhoneNumbers/{sid}.json");
        number.MapGet("", (string sid, RestAnswers answer, NumberRequests all) => answer.Ok(() => all.Fetch(sid)));
        number.MapPost(
            "",
            (string sid, RestFields fields, RestAnswers answer, NumberRequests all) => answer.Ok(() => all.Update(sid, fields))
        );
    }
}
