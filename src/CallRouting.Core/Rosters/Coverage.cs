using CallRouting.Core.Offices;
using NodaTime;

namespace CallRouting.Core.Rosters;

/// <summary>How long a line had to be kept, and was. Obligation = Covered + Gap, exactly.</summary>
/// <param name="Obligation">The contact centre's opening hours.</param>
/// <param name="Covered">Somebody was on duty, in whichever layer.</param>
/// <param name="OnPaper">Of Covered: nobody on duty could be rung, for a pause or for want of a verified phone.</param>
public readonly record struct CoverageTotals(Duration Obligation, Duration Covered, Duration Gap, Duration OnPaper)
{
    public static CoverageTotals operator +(CoverageTotals one, CoverageTotals other) =>
        new(one.Obligation + other.Obligation, one.Covered + other.Covered, one.Gap + other.Gap, one.OnPaper + other.OnPaper);
}

/// <summary>What one line's roster comes to against its obligation.</summary>
/// <param name="Findings">In order of time.</param>
/// <param name="Work">Of everybody who has any duty on the line.</param>
public sealed record LineCoverage(
    DutyLineId Line,
    UnitNumber Unit,
    CoverageTotals Totals,
    IReadOnlyList<Finding> Findings,
    IReadOnlyList<Workload> Work
);

/// <summary>The coverage of some lines. An office, a county and the country are sums of the same lines.</summary>
public sealed record Coverage(IReadOnlyList<LineCoverage> Lines)
{
    public CoverageTotals Totals => Lines.Aggregate(default(CoverageTotals), (sum, line) => sum + line.Totals);

    public IEnumerable<Finding> Findings => Lines.SelectMany(line => line.Findings);

    /// <summary>Each officer once, over all these lines, the busiest first.</summary>
    public IReadOnlyList<Workload> Work => Workload.Summed(Lines.SelectMany(line => line.Work));

    public Coverage Of(UnitNumber office) => Among(line => line.Unit == office);

    public Coverage Among(Func<LineCoverage, bool> chosen) => new([.. Lines.Where(chosen)]);
}
