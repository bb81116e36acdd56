namespace CallRouting.Core.Rosters;

/// <summary>All that is needed to say who answers a duty line, at any moment.</summary>
/// <param name="Officers">The office's people.</param>
/// <param name="Roster">This line's, in force.</param>
/// <param name="Lead">The office's lead, if it has named one.</param>
/// <param name="Neighbours">The lines of other offices that the policy's rungs name.</param>
public sealed record LineRoster(
    IReadOnlyList<Officer> Officers,
    Roster Roster,
    Officer? Lead,
    EscalationPolicy Policy,
    IReadOnlyList<Neighbour> Neighbours
)
{
    /// <summary>A line that has fixed shifts and nothing else.</summary>
    public LineRoster(
        IReadOnlyList<Officer> officers,
        IReadOnlyList<Shift> shifts,
        Officer? lead,
        EscalationPolicy policy,
        IReadOnlyList<Neighbour> neighbours
    )
        : this(officers, Roster.Of(shifts), lead, policy, neighbours) { }

    /// <summary>The fixed shifts among the rules.</summary>
    public IReadOnlyList<Shift> Shifts => [.. Roster.Rules.OfType<Shift>()];
}

/// <summary>Another office's line, and who answers it.</summary>
public sealed record Neighbour(DutyLine Line, LineRoster Roster);
