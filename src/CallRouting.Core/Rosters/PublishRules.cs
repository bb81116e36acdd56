using CallRouting.Core.Offices;
using NodaTime;

namespace CallRouting.Core.Rosters;

/// <summary>A gap that somebody answers for, with a reason that supervisors read.</summary>
public sealed record AcceptedGap(Instant From, Instant To, string Reason, Decided Decided)
{
    public bool Covers(Finding gap) => From <= gap.From && gap.To <= To && !string.IsNullOrWhiteSpace(Reason);
}

/// <summary>What somebody asks for.</summary>
/// <param name="Days">The days it is to hold; with an end.</param>
/// <param name="Line">The line as it stands.</param>
/// <param name="Others">Lines whose people it may share: double bookings are looked for among these.</param>
public sealed record PublishRequest(
    CoveredLine Line,
    Roster Draft,
    Validity Days,
    Decided Asked,
    IReadOnlyList<AcceptedGap> Accepted,
    IReadOnlyList<CoveredLine> Others
);

/// <summary>What would come of publishing, and whether it may be.</summary>
/// <param name="Version">What is stored when it is published: immutable from then on.</param>
/// <param name="Unaccepted">Gaps still to come that nobody has answered for.</param>
public sealed record PublishDecision(
    RosterVersion Version,
    IReadOnlyList<DraftProblem> Problems,
    IReadOnlyList<Finding> Unaccepted,
    LineCoverage? Coverage,
    Changes Changes
)
{
    public bool MayPublish => Unaccepted.Count == 0 && !Problems.Any(problem => problem.Hinders);
}

/// <summary>Whether a draft may become what people rely on.</summary>
public static class PublishRules
{
    /// <summary>The longest time that one version is published for: a leap year to the end of its last week.</summary>
    public const int MostDays = 372;

    /// <param name="facts">With everybody whom the line may name, and everybody of the other lines.</param>
    public static PublishDecision Decide(PublishRequest request, CoverageFacts facts)
    {
        var standing = request.Line.Rosters;
        var version = new RosterVersion(standing.NextNumber, request.Days, request.Draft, request.Asked);
        IReadOnlyList<DraftProblem> problems = [.. Dates(request), .. DraftRules.Check(request.Draft, facts.Officers.Keys.ToHashSet())];
        // What cannot be kept cannot be laid out in time either.
        if (problems.Any(problem => problem.Hinders))
            return new(version, problems, [], null, Changes.None);

        var becomes = new PublishedRosters([.. standing.Versions, version]);
        var interval = new Interval(version.From, version.To);
        var coverage = CoverageRules.Of([request.Line with { Rosters = becomes }, .. request.Others], facts, interval).Lines[0];
        var unaccepted = coverage.Findings.Where(finding =>
            finding.What is Gap && !request.Accepted.Any(accepted => accepted.Covers(finding))
        );
        return new(version, problems, [.. unaccepted], coverage, Changes.Between(standing, becomes, interval));
    }

    private static IEnumerable<DraftProblem> Dates(PublishRequest request)
    {
        var today = request.Asked.At.OsloDate();
        if (request.Days.To is not { } end)
            yield return new("period", "It has no end. A roster is published for a period, such as a quarter.");
        else if (end <= request.Days.From)
            yield return new(
                "period",
                $"It ends before it begins: the last day, {end.PlusDays(-1):uuuu-MM-dd}, is before {request.Days.From:uuuu-MM-dd}."
            );
        else if (end <= today)
            yield return new("period", $"Its last day, {end.PlusDays(-1):uuuu-MM-dd}, is past. What was published for past days stands.");
        else if (Period.DaysBetween(request.Days.From, end) > MostDays)
            yield return new("period", $"It is longer than a year. A roster is published for at most {MostDays} days.");
    }
}
