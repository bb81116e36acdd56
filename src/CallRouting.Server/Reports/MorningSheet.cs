using CallRouting.Core.Offices;
using CallRouting.Core.Reports;
using CallRouting.Core.Rosters;
using CallRouting.Server.Callbacks;
using CallRouting.Server.Database;
using CallRouting.Server.Offices;
using CallRouting.Server.Rosters;
using NodaTime;
using NodaTime.Extensions;

namespace CallRouting.Server.Reports;

/// <summary>One page for an office's morning meeting: the last working day's calls, what is promised, and what nobody keeps today.</summary>
public sealed class MorningSheet(
    FigureQuestions figures,
    CallbackStore callbacks,
    RosterStore rosters,
    CoverageNow coverage,
    PlacesInForce registers,
    OpeningHours hours,
    Reads reads,
    TimeProvider clock
)
{
    private const int MostRows = 200;

    /// <summary>Null for one that is not there.</summary>
    public Office? Office(string unit) => registers.Places.OfficeNumbered(new(unit), clock.GetUtcNow().ToInstant().OsloDate());

    public async Task<MorningSheetAnswer> Of(Office office, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().ToInstant();
        var (today, unitNumber) = (now.OsloDate(), office.Unit.Value);
        var day = ReportPeriod.Around(WorkingDayBefore(today), PeriodKind.Day);
        var scope = Scope.Office(unitNumber);
        var counted = await figures.Of(scope, day, Slice.All, cancel: cancel);
        var rows = await figures.Rows(scope, day, Slice.All, ending: null, RowKey.First, MostRows, cancel);
        var (open, gaps) = await reads.Ask(
            async unit =>
                (
                    await callbacks.Open(unitNumber, MostRows, unit),
                    await coverage.Of(await rosters.LinesOf(office.Unit, unit), new(now, OsloTime.StartOf(today.PlusDays(1))), unit)
                ),
            cancel
        );
        return new(
            unitNumber,
            office.Name,
            day.First.ToDateOnly(),
            ReportFigure.All(counted),
            [.. rows.Select(RowAnswer.Of)],
            open.Count,
            open.Count(one => one.DueAt < now),
            open.Count(one => one.Urgent),
            [.. gaps.Findings.Where(finding => finding.What is Gap).Select(GapToday.Of)]
        );
    }

    private LocalDate WorkingDayBefore(LocalDate today)
    {
        var day = today.PlusDays(-1);
        while (!hours.IsWorkingDay(day))
        {
            day = day.PlusDays(-1);
        }
        return day;
    }
}

/// <param name="Day">The working day before today.</param>
/// <param name="Rows">Its transfers, at most 200.</param>
/// <param name="Callbacks">Open now.</param>
/// <param name="Overdue">Of those.</param>
/// <param name="Urgent">Of those.</param>
/// <param name="Gaps">What nobody keeps of what is left of today.</param>
public sealed record MorningSheetAnswer(
    string Unit,
    string Name,
    DateOnly Day,
    IReadOnlyList<ReportFigure> Figures,
    IReadOnlyList<RowAnswer> Rows,
    int Callbacks,
    int Overdue,
    int Urgent,
    IReadOnlyList<GapToday> Gaps
);

public sealed record GapToday(string Line, DateTimeOffset From, DateTimeOffset To)
{
    public static GapToday Of(Finding gap) => new(gap.Line.Value, gap.From.ToDateTimeOffset(), gap.To.ToDateTimeOffset());
}
