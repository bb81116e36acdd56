using System.Collections.Immutable;
using CallRouting.Core.Calls;
using NodaTime;

namespace CallRouting.Core.Transfers;

/// <summary>The handing-over of one caller to one duty line, with everything that was tried. Immutable.</summary>
public sealed record Transfer
{
    public required TransferId Id { get; init; }

    public required CallId Call { get; init; }

    /// <summary>Frozen at the start.</summary>
    public required Ladder Ladder { get; init; }

    public required TransferState State { get; init; }

    public required Instant StartedAt { get; init; }

    /// <summary>The caller said that it must be solved today: leaving does not stop the ladder.</summary>
    public bool Urgent { get; init; }

    /// <summary>Begun to keep a promise: the caller is not on the line, and is rung once an officer has accepted.</summary>
    public bool IsCallback { get; init; }

    /// <summary>An agent is in the room with the caller (a warm transfer). Turns false when the agent is lost or leaves.</summary>
    public bool HasAgent { get; init; }

    /// <summary>The caller's call lives. False for a call-back, and after an urgent caller left.</summary>
    public bool CallerIsOnLine { get; init; }

    /// <summary>The caller's leg is in the transfer's room; otherwise it loops in our own document.</summary>
    public bool CallerIsInRoom { get; init; }

    /// <summary>The caller hears hold music in the room.</summary>
    public bool CallerIsHeld { get; init; }

    public bool SkipConsult { get; init; }

    /// <summary>The agent asked to leave as soon as caller and officer are together.</summary>
    public bool AgentIsLeaving { get; init; }

    /// <summary>Number of the room this transfer joins people in, unique within the call; a direct transfer takes a new one for each entry.</summary>
    public int Room { get; init; }

    /// <summary>The transfer whose officer sent this caller on, or null.</summary>
    public TransferId? PassedOnFrom { get; init; }

    /// <summary>The officer said that the caller had come to the wrong office.</summary>
    public bool Misrouted { get; init; }

    public ImmutableList<Attempt> Attempts { get; init; } = [];

    /// <summary>First attempt of the present climb: a ladder that is climbed again after a lost officer may ring everybody again.</summary>
    public int ClimbFrom { get; init; } = 1;

    public required Instant ClimbSince { get; init; }

    public Attempt this[int number] => Attempts[number - 1];

    public bool IsOver => State.IsOver;

    /// <summary>When somebody must look again, or null when only an event can change anything.</summary>
    public Instant? WakeAt =>
        IsOver
            ? null
            : Attempts
                .Select(attempt => attempt.Until)
                .Append(
                    State switch
                    {
                        AwaitingPhone at => at.Until,
                        Joining at => at.Until,
                        Consulting at => at.Until,
                        RingingCaller at => at.Until,
                        PassingOn at => at.Until,
                        Rejoining at => at.Until,
                        Interrupted at => at.Until,
                        _ => null,
                    }
                )
                .Min();

    internal Transfer With(Attempt attempt) => this with { Attempts = Attempts.SetItem(attempt.Number - 1, attempt) };
}
