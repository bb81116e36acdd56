namespace CallRouting.Core.Rosters;

/// <summary>All that is needed to say who answers a duty line, at any moment.</summary>
/// <param name="Officers">The office's people.</param>
/// <param name="Shifts">This line's duties (vakter).</param>
/// <param name="Lead">The office's lead, if it has named one.</param>
/// <param name="Neighbours">The lines of other offices that the policy's rungs name.</param>
public sealed record LineRoster(
    IReadOnlyList<Officer> Officers,
    IReadOnlyList<Shift> Shifts,
    Officer? Lead,
    EscalationPolicy Policy,
    IReadOnlyList<Neighbour> Neighbours
);

/// <summary>Another office's line, and who answers it.</summary>
public sealed record Neighbour(DutyLine Line, LineRoster Roster);
