using CallRouting.Core.Offices;
using NodaTime;

namespace CallRouting.Core.Rosters;

/// <summary>A roster as it was published. Its rules never change; leave, swaps and overrides are the line's, of any version.</summary>
/// <param name="Number">From 1; a later version takes the place of an earlier for the days it was published for.</param>
public sealed record RosterVersion(int Number, Validity Days, Roster Roster, Decided Published)
{
    /// <summary>Never before it was published: what somebody was obliged to this morning is not changed this afternoon.</summary>
    public Instant From => Instant.Max(OsloTime.StartOf(Days.From), Published.At);

    public Instant To => Days.To is { } day ? OsloTime.StartOf(day) : Instant.MaxValue;
}

/// <summary>All that was published for a line.</summary>
public sealed record PublishedRosters(IReadOnlyList<RosterVersion> Versions)
{
    public static PublishedRosters None { get; } = new([]);

    /// <summary>A roster that holds always: a draft, to be asked what a published one is asked.</summary>
    public static PublishedRosters Always(Roster roster) =>
        new([new RosterVersion(0, Validity.Always, roster, new Decided("", Instant.MinValue))]);

    /// <summary>Each version with the leave, swaps and overrides of another: they are the line's, of any version.</summary>
    public PublishedRosters Beside(Roster decided) =>
        new([.. Versions.Select(version => version with { Roster = version.Roster.Beside(decided) })]);

    public int NextNumber => Versions.Select(version => version.Number).Append(0).Max() + 1;

    /// <summary>The version in force; null when nothing was published for that time.</summary>
    public RosterVersion? InForce(Instant now) =>
        Versions.Where(version => version.From <= now && now < version.To).MaxBy(version => version.Number);

    /// <summary>The rosters in force one after another, leaving no moment of the interval out.</summary>
    public IReadOnlyList<(Interval During, Roster Roster)> Over(Interval interval) =>
        [.. Parts(interval).Select(part => (part.During, part.Version?.Roster ?? Roster.Empty))];

    /// <summary>The times within an interval that nothing was published for: of the next period, a roster that is missing.</summary>
    public IReadOnlyList<Interval> Missing(Interval interval) =>
        [.. Parts(interval).Where(part => part.Version is null).Select(part => part.During)];

    private IEnumerable<(Interval During, RosterVersion? Version)> Parts(Interval interval)
    {
        var changes = Versions
            .SelectMany(version => new[] { version.From, version.To })
            .Where(moment => interval.Start < moment && moment < interval.End)
            .Distinct()
            .Order();
        Instant[] edges = [interval.Start, .. changes, interval.End];
        return edges.Zip(edges.Skip(1), (from, to) => (new Interval(from, to), InForce(from)));
    }
}
