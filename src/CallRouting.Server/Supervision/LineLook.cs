using CallRouting.Core.Offices;
using CallRouting.Core.Rosters;
using CallRouting.Core.Supervision;
using CallRouting.Server.Database;
using CallRouting.Server.Rosters;
using NodaTime;
using NodaTime.Text;

namespace CallRouting.Server.Supervision;

/// <summary>Looks at duty lines against their obligation: what was uncovered, what is out of order, whose ladder would ring nobody.</summary>
public sealed class LineLook(RosterStore rosters, CoverageNow coverage, OpeningHours hours)
{
    /// <param name="since">When these were looked at last.</param>
    public async Task<LinesSeen> At(IReadOnlyList<DutyLine> lines, Instant since, Instant now, UnitOfWork unit)
    {
        var today = new Interval(OsloTime.StartOf(now.OsloDate()), OsloTime.StartOf(now.OsloDate().PlusDays(1)));
        // Whole days, so that a day's gap begins where it began, whoever looks when.
        var looked = new Interval(OsloTime.StartOf(Instant.Min(since, now).OsloDate()), today.End);
        var measured = await coverage.Of(lines, looked, unit);
        var gaps = measured.Findings.Where(finding => finding.What is Gap).ToList();
        var flags = gaps.Where(gap => gap.From <= now && gap.What is not Gap { Cause: GapCause.OutOfService })
            .GroupBy(gap => (gap.Line, gap.From.OsloDate()))
            .Select(day => Uncovered([.. day]))
            .ToList();
        if (hours.IsOpen(now))
        {
            flags.AddRange(await Unable(lines, gaps, now, unit));
        }
        return new(flags, [.. lines.Select(line => GapOf(line, gaps, today, now))]);
    }

    private async Task<IReadOnlyList<FlagRow>> Unable(
        IReadOnlyList<DutyLine> lines,
        IReadOnlyList<Finding> gaps,
        Instant now,
        UnitOfWork unit
    )
    {
        var flags = new List<FlagRow>();
        foreach (var line in lines)
        {
            if (line.IsOutOfServiceAt(now))
            {
                flags.Add(Of(FlagKind.LineOutOfOrder, line, now));
            }
            else if (!gaps.Any(gap => gap.Line == line.Id && gap.From <= now && now < gap.To) && !await RingsSomebody(line, now, unit))
            {
                flags.Add(Of(FlagKind.NobodyToRing, line, now));
            }
        }
        return flags;
    }

    private async Task<bool> RingsSomebody(DutyLine line, Instant now, UnitOfWork unit) =>
        LadderPlan.Freeze(line, await rosters.ForLine(line.Id, now, unit), now).HasAnybody();

    private static LineGapRow GapOf(DutyLine line, IEnumerable<Finding> gaps, Interval today, Instant now) =>
        new()
        {
            LineId = line.Id.Value,
            UnitNumber = line.Unit.Value,
            Day = LocalDatePattern.Iso.Format(now.OsloDate()),
            Seconds = (int)gaps.Where(gap => gap.Line == line.Id && today.Contains(gap.From)).Sum(gap => gap.Length.TotalSeconds),
            LookedAt = now,
        };

    private static FlagRow Uncovered(IReadOnlyList<Finding> day) =>
        Of(FlagKind.HoursUncovered, day[0].Line, day[0].Unit, day[0].From, day.Max(gap => gap.To));

    private static FlagRow Of(FlagKind kind, DutyLine line, Instant now) => Of(kind, line.Id, line.Unit, now, null);

    private static FlagRow Of(FlagKind kind, DutyLineId line, UnitNumber unit, Instant from, Instant? to) =>
        new()
        {
            Kind = kind.ToString(),
            Fact = FlagFact.OfLine(kind, line, from.OsloDate()).Key,
            LineId = line.Value,
            UnitNumber = unit.Value,
            Reason = FlagReasons.Of(kind),
            CountsAgainstOffice = true,
            FromAt = from,
            ToAt = to,
        };
}

/// <summary>What a look at some lines found.</summary>
/// <param name="Gaps">One for each line, also for the well kept.</param>
public sealed record LinesSeen(IReadOnlyList<FlagRow> Flags, IReadOnlyList<LineGapRow> Gaps);
