using NodaTime;

namespace CallRouting.Core.Transfers;

/// <summary>One ringing of one person's phone.</summary>
/// <param name="Number">From 1 within the transfer.</param>
/// <param name="Step">Which step of the ladder, or <see cref="Ringing.OnceMore"/>.</param>
/// <param name="Until">When the present phase has lasted too long. Null once the attempt has ended or was accepted.</param>
/// <param name="Outcome">Set once, when the attempt ends; for an accepted one, when the officer is in the room.</param>
public sealed record Attempt(
    int Number,
    int Step,
    Reachable Who,
    AttemptPhase Phase,
    Instant StartedAt,
    Instant? Until = null,
    Outcome? Outcome = null,
    string? Why = null,
    Instant? RangAt = null,
    Instant? AnsweredAt = null,
    Instant? EndedAt = null
)
{
    /// <summary>When the provider took our request.</summary>
    public Instant? SentAt { get; init; }

    /// <summary>Time in the provider's queue: its own estimate, and when it dials, what it was. No part of the ring time.</summary>
    public Duration Queued { get; init; }

    /// <summary>The ladder waits for it.</summary>
    public bool Blocks => Phase is AttemptPhase.Dialling or AttemptPhase.Ringing or AttemptPhase.Listening;

    /// <summary>Pressing 1 on this phone would still count.</summary>
    public bool CanAccept => Blocks || Phase == AttemptPhase.FindingRoom;

    public bool HasAnswered => AnsweredAt is not null;

    public Attempt Ended(Outcome outcome, Instant now, string? why = null) =>
        this with
        {
            Phase = AttemptPhase.Ended,
            Outcome = Outcome ?? outcome,
            Why = Why ?? why,
            EndedAt = now,
            Until = null,
        };
}

public enum AttemptPhase
{
    /// <summary>Asked for; the provider has not said that it rings.</summary>
    Dialling,
    Ringing,

    /// <summary>Somebody or something answered, and hears who calls.</summary>
    Listening,

    /// <summary>The officer pressed 3 and has a minute; the ladder rings on meanwhile.</summary>
    FindingRoom,

    /// <summary>The officer pressed 1.</summary>
    Accepted,
    Ended,
}

/// <summary>How an attempt ended. <see cref="Attribution"/> says whose it is.</summary>
public enum Outcome
{
    Accepted,

    /// <summary>Pressed 2.</summary>
    Declined,
    NoAnswer,
    Busy,

    /// <summary>Voicemail, a headset that answers by itself, a pocket.</summary>
    AnsweredNotAccepted,
    BadNumber,
    CarrierFailure,
    OurFailure,

    /// <summary>Another accepted first, the agent cancelled, or the caller left.</summary>
    Withdrawn,

    /// <summary>Not rung at all; why is recorded.</summary>
    Skipped,
}
