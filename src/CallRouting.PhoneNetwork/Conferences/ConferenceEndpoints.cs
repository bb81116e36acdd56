using CallRouting.PhoneNetwork.Faults;
using CallRouting.PhoneNetwork.Rest;

namespace CallRouting.PhoneNetwork.Conferences;

internal static class ConferenceEndpoints
{
    public static void MapConferences(this RouteGroupBuilder account)
    {
        account.MapGet(
            "/Conferences.json",
            (RestFields fields, Lag lag, RestAnswers answer, ConferenceRequests rooms) => answer.Ok(() => rooms.List(fields, lag))
        );
        var room = account.MapGroup("/Conferences/{sid}.json");
        room.MapGet("", (string sid, Lag lag, RestAnswers answer, ConferenceRequests rooms) => answer.Ok(() => rooms.Fetch(sid, lag)));
        room.MapPost(
            "",
            (string sid, RestFields fields, RestAnswers answer, ConferenceRequests rooms) => answer.Ok(() => rooms.Update(sid, fields))
        );
    }

    public static void MapParticipants(this RouteGroupBuilder account)
    {
        var room = account.MapGroup("/Conferences/{sid}/Participants.json");
        room.MapGet(
            "",
            (string sid, RestFields fields, Lag lag, RestAnswers answer, ParticipantRequests legs) =>
                answer.Ok(() => legs.List(sid, fields, lag))
        );
        room.MapPost(
            "",
            (string sid, RestFields fields, RestAnswers answer, ParticipantRequests legs) => answer.Created(() => legs.Create(sid, fields))
        );
        var leg = account.MapGroup("/Conferences/{sid}/Participants/{who}.json");
        leg.MapGet(
            "",
            (string sid, string who, Lag lag, RestAnswers answer, ParticipantRequests legs) => answer.Ok(() => legs.Fetch(sid, who, lag))
        );
        leg.MapPost(
            "",
            (string sid, string who, RestFields f, RestAnswers answer, ParticipantRequests legs) =>
                answer.Ok(() => legs.Update(sid, who, f))
        );
        leg.MapDelete(
            "",
            (string sid, string who, RestAnswers answer, ParticipantRequests legs) => answer.Gone(() => legs.Delete(sid, who))
        );
    }
}
