using CallRouting.Core.Offices;
using CallRouting.Core.Reports;
using CallRouting.Server.Database;
using NodaTime;

namespace CallRouting.Server.Reports;

/// <summary>
/// What the calendar asks for: reports of a month on the first working day after it and of a year in January, publication of what is ripe,
/// letters. What is there is not made again, so that it may be woken as often as one likes, and makes up for what was missed.
/// </summary>
public sealed class ReportRounds(ReportRunner runner, ReportLetters letters, ReportStore reports, OpeningHours hours, Reads reads)
{
    // In Norway; figures of the day before have settled by then, and offices find the report when they come.
    private static readonly LocalTime Begins = new(6, 0);

    // A service that was away longer makes older reports when it is asked to.
    private const int MonthsBack = 2;

    /// <summary>Tells how much was made, published and sent.</summary>
    public async Task<int> RunOnce(Instant now, CancellationToken cancel = default)
    {
        var done = 0;
        foreach (var period in await Owed(now, cancel))
        {
            done += await runner.MakeAll(period, cancel);
        }
        done += await runner.PublishRipe(cancel);
        return done + await letters.SendWaiting(cancel);
    }

    // What nobody has counted anything of is no report: a service that has just begun owes none of the time before it.
    private async Task<IReadOnlyList<ReportPeriod>> Owed(Instant now, CancellationToken cancel)
    {
        var (today, time) = now.InOslo().LocalDateTime;
        if (await reads.Ask(reports.FirstDayCounted, cancel) is not { } first)
        {
            return [];
        }
        return
        [
            .. Recent(today)
                .Where(period => period.Last >= first)
                .Where(period => ReportRules.MadeOn(period, hours) is var day && (day < today || (day == today && time >= Begins))),
        ];
    }

    private static IEnumerable<ReportPeriod> Recent(LocalDate today)
    {
        var month = ReportPeriod.Around(today, PeriodKind.Month);
        for (var i = 0; i < MonthsBack; i++)
        {
            yield return month = month.Previous;
        }
        if (today.Month <= MonthsBack)
        {
            yield return ReportPeriod.Around(today.PlusYears(-1), PeriodKind.Year);
        }
    }
}
