using CallRouting.PhoneNetwork.Engine;
using CallRouting.PhoneNetwork.Rest;

namespace CallRouting.PhoneNetwork.Messages;

internal static class MessageEndpoints
{
    public static void MapMessages(this RouteGroupBuilder account)
    {
        account.MapGet("/Messages.json", List);
        account.MapPost("/Messages.json", Create);
        account.MapGet("/Messages/{sid}.json", Fetch);
    }

    private static async Task<IResult> List(RestFields fields, EventLoop loop, MessageRequests messages) =>
        RestApi.Ok(await loop.Ask(() => messages.List(fields)));

    private static async Task<IResult> Create(RestFields fields, EventLoop loop, MessageRequests messages) =>
        RestApi.Created(await loop.Ask(() => messages.Create(fields)));

    private static async Task<IResult> Fetch(string sid, EventLoop loop, MessageRequests messages) =>
        RestApi.Ok(await loop.Ask(() => messages.Fetch(sid)));
}
