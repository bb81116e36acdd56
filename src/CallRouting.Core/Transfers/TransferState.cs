using NodaTime;

namespace CallRouting.Core.Transfers;

/// <summary>Where a transfer stands. Attempts are named by their number within the transfer, from 1.</summary>
public abstract record TransferState
{
    public virtual bool IsOver => false;
}

/// <summary>The ladder rings. Step -1 is the officer who was lost after connecting, rung once more before the ladder.</summary>
public sealed record Ringing(int Step) : TransferState
{
    public const int OnceMore = -1;

    /// <summary>Below the first step, where a climb begins.</summary>
    public static Ringing NotYet { get; } = new(-1);
}

/// <summary>
/// The ladder is spent, and whoever of it was not rung talks in another call of ours: the first phone that becomes free is rung.
/// </summary>
/// <param name="Until">When nobody became free in time; never past the time that the ladder may take.</param>
public sealed record AwaitingPhone(Instant Until) : TransferState;

/// <summary>An officer pressed 1 and is on the way into the room; then the caller is.</summary>
/// <param name="Until">Whoever is not in by then is not coming, and that is our failure.</param>
public sealed record Joining(int Attempt, Instant Until, bool OfficerIsIn = false) : TransferState;

/// <summary>Officer and agent talk; the caller is on hold.</summary>
/// <param name="Until">Null until the hold is to end; then, when it counts as ended even though nobody reported it.</param>
public sealed record Consulting(int Attempt, Instant? Until = null) : TransferState;

/// <summary>The officer is in the room and the caller, who had left, is being rung.</summary>
public sealed record RingingCaller(int Attempt, Instant Until) : TransferState;

/// <summary>Caller and officer talk, and the agent too until the agent leaves.</summary>
public sealed record Connected(int Attempt) : TransferState;

/// <summary>The officer stepped out of the room and is asked where the caller is to be sent; the caller hears so, outside the room too.</summary>
/// <param name="Until">An officer who has not said by then goes back to the caller.</param>
public sealed record PassingOn(int Attempt, Instant Until, PassOnQuestion Question) : TransferState;

/// <summary>The officer who stepped out is on the way into a new room with the caller; then the caller is.</summary>
/// <param name="Until">Whoever is not in by then is not coming.</param>
public sealed record Rejoining(int Attempt, Instant Until, bool OfficerIsIn = false) : TransferState;

/// <summary>The officer's leg ended while the caller stayed: over, or cut off? The caller is asked, and answers by staying.</summary>
public sealed record Interrupted(int Attempt, Instant Until) : TransferState;

public abstract record Over : TransferState
{
    public override bool IsOver => true;
}

/// <summary>Caller and officer talked, and one of them ended it.</summary>
public sealed record Completed : Over;

/// <summary>The agent has the caller back.</summary>
public sealed record Returned : Over;

/// <summary>Nobody on the ladder pressed 1.</summary>
public sealed record Unanswered : Over;

/// <summary>The agent called it off.</summary>
public sealed record Cancelled : Over;

/// <summary>The caller's call ended first, the caller chose a call-back, or the caller could not be rung.</summary>
public sealed record Abandoned : Over;

/// <summary>The officer sent the caller on: to another line, or to the contact centre.</summary>
public sealed record PassedOn : Over;
