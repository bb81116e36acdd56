using NodaTime;

namespace CallRouting.Core.Rosters;

/// <summary>All that was ever published and decided for a line, also what was withdrawn since.</summary>
/// <param name="Ever">Every version, with leave, swaps and overrides that stood beside it at any time.</param>
/// <param name="Withdrawn">By the id of a leave, a swap or an override: when it ceased to count.</param>
public sealed record RosterHistory(PublishedRosters Ever, IReadOnlyDictionary<string, Instant> Withdrawn)
{
    /// <summary>When something was published, decided or withdrawn, in order, each moment once.</summary>
    public IReadOnlyList<Instant> Moments { get; } =
    [
        .. Ever
            .Versions.SelectMany(version => Decisions(version).Append(version.Published.At))
            .Concat(Withdrawn.Values)
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

    private Roster Standing(Roster known, Instant moment) =>
        known with
        {
            Leave = [.. known.Leave.Where(leave => Stands(leave.Id, moment))],
            Swaps = [.. known.Swaps.Where(swap => Stands(swap.Id, moment))],
            Overrides = [.. known.Overrides.Where(made => Stands(made.Id, moment))],
        };

    private bool Stands(string id, Instant moment) => !Withdrawn.TryGetValue(id, out var end) || moment < end;

    private static IEnumerable<Instant> Decisions(RosterVersion version) =>
        [
            .. version.Roster.Leave.Select(leave => leave.Decided.At),
            .. version.Roster.Swaps.Select(swap => swap.Decided.At),
            .. version.Roster.Overrides.Select(made => made.Decided.At),
        ];
}
