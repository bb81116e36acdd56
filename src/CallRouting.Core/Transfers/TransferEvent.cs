using NodaTime;

namespace CallRouting.Core.Transfers;

/// <summary>What can happen to a transfer. Each may come late, twice, out of order or never: the state decides whether it matters.</summary>
public abstract record TransferEvent;

/// <summary>The provider took our request to ring.</summary>
public sealed record AttemptSent(int Attempt) : TransferEvent
{
    /// <summary>How long the provider expects to keep it in its queue before it dials.</summary>
    public Duration Queued { get; init; }
}

/// <summary>The provider took it out of its queue and dials.</summary>
public sealed record AttemptDialled(int Attempt) : TransferEvent;

public sealed record AttemptRinging(int Attempt) : TransferEvent;

/// <summary>Something answered: a person, a voicemail, a headset by itself.</summary>
public sealed record AttemptAnswered(int Attempt) : TransferEvent;

/// <summary>The officer's own call is over, or was never made.</summary>
/// <param name="Ending">What the provider said, in our words.</param>
public sealed record AttemptEnded(int Attempt, LegEnding Ending) : TransferEvent
{
    /// <summary>One of <see cref="FailureReasons"/>, where the failure is ours and its cause is known.</summary>
    public string? Why { get; init; }
}

public sealed record OfficerPressed(int Attempt, char Key) : TransferEvent;

/// <summary>The officer's voice is in the room (participant-join; an answered call is not that).</summary>
public sealed record OfficerEntered(int Attempt) : TransferEvent;

public sealed record CallerEntered : TransferEvent;

public sealed record CallerHeld : TransferEvent;

public sealed record CallerUnheld : TransferEvent;

/// <summary>Another call of ours has let a phone of this ladder go.</summary>
public sealed record PhoneFree : TransferEvent;

/// <summary>The caller's call ended.</summary>
public sealed record CallerGone : TransferEvent;

/// <summary>The caller pressed 5 while the ladder rang.</summary>
public sealed record CallerChoseCallback : TransferEvent;

/// <summary>The caller, rung for an officer who waits, did not answer or did not press 1.</summary>
public sealed record CallerNotReached : TransferEvent;

public sealed record AgentGone : TransferEvent;

/// <summary>One key: the officer is to be put through to the caller without talking to the agent first.</summary>
public sealed record AgentSkipsConsult : TransferEvent;

public sealed record AgentMerges : TransferEvent;

/// <summary>The agent goes, and caller and officer talk on (merged first where that has not been done).</summary>
public sealed record AgentLeaves : TransferEvent;

public sealed record AgentReturns : TransferEvent;

public sealed record AgentCancels : TransferEvent;

/// <summary>The officer who stepped out is to be asked this next.</summary>
public sealed record PassOnAsked(int Attempt, PassOnQuestion Question) : TransferEvent;

/// <summary>The officer who stepped out wants to talk with the caller again.</summary>
public sealed record OfficerGoesBack(int Attempt) : TransferEvent;

/// <summary>The officer, or an agent who is there, sends the caller on.</summary>
/// <param name="To">A line, or the contact centre, as the timeline names it.</param>
/// <param name="WrongOffice">The caller should never have come to this office: misrouting.</param>
public sealed record PassesOn(string To, bool WrongOffice) : TransferEvent;

/// <summary>A deadline may have passed; which one, the transfer knows.</summary>
public sealed record TimePassed : TransferEvent;

/// <summary>How a leg ended, as far as the provider can tell (contract §3.3).</summary>
public enum LegEnding
{
    Completed,
    NoAnswer,
    Busy,
    BadNumber,
    CarrierFailure,
    OurFailure,
    Cancelled,
}
