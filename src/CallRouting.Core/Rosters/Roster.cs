using NodaTime;

namespace CallRouting.Core.Rosters;

/// <summary>The roster of one duty line (vaktliste): who keeps it, layer by layer. Immutable; a draft and a published one are the same kind.</summary>
/// <param name="Layers">In the order in which they are rung; each role once.</param>
/// <param name="Rules">Rules of one layer add up: whoever any of them names is on duty, together, in this order.</param>
/// <param name="Leave">Of everybody whom the roster may name.</param>
/// <param name="Swaps">In the order in which they were agreed: what was taken can be given on.</param>
/// <param name="Overrides">In the order in which they were made.</param>
public sealed record Roster(
    IReadOnlyList<Layer> Layers,
    IReadOnlyList<RosterRule> Rules,
    IReadOnlyList<Leave> Leave,
    IReadOnlyList<Swap> Swaps,
    IReadOnlyList<Override> Overrides
)
{
    /// <summary>Two layers, and nobody in them.</summary>
    public static Roster Empty { get; } = Of([]);

    /// <summary>Nothing but rules, in primary, backup and whichever further layers they name.</summary>
    public static Roster Of(IReadOnlyList<RosterRule> rules)
    {
        var further = rules.Select(rule => rule.Role).Where(role => role > DutyRole.Backup).Distinct().Order();
        return new([.. Layer.Usual, .. further.Select(role => new Layer(role, role.ToString(), []))], rules, [], [], []);
    }

    /// <summary>With the leave, swaps and overrides of another: they are the line's, of any version and of a draft too.</summary>
    public Roster Beside(Roster decided) => this with { Leave = decided.Leave, Swaps = decided.Swaps, Overrides = decided.Overrides };

    /// <summary>What was decided by a moment: the answer to «who was obliged then», whatever was entered afterwards.</summary>
    public Roster AsKnownAt(Instant moment) =>
        this with
        {
            Leave = [.. Leave.Where(leave => leave.Decided.At <= moment)],
            Swaps = [.. Swaps.Where(swap => swap.Decided.At <= moment)],
            Overrides = [.. Overrides.Where(made => made.Decided.At <= moment)],
        };
}

/// <summary>A layer of a line.</summary>
/// <param name="Name">As the office calls it, such as «bakvakt».</param>
/// <param name="Fallback">Who is on duty in it when nobody else is: the first of them who is not on leave. Empty: then nobody is.</param>
public sealed record Layer(DutyRole Role, string Name, IReadOnlyList<string> Fallback)
{
    public static IReadOnlyList<Layer> Usual { get; } = [new(DutyRole.Primary, "primary", []), new(DutyRole.Backup, "backup", [])];
}
