using CallRouting.PhoneNetwork.Calls;
using CallRouting.PhoneNetwork.Engine;
using CallRouting.PhoneNetwork.Faults;
using CallRouting.PhoneNetwork.Twiml;

namespace CallRouting.PhoneNetwork.Conferences;

/// <summary>All rooms, and what can happen in them (contract §1.6, §1.7, §2.8).</summary>
internal sealed class Rooms(
    RoomReports reports,
    RoomMedia roomMedia,
    Media media,
    LineFaults faults,
    Sids sids,
    Debugger debugger,
    EventLoop loop,
    TimeProvider clock
)
{
    private const int MostParticipants = 250;
    private readonly List<Conference> conferences = [];

    public IEnumerable<Conference> NewestFirst() => Enumerable.Reverse(conferences);

    public Conference? Find(string sid) => conferences.Find(conference => conference.Sid == sid);

    /// <summary>The room of that name that has not ended. A name may be used again, and is then another room.</summary>
    public Conference? Open(string name) =>
        conferences.FindLast(conference => conference.Name == name && conference.Status != ConferenceStatus.Completed);

    /// <summary>The open room of that name, or one that begins with the callbacks of whoever asks first.</summary>
    public Conference OpenOrBegin(Room room)
    {
        if (Open(room.Name) is { } open)
            return open;
        var callback = room.StatusCallback is { } url ? new StatusCallback(url, room.StatusCallbackMethod, room.Events) : null;
        var conference = new Conference(sids.Next("CF"), room.Name, clock.GetUtcNow(), callback);
        conferences.Add(conference);
        return conference;
    }

    /// <summary>Seats a leg, and starts the room when that makes it complete; null when the label is taken or the room full, and the debugger knows.</summary>
    public Participant? Enter(Call call, Room room)
    {
        if (Open(room.Name) is { Participants.Count: > 0 } open && faults.EndsOnEntry(room.Name, call))
            End(open, new ConferenceEnd(Reasons.ConferenceEndedViaApi, null, null), Reasons.EndedViaApi);
        var conference = OpenOrBegin(room);
        if (Objection(conference, room.Label) is { } objection)
        {
            debugger.Complain(objection.Code, objection.Message, call.Sid);
            return null;
        }
        var participant = new Participant(call, conference, room, clock.GetUtcNow());
        participant.SeenFrom += faults.UnseenAtFirst(call);
        conference.Participants.Add(participant);
        call.Seat = participant;
        reports.Joined(participant);
        if (room.Beep.OnEnter)
            BeepTo(conference);
        if (conference.Status == ConferenceStatus.Init && conference.MayStart)
            Begin(conference);
        else if (conference.Status == ConferenceStatus.Init)
            Wait(participant);
        return participant;
    }

    /// <summary>Reports a leg that was called for a room and never came; a room that waited only for it ends.</summary>
    public void NeverCame(Conference conference, Call call, string? label)
    {
        reports.NeverCame(conference, call, label);
        if (conference.Participants.Count == 0)
            End(conference, new ConferenceEnd(Reasons.LastLeft, call.Sid, label), Reasons.ModeratorEnded);
    }

    /// <summary>Why nobody can enter under that label; null when one can.</summary>
    private static Warning? Objection(Conference conference, string? label)
    {
        if (label is not null && conference.Participants.Exists(other => other.Label == label))
            return new Warning(16025, $"The label \"{label}\" is taken in the room {conference.Name}.");
        return conference.Participants.Count >= MostParticipants ? new Warning(16020, $"The room {conference.Name} is full.") : null;
    }

    /// <summary>Takes a leg out of its room; the room may end of it.</summary>
    public void Leave(Participant participant, string reason, bool kicked = false)
    {
        var conference = participant.Conference;
        if (!Remove(participant, reason))
            return;
        if (participant.BeepOnExit)
            BeepTo(conference);
        var (sid, label) = (participant.Call.Sid, participant.Label);
        if (participant.EndOnExit)
            End(
                conference,
                new ConferenceEnd(kicked ? Reasons.EndOnExitKicked : Reasons.EndOnExitLeft, sid, label),
                Reasons.ModeratorEnded
            );
        else if (conference.Participants.Count == 0)
            End(conference, new ConferenceEnd(kicked ? Reasons.LastKicked : Reasons.LastLeft, sid, label), Reasons.ModeratorEnded);
    }

    /// <summary>Ends a room; the legs in it go on with their own next instruction.</summary>
    public void End(Conference conference, ConferenceEnd end, string reasonForOthers)
    {
        if (conference.Status == ConferenceStatus.Completed)
            return;
        conference.Status = ConferenceStatus.Completed;
        conference.UpdatedAt = clock.GetUtcNow();
        conference.End = end;
        conference.EndedAt = conference.UpdatedAt;
        foreach (var other in conference.Participants.ToList())
            Remove(other, reasonForOthers);
        reports.Ended(conference, end);
    }

    public void Hold(Participant participant, string? url, string method)
    {
        participant.OnHold = true;
        reports.Held(participant);
        roomMedia.Start(participant, url, method, failed: () => { });
    }

    public void Unhold(Participant participant)
    {
        participant.OnHold = false;
        reports.Held(participant);
        if (participant.Conference.Status == ConferenceStatus.Init)
            Wait(participant);
        else
            participant.Hush();
    }

    public void Mute(Participant participant, bool muted)
    {
        participant.Muted = muted;
        reports.Muted(participant);
    }

    /// <summary>Says something to one participant, or to all of the room.</summary>
    public void Announce(Conference conference, Participant? only, string url, string method) =>
        loop.Start(async () =>
        {
            var listeners = only is null ? conference.Participants.ToArray() : [only];
            var failures = await Task.WhenAll(listeners.Select(listener => roomMedia.Announce(listener, url, method)));
            reports.Announced(conference, only, url, Array.Find(failures, failure => failure is not null));
        });

    private bool Remove(Participant participant, string reason)
    {
        if (!participant.Conference.Participants.Remove(participant))
            return false;
        participant.LeftAt = clock.GetUtcNow();
        participant.Conference.Departed.Add(participant);
        participant.Hush();
        participant.Call.Seat = null;
        participant.Conference.UpdatedAt = clock.GetUtcNow();
        reports.Left(participant, reason);
        participant.Depart();
        return true;
    }

    private void Begin(Conference conference)
    {
        conference.Status = ConferenceStatus.InProgress;
        conference.StartedAt = conference.UpdatedAt = clock.GetUtcNow();
        foreach (var participant in conference.Participants.Where(participant => !participant.OnHold))
            participant.Hush();
        reports.Started(conference);
    }

    // Without its wait document a leg is never fully in the room (contract §2.8): it goes on with its own next instruction.
    private void Wait(Participant participant) =>
        roomMedia.Start(
            participant,
            participant.Entered.WaitUrl,
            participant.Entered.WaitMethod,
            () => Leave(participant, Reasons.AddFailed)
        );

    private void BeepTo(Conference conference)
    {
        foreach (var participant in conference.Participants)
            media.Sound(participant.Call, "(pip)");
    }
}
