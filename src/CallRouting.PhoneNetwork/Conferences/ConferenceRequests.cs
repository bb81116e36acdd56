using CallRouting.PhoneNetwork.Rest;

namespace CallRouting.PhoneNetwork.Conferences;

/// <summary>What the REST API does with rooms (contract §1.6). Runs on the loop.</summary>
internal sealed class ConferenceRequests(Rooms rooms, NetworkOptions options)
{
    public ConferenceResource Fetch(string sid) => Show(Find(sid));

    public IReadOnlyDictionary<string, object?> List(RestFields fields)
    {
        var (name, status, created) = (fields.Text("FriendlyName"), fields.Text("Status"), Calls.Days.Read(fields, "DateCreated"));
        var updated = Calls.Days.Read(fields, "DateUpdated");
        var matching = rooms
            .NewestFirst()
            .Where(room => (name is null || room.Name == name) && (status is null || room.StatusWord == status))
            .Where(room => created.Has(room.CreatedAt) && updated.Has(room.UpdatedAt));
        return Paging.Page(fields, "conferences", matching, room => room.Sid, Show);
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

    public Conference Find(string sid) =>
        rooms.Find(sid) ?? throw RestException.NotFound($"/2010-04-01/Accounts/{options.AccountSid}/Conferences/{sid}.json");

    private ConferenceResource Show(Conference conference) => ConferenceResource.Of(conference, options.AccountSid);
}
