using System.Diagnostics.CodeAnalysis;
using CallRouting.PhoneNetwork.Calls;
using CallRouting.PhoneNetwork.Twiml;

namespace CallRouting.PhoneNetwork.Conferences;

internal enum ConferenceStatus
{
    Init,
    InProgress,
    Completed,
}

internal static class ConferenceWords
{
    public static string Word(this ConferenceStatus status) =>
        status == ConferenceStatus.InProgress ? "in-progress" : status.ToString().ToLowerInvariant();
}

/// <summary>A room, from its first participant to its last (contract §1.6, §2.8).</summary>
/// <param name="reports">The first joiner's; later ones are ignored.</param>
internal sealed class Conference(string sid, string name, DateTimeOffset createdAt, StatusCallback? reports)
{
    public string Sid => sid;
    public string Name => name;
    public DateTimeOffset CreatedAt { get; } = createdAt;
    public StatusCallback? Reports => reports;
    public DateTimeOffset UpdatedAt { get; set; } = createdAt;
    public DateTimeOffset? StartedAt { get; set; }
    public DateTimeOffset? EndedAt { get; set; }
    public ConferenceStatus Status { get; set; }
    public ConferenceEnd? End { get; set; }

    /// <summary>Those in the room now, in the order they came.</summary>
    public List<Participant> Participants { get; } = [];

    /// <summary>Those who have left it.</summary>
    public List<Participant> Departed { get; } = [];

    /// <summary>Counts this room's reports from 1, sent or not.</summary>
    public int NextReport { get; set; } = 1;

    public bool MayStart => Participants.Count >= 2 && Participants.Any(participant => participant.StartOnEnter);

    /// <summary>Where it was; null when it did not exist yet.</summary>
    public ConferenceStatus? AsOf(DateTimeOffset then) =>
        then < CreatedAt ? null
        : EndedAt <= then ? ConferenceStatus.Completed
        : StartedAt <= then ? ConferenceStatus.InProgress
        : ConferenceStatus.Init;

    /// <summary>Those who were in the room, as the REST API saw them, in the order they came.</summary>
    public IEnumerable<Participant> ParticipantsAsOf(DateTimeOffset then) =>
        Departed.Concat(Participants).Where(leg => leg.SeenFrom <= then && !(leg.LeftAt <= then)).OrderBy(leg => leg.JoinedAt);
}

/// <summary>Why a room ended and whose going ended it.</summary>
internal sealed record ConferenceEnd(string Reason, string? CallSid, string? Label);

/// <summary>One leg in a room.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A source without a timer holds nothing to free.")]
internal sealed class Participant(Call call, Conference conference, Room entered, DateTimeOffset joinedAt)
{
    private readonly TaskCompletionSource departed = new();
    private readonly CancellationTokenSource gone = new();
    private CancellationTokenSource? listening;

    public Call Call => call;
    public Conference Conference => conference;

    /// <summary>As it came in.</summary>
    public Room Entered { get; } = entered;
    public string? Label => Entered.Label;
    public bool StartOnEnter => Entered.StartOnEnter;
    public DateTimeOffset JoinedAt { get; } = joinedAt;

    /// <summary>When the REST API first finds it.</summary>
    public DateTimeOffset SeenFrom { get; set; } = joinedAt;
    public DateTimeOffset? LeftAt { get; set; }
    public DateTimeOffset UpdatedAt { get; set; } = joinedAt;
    public bool EndOnExit { get; set; } = entered.EndOnExit;
    public bool BeepOnExit { get; set; } = entered.Beep.OnExit;
    public bool Muted { get; set; } = entered.Muted;
    public bool OnHold { get; set; }

    /// <summary>Completes when it has left the room, whatever the reason.</summary>
    public Task Departed => departed.Task;

    /// <summary>The others with whom it can talk: same started room, neither side on hold.</summary>
    public IEnumerable<Participant> TalkingWith =>
        conference.Status != ConferenceStatus.InProgress || OnHold
            ? []
            : conference.Participants.Where(other => other != this && !other.OnHold);

    /// <summary>Cancelled when it leaves.</summary>
    public CancellationToken Gone => gone.Token;

    public void Depart()
    {
        gone.Cancel();
        departed.TrySetResult();
    }

    /// <summary>Ends what it listened to and gives the token of what comes instead.</summary>
    public CancellationToken Listen()
    {
        Hush();
        listening = new CancellationTokenSource();
        return listening.Token;
    }

    public void Hush()
    {
        listening?.Cancel();
        listening?.Dispose();
        listening = null;
    }
}

/// <summary>The provider's words for leaving (underscores) and ending (hyphens), contract §1.6 and §3.5.</summary>
internal static class Reasons
{
    public const string HungUp = "participant_hung_up";
    public const string UpdatedViaApi = "participant_updated_via_api";
    public const string AddFailed = "participant_add_failed";
    public const string ModeratorEnded = "moderator_ended_conference";
    public const string EndedViaApi = "conference_ended_via_api";

    public const string ConferenceEndedViaApi = "conference-ended-via-api";
    public const string EndOnExitLeft = "participant-with-end-conference-on-exit-left";
    public const string EndOnExitKicked = "participant-with-end-conference-on-exit-kicked";
    public const string LastKicked = "last-participant-kicked";
    public const string LastLeft = "last-participant-left";
}
