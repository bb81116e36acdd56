using CallRouting.Core.Offices;
using CallRouting.Core.Rosters;
using CallRouting.Server.Calls;
using CallRouting.Server.Database;
using CallRouting.Server.Notices;
using CallRouting.Server.Rosters;
using Microsoft.Extensions.Options;
using NodaTime;

namespace CallRouting.Server.Supervision;

/// <summary>
/// Looks for what a supervisor must see, and raises it once. Reading is done beside the writer; only what is new is written. How far the
/// looks have come is in the database, so that what happened while nobody was there is found by whoever comes.
/// </summary>
public sealed class SupervisionRounds(
    OverdueLook overdue,
    PhoneLook phones,
    PatternLook patterns,
    LineLook lines,
    FlagRunner flags,
    WallboardStore wallboard,
    Alarms alarms,
    RosterStore rosters,
    NoticeStore rounds,
    Reads reads,
    Writes writes,
    Worker worker,
    IOptions<SupervisionOptions> options
)
{
    private const string Lines = "supervised lines";
    private const string Weeks = "supervised weeks";

    // As many lines as one reading may take beside callers.
    private const int LinesAtOnce = 20;
    private static readonly Duration BetweenLooks = Duration.FromMinutes(5);
    private static readonly Duration FarthestBack = Duration.FromDays(14);

    /// <summary>The job's part, each minute.</summary>
    public async Task RunOnce(Instant now, CancellationToken cancel = default)
    {
        if (!options.Value.Rounds)
        {
            return;
        }
        await Raise(
            async unit => [.. await overdue.Find(now, unit), .. await phones.Find(now, unit), .. await patterns.WithinAnHour(now, unit)],
            now,
            cancel
        );
        await Week(now, cancel);
        await LookAtLines(now, cancel);
        if (await alarms.RunOnce(now, cancel))
        {
            worker.Nudge();
        }
    }

    private async Task Raise(Func<UnitOfWork, Task<IReadOnlyList<FlagRow>>> look, Instant now, CancellationToken cancel)
    {
        var news = await reads.Ask(async unit => await flags.News(await look(unit), unit), cancel);
        if (news.Count > 0)
        {
            await writes.Commit(unit => flags.Raise(news, now, unit), cancel);
        }
    }

    // A week is looked at once it is over.
    private async Task Week(Instant now, CancellationToken cancel)
    {
        var monday = OsloTime.StartOf(PatternLook.MondayOf(now));
        if (await reads.Ask(unit => rounds.RoundDone(Weeks, unit), cancel) >= monday)
        {
            return;
        }
        await Raise(unit => patterns.UnderTarget(now, unit), now, cancel);
        await writes.Commit(unit => rounds.TakeTheRound(Weeks, monday, unit), cancel);
    }

    private async Task LookAtLines(Instant now, CancellationToken cancel)
    {
        var done = await reads.Ask(unit => rounds.RoundDone(Lines, unit), cancel);
        if (now < done + BetweenLooks)
        {
            return;
        }
        var since = Instant.Max(done ?? now, now - FarthestBack);
        foreach (var some in (await reads.Ask(rosters.EveryLine, cancel)).Chunk(LinesAtOnce))
        {
            await Look(some, since, now, cancel);
        }
        await writes.Commit(unit => rounds.TakeTheRound(Lines, now, unit), cancel);
    }

    private async Task Look(IReadOnlyList<DutyLine> some, Instant since, Instant now, CancellationToken cancel)
    {
        var (news, gaps) = await reads.Ask(
            async unit =>
            {
                var seen = await lines.At(some, since, now, unit);
                return (await flags.News(seen.Flags, unit), seen.Gaps);
            },
            cancel
        );
        await writes.Commit(
            async unit =>
            {
                await flags.Raise(news, now, unit);
                await wallboard.Keep(gaps, unit);
            },
            cancel
        );
    }
}
