using CallRouting.PhoneNetwork.Engine;

namespace CallRouting.PhoneNetwork.Conferences;

/// <summary>A room as the REST API shows it (contract §1.6).</summary>
internal sealed record ConferenceResource(
    string Sid,
    string AccountSid,
    string FriendlyName,
    string Status,
    string Region,
    string DateCreated,
    string DateUpdated,
    string ApiVersion,
    string Uri,
    IReadOnlyDictionary<string, string> SubresourceUris,
    string? ReasonConferenceEnded,
    string? CallSidEndingConference
)
{
    /// <param name="seen">Where the room is, or was: what the API knows may be a little old.</param>
    public static ConferenceResource Of(Conference conference, ConferenceStatus seen, string accountSid)
    {
        var path = $"/2010-04-01/Accounts/{accountSid}/Conferences/{conference.Sid}";
        var end = seen == ConferenceStatus.Completed ? conference.End : null;
        return new ConferenceResource(
            conference.Sid,
            accountSid,
            conference.Name,
            seen.Word(),
            "ie1",
            Rfc2822.Of(conference.CreatedAt),
            Rfc2822.Of(conference.UpdatedAt),
            "2010-04-01",
            path + ".json",
            new Dictionary<string, string> { ["participants"] = path + "/Participants.json", ["recordings"] = path + "/Recordings.json" },
            end?.Reason,
            end?.CallSid
        );
    }
}

/// <summary>A leg in a room as the REST API shows it (contract §1.7).</summary>
/// <param name="QueueTime">Milliseconds, only in the reply that created it.</param>
internal sealed record ParticipantResource(
    string AccountSid,
    string CallSid,
    string ConferenceSid,
    string? Label,
    bool Muted,
    bool Hold,
    bool Coaching,
    string? CallSidToCoach,
    bool StartConferenceOnEnter,
    bool EndConferenceOnExit,
    string Status,
    string? QueueTime,
    string DateCreated,
    string DateUpdated,
    string Uri
)
{
    public static ParticipantResource Of(Participant participant, string accountSid) =>
        new(
            accountSid,
            participant.Call.Sid,
            participant.Conference.Sid,
            participant.Label,
            participant.Muted,
            participant.OnHold,
            Coaching: false,
            CallSidToCoach: null,
            participant.StartOnEnter,
            participant.EndOnExit,
            "connected",
            QueueTime: null,
            Rfc2822.Of(participant.JoinedAt),
            Rfc2822.Of(participant.UpdatedAt),
            $"/2010-04-01/Accounts/{accountSid}/Conferences/{participant.Conference.Sid}/Participants/{participant.Call.Sid}.json"
        );
}
