using CallRouting.PhoneNetwork.Faults;
using CallRouting.PhoneNetwork.Rest;

namespace CallRouting.PhoneNetwork.Calls;

internal static class CallEndpoints
{
    public static void MapCalls(this RouteGroupBuilder account)
    {
        account.MapGet(
            "/Calls.json",
            (RestFields fields, Lag lag, RestAnswers answer, CallRequests calls) => answer.Ok(() => calls.List(fields, lag))
        );
        account.MapPost(
            "/Calls.json",
            (RestFields fields, RestAnswers answer, CallRequests calls) => answer.Created(() => calls.Create(fields))
        );
        var call = account.MapGroup("/Calls/{sid}.json");
        call.MapGet("", (string sid, Lag lag, RestAnswers answer, CallRequests calls) => answer.Ok(() => calls.Fetch(sid, lag)));
        call.MapPost(
            "",
            (string sid, RestFields fields, RestAnswers answer, CallRequests calls) => answer.Ok(() => calls.Update(sid, fields))
        );
        call.MapDelete("", (string sid, RestAnswers answer, CallRequests calls) => answer.Gone(() => calls.Delete(sid)));
    }
}
