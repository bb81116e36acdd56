using CallRouting.PhoneNetwork.Rest;

namespace CallRouting.PhoneNetwork.Messages;

internal static class MessageEndpoints
{
    public static void MapMessages(this RouteGroupBuilder account)
    {
        account.MapGet("/Messages.json", (RestFields fields, RestAnswers answer, MessageRequests sms) => answer.Ok(() => sms.List(fields)));
        account.MapPost(
            "/Messages.json",
            (RestFields fields, RestAnswers answer, MessageRequests sms) => answer.Created(() => sms.Create(fields))
        );
        account.MapGet("/Messages/{sid}.json", (string sid, RestAnswers answer, MessageRequests sms) => answer.Ok(() => sms.Fetch(sid)));
    }
}
