using NodaTime;

namespace CallRouting.Core.Rosters;

/// <summary>All that was ever published and decided for a line, also what was withdrawn since.</summary>
/// <param name="Ever">Every version, with leave, swaps and overrides that stood beside it at any time.</param>
public sealed record RosterHistory(PublishedRosters Ever)
{
    /// <summary>When something was published, decided or withdrawn, in order, each moment once.</summary>
    public IReadOnlyList<Instant> Moments { get; } =
    [
        .. Ever
            .Versions.SelectMany(version => Decisions(version).Append(version.Published.At))
            .Where(moment => moment > Instant.MinValue)
            .Distinct()
            .Order(),
    ];

    /// <summary>What anybody could have known at a moment; what is decided at that moment is known.</summary>
    public PublishedRosters KnownAt(Instant moment) =>
        new([
            .. Ever
                .Versions.Where(version => version.Published.At <= moment)
                .Select(version => version with { Roster = Standing(version.Roster.AsKnownAt(moment), moment) }),
        ]);

    private static Roster Standing(Roster known, Instant moment) =>
        known with
        {
            Leave =
            [
                .. known.Leave.Where(each => each.Decided.StoodAt(moment)).Select(each => each with { Decided = each.Decided.Standing }),
            ],
            Swaps =
            [
                .. known.Swaps.Where(each => each.Decided.StoodAt(moment)).Select(each => each with { Decided = each.Decided.Standing }),
            ],
            Overrides =
            [
                .. known
                    .Overrides.Where(each => each.Decided.StoodAt(moment))
                    .Select(each => each with { Decided = each.Decided.Standing }),
            ],
        };

    private static IEnumerable<Instant> Decisions(RosterVersion version) =>
        version
            .Roster.Leave.Select(leave => leave.Decided)
            .Concat(version.Roster.Swaps.Select(swap => swap.Decided))
            .Concat(version.Roster.Overrides.Select(made => made.Decided))
            .SelectMany(decided => decided.Withdrawn is { } withdrawn ? new[] { decided.At, withdrawn } : [decided.At]);
}
