using CallRouting.Core.Calls;
using NodaTime;

namespace CallRouting.Core.Rosters;

/// <summary>Whom a rung rings.</summary>
public enum RungTarget
{
    /// <summary>The primary officers on duty.</summary>
    Primary,

    /// <summary>The backup officers on duty.</summary>
    Backup,

    /// <summary>The officers on duty in the third layer.</summary>
    Third,

    Fourth,

    Fifth,

    /// <summary>Everybody on duty, layer by layer.</summary>
    All,

    /// <summary>The office's lead.</summary>
    Lead,

    /// <summary>A number that belongs to no person, such as the reception's phone.</summary>
    FixedLine,

    /// <summary>Who is on duty on another office's line, by agreement.</summary>
    Neighbour,
}

/// <summary>One rung as it is written in the roster; who it rings is settled when a ladder is frozen.</summary>
/// <param name="RingFor">5 to 60 seconds; a caller's patience has a median of 150.</param>
/// <param name="Together">Ring all at once; otherwise one by one.</param>
/// <param name="RingAnyway">Ring also who is in another call of ours, or was rung on an earlier rung.</param>
/// <param name="FixedLine">The number, for a fixed line only.</param>
/// <param name="NeighbourLine">The other office's line, for a neighbour only.</param>
public sealed record EscalationRung(
    RungTarget Rings,
    Duration RingFor,
    bool Together = false,
    bool RingAnyway = false,
    PhoneNumber? FixedLine = null,
    DutyLineId? NeighbourLine = null
);

/// <summary>How a line's ladder is built (varslingsstige).</summary>
/// <param name="Rounds">How often the rungs are climbed, 1 to 5.</param>
/// <param name="Budget">No rung is begun after this much time, 20 to 600 seconds.</param>
public sealed record EscalationPolicy(IReadOnlyList<EscalationRung> Rungs, int Rounds, Duration Budget)
{
    /// <summary>Primary, backup, lead: 20 seconds each, one round, 120 seconds in all.</summary>
    public static EscalationPolicy Default { get; } =
        new(
            [For20Seconds(RungTarget.Primary), For20Seconds(RungTarget.Backup), For20Seconds(RungTarget.Lead)],
            1,
            Duration.FromSeconds(120)
        );

    private static EscalationRung For20Seconds(RungTarget target) => new(target, Duration.FromSeconds(20));
}
