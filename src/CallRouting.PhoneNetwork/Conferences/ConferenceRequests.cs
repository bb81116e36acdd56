using CallRouting.PhoneNetwork.Faults;
using CallRouting.PhoneNetwork.Rest;

namespace CallRouting.PhoneNetwork.Conferences;

/// <summary>What the REST API does with rooms (contract §1.6). Runs on the loop.</summary>
internal sealed class ConferenceRequests(Rooms rooms, TimeProvider clock, NetworkOptions options)
{
    public ConferenceResource Fetch(string sid, Lag lag)
    {
        var conference = Find(sid);
        return ConferenceResource.Of(conference, conference.AsOf(clock.GetUtcNow() - lag.Behind) ?? throw Unknown(sid), options.AccountSid);
    }

    public IReadOnlyDictionary<string, object?> List(RestFields fields, Lag lag)
    {
        var (name, status, created) = (fields.Text("FriendlyName"), fields.Text("Status"), Calls.Days.Read(fields, "DateCreated"));
        var updated = Calls.Days.Read(fields, "DateUpdated");
        var then = clock.GetUtcNow() - lag.Behind;
        var matching =
            from room in rooms.NewestFirst()
            where (name is null || room.Name == name) && created.Has(room.CreatedAt) && updated.Has(room.UpdatedAt)
            let seen = room.AsOf(then)
            where seen is not null && (status is null || seen.Value.Word() == status)
            select (Room: room, Seen: seen.Value);
        return Paging.Page(
            fields,
            "conferences",
            matching,
            found => found.Room.Sid,
            found => ConferenceResource.Of(found.Room, found.Seen, options.AccountSid)
        );
    }

    public ConferenceResource Update(string sid, RestFields fields)
    {
        var conference = Find(sid);
        var (status, announce, method) = (fields.Text("Status"), fields.Url("AnnounceUrl", 21205), fields.Method("AnnounceMethod"));
        fields.RefuseTheRest();
        if (status is not (null or "completed"))
            throw new RestException(400, 20001, $"Status is '{status}'; allowed is completed.");
        if (announce is not null && conference.Status != ConferenceStatus.Completed)
            rooms.Announce(conference, null, announce, method);
        if (status is not null)
            rooms.End(conference, new ConferenceEnd(Reasons.ConferenceEndedViaApi, null, null), Reasons.EndedViaApi);
        return Show(conference);
    }

    public Conference Find(string sid) => rooms.Find(sid) ?? throw Unknown(sid);

    private RestException Unknown(string sid) =>
        RestException.NotFound($"/2010-04-01/Accounts/{options.AccountSid}/Conferences/{sid}.json");

    private ConferenceResource Show(Conference conference) => ConferenceResource.Of(conference, conference.Status, options.AccountSid);
}
