using CallRouting.PhoneNetwork.Engine;
using CallRouting.PhoneNetwork.Rest;

namespace CallRouting.PhoneNetwork.Phones;

internal static class NumberEndpoints
{
    public static void MapNumbers(this RouteGroupBuilder account)
    {
        account.MapGet("/IncomingPhoneNumbers.json", List);
        account.MapGet("/IncomingPhoneNumbers/{sid}.json", Fetch);
        account.MapPost("/IncomingPhoneNumbers/{sid}.json", Update);
    }

    private static async Task<IResult> List(RestFields fields, EventLoop loop, NumberRequests numbers) =>
        RestApi.Ok(await loop.Ask(() => numbers.List(fields)));

    private static async Task<IResult> Fetch(string sid, EventLoop loop, NumberRequests numbers) =>
        RestApi.Ok(await loop.Ask(() => numbers.Fetch(sid)));

    private static async Task<IResult> Update(string sid, RestFields fields, EventLoop loop, NumberRequests numbers) =>
        RestApi.Ok(await loop.Ask(() => numbers.Update(sid, fields)));
}
