using System.Globalization;
using CallRouting.PhoneNetwork.Calls;
using CallRouting.PhoneNetwork.Engine;
using CallRouting.PhoneNetwork.Faults;
using CallRouting.PhoneNetwork.Rest;
using CallRouting.PhoneNetwork.Twiml;

namespace CallRouting.PhoneNetwork.Conferences;

/// <summary>What the REST API does with the legs in a room (contract §1.7). Only those in it now can be seen. Runs on the loop.</summary>
internal sealed class ParticipantRequests(
    ConferenceRequests conferences,
    Rooms rooms,
    RoomReports reports,
    CallRequests calls,
    Lines lines,
    TimeProvider clock,
    NetworkOptions options
)
{
    public ParticipantResource Fetch(string conference, string who, Lag lag) => Show(Find(conference, who, lag));

    public IReadOnlyDictionary<string, object?> List(string conferenceSid, RestFields fields, Lag lag)
    {
        var (muted, hold, _) = (fields.Flag("Muted"), fields.Flag("Hold"), fields.Flag("Coaching"));
        var matching = conferences
            .Find(conferenceSid)
            .ParticipantsAsOf(clock.GetUtcNow() - lag.Behind)
            .Where(leg => (muted is null || leg.Muted == muted) && (hold is null || leg.OnHold == hold));
        return Paging.Page(fields, "participants", matching, leg => leg.Call.Sid, Show);
    }

    public ParticipantResource Update(string conference, string who, RestFields fields)
    {
        var leg = Find(conference, who);
        var (hold, holdUrl) = (fields.Flag("Hold"), fields.Url("HoldUrl", 21205));
        var holdMethod = fields.Text("HoldMethod") is null ? options.Unverified.HoldMethod : fields.Method("HoldMethod");
        var (muted, announce, announceMethod) = (fields.Flag("Muted"), fields.Url("AnnounceUrl", 21205), fields.Method("AnnounceMethod"));
        var (endOnExit, beepOnExit) = (fields.Flag("EndConferenceOnExit"), fields.Flag("BeepOnExit"));
        fields.RefuseTheRest();

        leg.UpdatedAt = clock.GetUtcNow();
        if (hold == true)
            rooms.Hold(leg, holdUrl, holdMethod);
        else if (hold == false && leg.OnHold)
            rooms.Unhold(leg);
        if (muted is not null && muted != leg.Muted)
            rooms.Mute(leg, muted.Value);
        if (endOnExit is not null || beepOnExit is not null)
            Modify(leg, endOnExit, beepOnExit);
        if (announce is not null)
            rooms.Announce(leg.Conference, leg, announce, announceMethod);
        return Show(leg);
    }

    /// <summary>Takes a leg out of the room; it goes on with its own next instruction.</summary>
    public void Delete(string conference, string who) => rooms.Leave(Find(conference, who), Reasons.UpdatedViaApi, kicked: true);

    public ParticipantResource Create(string sidOrName, RestFields fields)
    {
        var (from, to) = calls.Ends(fields);
        var callReports = CallRequests.ReadReports(fields);
        var timeout = fields.Integer("Timeout", 21208, 5, 600);
        fields.Flag("EarlyMedia"); // There is no sound to let through early.
        var room = ReadRoom(fields, NameOf(sidOrName));
        fields.RefuseTheRest();

        var conference = rooms.OpenOrBegin(room);
        if (conference.Participants.Exists(other => other.Label is not null && other.Label == room.Label))
            throw new RestException(400, 16026, $"The label '{room.Label}' is taken in this conference.");
        var call = calls.NewCall(from, to, timeout);
        call.Reports = callReports;
        var dial = new TwimlDocument(null, [new Dial(null, "POST", room)]);
        var queued = lines.Place(call, new Instruction.Ready(dial), failed: () => rooms.NeverCame(conference, call, room.Label));
        var seat = new Participant(call, conference, room, clock.GetUtcNow());
        return Show(seat) with { Status = "queued", QueueTime = queued.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture) };
    }

    private static Room ReadRoom(RestFields fields, string name)
    {
        var label = fields.Text("Label");
        if (RoomReader.LabelObjection(label) is { } objection)
            throw new RestException(400, 16023, $"Label: {objection}");
        return new Room(
            name,
            label,
            fields.Flag("Muted") ?? false,
            fields.Flag("StartConferenceOnEnter") ?? true,
            fields.Flag("EndConferenceOnExit") ?? false,
            Beep.Of(fields.Text("Beep") ?? "true")
                ?? throw new RestException(400, 20001, "Beep: allowed are true, false, onEnter and onExit."),
            fields.Text("WaitUrl") is "" ? "" : fields.Url("WaitUrl", 21205),
            fields.Method("WaitMethod"),
            fields.Url("ConferenceStatusCallback", 21609),
            fields.Method("ConferenceStatusCallbackMethod"),
            fields.Words("ConferenceStatusCallbackEvent", RoomReader.Events, "start", "end")
        );
    }

    // A name begins a room; the SID of one that has ended leads nowhere (contract §1.7).
    private string NameOf(string sidOrName)
    {
        if (!Sids.IsOne("CF", sidOrName))
            return sidOrName;
        return rooms.Find(sidOrName) is { Status: not ConferenceStatus.Completed } open
            ? open.Name
            : throw new RestException(400, 16022, $"The conference {sidOrName} does not exist or has completed.");
    }

    private void Modify(Participant leg, bool? endOnExit, bool? beepOnExit)
    {
        leg.EndOnExit = endOnExit ?? leg.EndOnExit;
        leg.BeepOnExit = beepOnExit ?? leg.BeepOnExit;
        reports.Modified(leg);
    }

    private Participant Find(string conference, string who, Lag lag = default) =>
        conferences
            .Find(conference)
            .ParticipantsAsOf(clock.GetUtcNow() - lag.Behind)
            .LastOrDefault(leg => leg.Call.Sid == who || leg.Label == who)
        ?? throw RestException.NotFound($"/2010-04-01/Accounts/{options.AccountSid}/Conferences/{conference}/Participants/{who}.json");

    private ParticipantResource Show(Participant leg) => ParticipantResource.Of(leg, options.AccountSid);
}
