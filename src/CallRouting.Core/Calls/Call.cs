using CallRouting.Core.Transfers;
using NodaTime;

namespace CallRouting.Core.Calls;

public enum CallState
{
    /// <summary>The flow speaks and asks.</summary>
    InMenu,

    /// <summary>In the queue for an agent.</summary>
    Waiting,

    /// <summary>Caller and agent talk.</summary>
    WithAgent,

    /// <summary>A ladder rings, or caller and officer talk.</summary>
    InTransfer,
    Ended,
}

/// <summary>One inbound call as the rules see it; what was said in the menu is kept beside it. Immutable.</summary>
public sealed record Call
{
    public required CallId Id { get; init; }

    public required CallState State { get; init; }

    /// <summary>When the present wait began. Kept by who goes back to the list, so that the place is kept too.</summary>
    public Instant? WaitingSince { get; init; }

    /// <summary>Goes before everybody else: an agent was lost.</summary>
    public bool First { get; init; }

    /// <summary>Pressed 5 in the queue and is being asked where to be rung; hanging up keeps the place as well.</summary>
    public bool KeepsPlace { get; init; }

    /// <summary>In the queue without being on the line: rung when it is their turn.</summary>
    public bool Away { get; init; }

    /// <summary>While a caller who was away is rung for the agent who waits: when that has lasted too long.</summary>
    public Instant? CallerRungUntil { get; init; }

    /// <summary>An agent has finished with this caller: whoever hangs up now is owed nothing more.</summary>
    public bool Served { get; init; }

    /// <summary>The contact centre's agent who is rung for, or talks in, this call.</summary>
    public AgentSide? Agent { get; init; }

    public TransferId? Transfer { get; init; }

    /// <summary>Rooms made so far; the latest is the one in use. A room's name is new for each entry.</summary>
    public int Rooms { get; init; }

    public string? EndedBecause { get; init; }

    /// <summary>When somebody must look again: a caller on the line has waited too long, or one who is rung does not answer.</summary>
    public Instant? WakeAt(Duration longestWait) =>
        State != CallState.Waiting ? null
        : Away ? CallerRungUntil
        : WaitingSince + longestWait;
}

/// <param name="Place">How far the agent has come.</param>
public sealed record AgentSide(string AgentId, AgentPlace Place);

public enum AgentPlace
{
    /// <summary>The desk phone rings, or the agent listens to who calls.</summary>
    Rung,

    /// <summary>In the room; the caller is on the way there, or is being rung.</summary>
    InRoom,
}
