using CallRouting.PhoneNetwork.Engine;
using CallRouting.PhoneNetwork.Rest;

namespace CallRouting.PhoneNetwork.Calls;

internal static class CallEndpoints
{
    public static void MapCalls(this RouteGroupBuilder account)
    {
        account.MapGet("/Calls.json", List);
        account.MapPost("/Calls.json", Create);
        account.MapGet("/Calls/{sid}.json", Fetch);
        account.MapPost("/Calls/{sid}.json", Update);
        account.MapDelete("/Calls/{sid}.json", Delete);
    }

    private static async Task<IResult> List(RestFields fields, EventLoop loop, CallRequests calls) =>
        RestApi.Ok(await loop.Ask(() => calls.List(fields)));

    private static async Task<IResult> Create(RestFields fields, EventLoop loop, CallRequests calls) =>
        RestApi.Created(await loop.Ask(() => calls.Create(fields)));

    private static async Task<IResult> Fetch(string sid, EventLoop loop, CallRequests calls) =>
        RestApi.Ok(await loop.Ask(() => calls.Fetch(sid)));

    private static async Task<IResult> Update(string sid, RestFields fields, EventLoop loop, CallRequests calls) =>
        RestApi.Ok(await loop.Ask(() => calls.Update(sid, fields)));

    private static async Task<IResult> Delete(string sid, EventLoop loop, CallRequests calls)
    {
        await loop.Do(() => calls.Delete(sid));
        return Results.NoContent();
    }
}
