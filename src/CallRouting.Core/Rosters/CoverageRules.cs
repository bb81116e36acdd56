using NodaTime;

namespace CallRouting.Core.Rosters;

/// <summary>Whether somebody answers in every minute of the contact centre's hours, and what else to look at.</summary>
public static class CoverageRules
{
    /// <param name="lines">All that may clash with each other: double bookings are found among these.</param>
    public static Coverage Of(IReadOnlyList<CoveredLine> lines, CoverageFacts facts, Interval interval)
    {
        var openings = facts.Hours.Within(interval);
        var pauses = facts.Pauses.ToLookup(pause => pause.OfficerId);
        var bookings = new Bookings(lines, facts);
        var measured = new List<LineCoverage>(lines.Count);
        for (var line = 0; line < lines.Count; line++)
        {
            var layers = Timetable.Of(lines[line].Rosters, interval);
            bookings.Add(line, layers);
            measured.Add(Measure(new ObligationWalk(lines[line], facts, pauses, layers), openings, interval, layers));
        }

        var clashes = bookings.Clashes().ToLookup(clash => clash.Line);
        return new([.. measured.Select(line => line with { Findings = InOrder([.. line.Findings, .. clashes[line.Line]]) })]);
    }

    private static LineCoverage Measure(
        ObligationWalk walk,
        IReadOnlyList<Interval> openings,
        Interval interval,
        IReadOnlyList<IReadOnlyList<DutyPeriod>> layers
    )
    {
        foreach (var open in openings)
            walk.Through(open);

        var other = new OtherFindings(walk.Line, walk.Facts, layers);
        return new(
            walk.Line.Line.Id,
            walk.Line.Line.Unit,
            walk.Totals,
            [.. walk.Findings, .. other.HandOvers(openings), .. other.Phones(), .. other.Leave(interval)],
            WorkloadRules.Of(layers)
        );
    }

    private static IReadOnlyList<Finding> InOrder(List<Finding> findings) => [.. findings.OrderBy(finding => finding.From)];
}
