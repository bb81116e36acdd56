using NodaTime;

namespace CallRouting.Core.Rosters;

/// <summary>Whether somebody answers in every minute of the contact centre's hours, and what else to look at.</summary>
public static class CoverageRules
{
    /// <param name="lines">All that may clash with each other: double bookings are found among these.</param>
    /// <param name="interval">With a start and an end.</param>
    public static Coverage Of(IReadOnlyList<CoveredLine> lines, CoverageFacts facts, Interval interval)
    {
        var question = new Question(facts, facts.Pauses.ToLookup(pause => pause.OfficerId), interval, facts.Hours.Within(interval));
        var bookings = new Bookings(lines, facts);
        var measured = new List<LineCoverage>(lines.Count);
        foreach (var line in lines)
        {
            var layers = question.Layers(line);
            bookings.Add(measured.Count, layers);
            measured.Add(question.Measure(line, layers));
        }

        var clashes = bookings.Clashes().ToLookup(clash => clash.Line);
        return new([.. measured.Select(line => line with { Findings = InOrder([.. line.Findings, .. clashes[line.Line]]) })]);
    }

    private static IReadOnlyList<Finding> InOrder(List<Finding> findings) => [.. findings.OrderBy(finding => finding.From)];

    /// <summary>What is the same for every line.</summary>
    private sealed record Question(
        CoverageFacts Facts,
        ILookup<string, OfficerPause> Pauses,
        Interval Interval,
        IReadOnlyList<Interval> Openings
    )
    {
        public IReadOnlyList<IReadOnlyList<DutyPeriod>> Layers(CoveredLine line) =>
            [.. Timetable.Of(line.Rosters, Interval).Select(periods => FallbackHours.Within(Openings, periods))];

        public LineCoverage Measure(CoveredLine line, IReadOnlyList<IReadOnlyList<DutyPeriod>> layers)
        {
            var walk = new ObligationWalk(line, Facts, Pauses, layers);
            foreach (var open in Openings)
                walk.Through(open);

            var other = new OtherFindings(line, Facts, layers);
            return new(
                line.Line.Id,
                line.Line.Unit,
                walk.Totals,
                [.. walk.Findings, .. other.HandOvers(Openings), .. other.Phones(), .. other.Leave(Interval)],
                WorkloadRules.Of(layers)
            );
        }
    }
}
