using CallRouting.PhoneNetwork.Engine;
using CallRouting.PhoneNetwork.Rest;

namespace CallRouting.PhoneNetwork.Conferences;

internal static class ConferenceEndpoints
{
    public static void MapConferences(this RouteGroupBuilder account)
    {
        account.MapGet("/Conferences.json", List);
        account.MapGet("/Conferences/{sid}.json", Fetch);
        account.MapPost("/Conferences/{sid}.json", Update);
    }

    public static void MapParticipants(this RouteGroupBuilder account)
    {
        account.MapGet("/Conferences/{sid}/Participants.json", ListLegs);
        account.MapPost("/Conferences/{sid}/Participants.json", AddLeg);
        account.MapGet("/Conferences/{sid}/Participants/{who}.json", FetchLeg);
        account.MapPost("/Conferences/{sid}/Participants/{who}.json", UpdateLeg);
        account.MapDelete("/Conferences/{sid}/Participants/{who}.json", RemoveLeg);
    }

    private static async Task<IResult> List(RestFields fields, EventLoop loop, ConferenceRequests rooms) =>
        RestApi.Ok(await loop.Ask(() => rooms.List(fields)));

    private static async Task<IResult> Fetch(string sid, EventLoop loop, ConferenceRequests rooms) =>
        RestApi.Ok(await loop.Ask(() => rooms.Fetch(sid)));

    private static async Task<IResult> Update(string sid, RestFields fields, EventLoop loop, ConferenceRequests rooms) =>
        RestApi.Ok(await loop.Ask(() => rooms.Update(sid, fields)));

    private static async Task<IResult> ListLegs(string sid, RestFields fields, EventLoop loop, ParticipantRequests legs) =>
        RestApi.Ok(await loop.Ask(() => legs.List(sid, fields)));

    private static async Task<IResult> AddLeg(string sid, RestFields fields, EventLoop loop, ParticipantRequests legs) =>
        RestApi.Created(await loop.Ask(() => legs.Create(sid, fields)));

    private static async Task<IResult> FetchLeg(string sid, string who, EventLoop loop, ParticipantRequests legs) =>
        RestApi.Ok(await loop.Ask(() => legs.Fetch(sid, who)));

    private static async Task<IResult> UpdateLeg(string sid, string who, RestFields fields, EventLoop loop, ParticipantRequests legs) =>
        RestApi.Ok(await loop.Ask(() => legs.Update(sid, who, fields)));

    private static async Task<IResult> RemoveLeg(string sid, string who, EventLoop loop, ParticipantRequests legs)
    {
        await loop.Do(() => legs.Delete(sid, who));
        return Results.NoContent();
    }
}
