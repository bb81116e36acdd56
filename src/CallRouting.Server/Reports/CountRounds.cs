using CallRouting.Core.Offices;
using CallRouting.Core.Reports;
using CallRouting.Core.Rosters;
using CallRouting.Server.Database;
using CallRouting.Server.Rosters;
using NodaTime;

namespace CallRouting.Server.Reports;

/// <summary>
/// Sums up days. A day is summed whole, from its rows, in the place of the sums before: done twice it is the same, and what came late is in it.
/// </summary>
public sealed class CountRounds(
    CountedTransferStore rows,
    DailyTransferStore days,
    DailyCoverageStore kept,
    RosterStore rosters,
    CoverageNow coverage,
    Reads reads,
    Writes writes
)
{
    private static readonly DateInterval Ever = new(new(2000, 1, 1), new(2999, 12, 31));

    /// <summary>The job's part: sums the stale days up, and measures how lines were kept on days that are over. Tells how many days it took.</summary>
    public async Task<int> RunOnce(Instant now, CancellationToken cancel = default) =>
        await Count(Ever, cancel) + await Measure(now.OsloDate().PlusDays(-1), cancel);

    /// <summary>Sums those of some days up that are stale, so that whoever asks next is told what a plain count would give.</summary>
    public async Task<int> Count(DateInterval among, CancellationToken cancel = default)
    {
        var stale = await reads.Ask(unit => days.StaleAmong(among, unit), cancel);
        foreach (var day in stale)
        {
            await writes.Commit(unit => Count(day, unit), cancel);
        }
        return stale.Count;
    }

    private async Task Count(LocalDate day, UnitOfWork unit)
    {
        var counted = await rows.Of(new(day, day), Extent.Everything, Slice.All, unit);
        await days.Replace(day, DailyTransfers.Of(counted), unit);
    }

    // Once for each day, on the day after: whoever leaves the roster later was there then.
    private async Task<int> Measure(LocalDate yesterday, CancellationToken cancel)
    {
        var last = await reads.Ask(kept.Last, cancel);
        var measured = 0;
        for (var day = last?.PlusDays(1) ?? yesterday; day <= yesterday; day = day.PlusDays(1))
        {
            var interval = new Interval(OsloTime.StartOf(day), OsloTime.StartOf(day.PlusDays(1)));
            var found = await reads.Ask(async unit => await coverage.Of(await rosters.EveryLine(unit), interval, unit), cancel);
            await writes.Commit(unit => Keep(day, found, unit), cancel);
            measured++;
        }
        return measured;
    }

    // Another instance may have been quicker.
    private async Task Keep(LocalDate day, Coverage found, UnitOfWork unit)
    {
        if (await kept.Last(unit) is not { } last || last < day)
        {
            await kept.Add(day, found, unit);
        }
    }
}
