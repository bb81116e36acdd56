using System.Globalization;
using CallRouting.PhoneNetwork.Calls;
using CallRouting.PhoneNetwork.Engine;
using CallRouting.PhoneNetwork.Webhooks;

namespace CallRouting.PhoneNetwork.Conferences;

/// <summary>Tells the product what happens in a room (contract §3.5).</summary>
internal sealed class RoomReports(WebhookSender webhooks, EventLoop loop, Timeline timeline, TimeProvider clock, NetworkOptions options)
{
    public void Joined(Participant participant) => OfParticipant("join", "participant-join", participant);

    public void Left(Participant participant, string reason) => Left(participant.Conference, participant, participant.Call, reason);

    /// <summary>Reports a leg that was to be added and never came: a leave without a join.</summary>
    public void NeverCame(Conference conference, Call call, string? label) => Left(conference, null, call, Reasons.AddFailed, label);

    public void Muted(Participant participant) =>
        OfParticipant("mute", participant.Muted ? "participant-mute" : "participant-unmute", participant);

    public void Held(Participant participant) =>
        OfParticipant("hold", participant.OnHold ? "participant-hold" : "participant-unhold", participant);

    public void Modified(Participant participant) => OfParticipant("modify", "participant-modify", participant);

    public void Announced(Conference conference, Participant? participant, string url, string? failure)
    {
        var what = failure is null ? "announcement-end" : "announcement-fail";
        var extra = new Parameters().Set("AnnounceUrl", url).SetIfAny("ReasonAnnouncementFailed", failure);
        Send(conference, "announcement", what, participant?.Call.Sid, participant is null ? extra : Facts(participant, extra));
    }

    public void Started(Conference conference) => Send(conference, "start", "conference-start", null, []);

    public void Ended(Conference conference, ConferenceEnd end)
    {
        var extra = new Parameters()
            .Set("ReasonConferenceEnded", end.Reason)
            .SetIfAny("CallSidEndingConference", end.CallSid)
            .SetIfAny("ParticipantLabelEndingConference", end.Label)
            .Set("Reason", end.CallSid is null ? "Conference ended via API" : $"Participant {end.CallSid} left the conference");
        Send(conference, "end", "conference-end", null, extra);
    }

    private void Left(Conference conference, Participant? participant, Call call, string reason, string? label = null)
    {
        var extra = new Parameters().Set("ReasonParticipantLeft", reason).Set("ParticipantCallStatus", call.Status.Word());
        var facts = participant is null ? extra.Set("CallSid", call.Sid).SetIfAny("ParticipantLabel", label) : Facts(participant, extra);
        Send(conference, "leave", "participant-leave", call.Sid, facts);
    }

    private void OfParticipant(string subscription, string what, Participant participant) =>
        Send(participant.Conference, subscription, what, participant.Call.Sid, Facts(participant, []));

    private static Parameters Facts(Participant participant, Parameters facts) =>
        facts
            .Set("CallSid", participant.Call.Sid)
            .Set("Muted", Word(participant.Muted))
            .Set("Hold", Word(participant.OnHold))
            .Set("Coaching", "false")
            .Set("EndConferenceOnExit", Word(participant.EndOnExit))
            .Set("StartConferenceOnEnter", Word(participant.StartOnEnter))
            .SetIfAny("ParticipantLabel", participant.Label);

    private void Send(Conference conference, string subscription, string what, string? callSid, Parameters extra)
    {
        var reason = extra.Find(field => field.Key is "ReasonParticipantLeft" or "ReasonConferenceEnded").Value;
        timeline.Tell(what, callSid, conference.Sid, detail: reason is null ? conference.Name : $"{conference.Name}: {reason}");
        var sequence = conference.NextReport++;
        if (conference.Reports is not { } reports || !reports.Events.Contains(subscription))
            return;
        var parameters = new Parameters()
            .Set("ConferenceSid", conference.Sid)
            .Set("FriendlyName", conference.Name)
            .Set("AccountSid", options.AccountSid)
            .Set("SequenceNumber", sequence.ToString(CultureInfo.InvariantCulture))
            .Set("Timestamp", Rfc2822.Of(clock.GetUtcNow()))
            .Set("StatusCallbackEvent", what);
        parameters.AddRange(extra);
        loop.Start(() => webhooks.Report(reports.Url, reports.Method, parameters));
    }

    private static string Word(bool flag) => flag ? "true" : "false";
}
