using CallRouting.Core.Notices;
using CallRouting.Core.Offices;
using CallRouting.Core.Rosters;
using CallRouting.Server.Calls;
using CallRouting.Server.Database;
using CallRouting.Server.Live;
using CallRouting.Server.Rosters;
using Microsoft.Extensions.Options;
using NodaTime;

namespace CallRouting.Server.Notices;

/// <summary>
/// Looks ahead, line by line: who begins a shift, which hours nobody keeps, which month has no roster. How far it has come is in the
/// database, so that what was missed while nobody was there is made up for once, whoever wakes it how often.
/// </summary>
public sealed class NoticeRounds(
    RosterStore rosters,
    CoverageNow coverage,
    NoticeStore notices,
    NoticeBoard board,
    Drills drills,
    NoticeRunner runner,
    OpeningHours hours,
    Reads reads,
    Writes writes,
    Worker worker,
    IOptions<NoticeOptions> options
)
{
    private const string Shifts = "shifts";
    private const string Daily = "daily";

    // As many lines as one transaction may take while callers wait for theirs.
    private const int LinesAtOnce = 20;
    private static readonly Duration BetweenLooks = Duration.FromMinutes(10);

    // Written down no sooner: a roster may still change, and what is planned late is tried late.
    private static readonly Duration DrillsAhead = Duration.FromHours(2);
    private static readonly Duration TwoWeeks = Duration.FromDays(14);

    /// <summary>The job's part, each minute. Tells whether anything was looked at.</summary>
    public async Task<bool> RunOnce(Instant now, CancellationToken cancel = default)
    {
        if (!options.Value.Rounds)
        {
            return false;
        }
        var looked = await Shift(now, cancel) | await Day(now, cancel);
        if (looked)
        {
            worker.Nudge();
        }
        return looked;
    }

    private async Task<bool> Shift(Instant now, CancellationToken cancel)
    {
        if (await reads.Ask(unit => notices.RoundDone(Shifts, unit), cancel) is { } done && now < done + BetweenLooks)
        {
            return false;
        }
        var known = await reads.Ask(unit => notices.TopicsFrom(now, unit), cancel);
        await SomeLines(
            async (some, unit) =>
            {
                foreach (var line in some)
                {
                    await ShiftsOf(line, known, now, unit);
                }
            },
            cancel
        );
        await writes.Commit(unit => notices.TakeTheRound(Shifts, now, unit), cancel);
        return true;
    }

    // Until the end of tomorrow: what begins later is told tomorrow.
    private async Task ShiftsOf(DutyLine line, IReadOnlySet<string> known, Instant now, UnitOfWork unit)
    {
        var horizon = new Interval(now, OsloTime.StartOf(now.OsloDate().PlusDays(2)));
        var starts = ShiftStart.Within(line.Id, await rosters.Published(line, unit), horizon);
        if (starts.Count == 0)
        {
            return;
        }
        var officers = (await rosters.OfficersOf(line.Unit, unit)).ToDictionary(officer => officer.Id);
        foreach (var shift in starts.Where(shift => officers.ContainsKey(shift.OfficerId)))
        {
            await Remind(line, shift, officers[shift.OfficerId], known, now, unit);
            await Drill(line, shift, officers[shift.OfficerId], known, now, unit);
        }
    }

    private async Task Remind(DutyLine line, ShiftStart shift, Officer officer, IReadOnlySet<string> known, Instant now, UnitOfWork unit)
    {
        var topic = NoticeTopic.ShiftSoon(line.Id, officer.Id, shift.Day);
        if (!known.Contains(topic.Key) && ShiftNotices.Due(shift, options.Value.Evening, now) is { } due)
        {
            var notice = NewNotice.Of(NoticeKind.ShiftSoon, topic, line, new Interval(shift.From, shift.To));
            await board.Tell(notice with { Due = due }, Recipient.Of(officer), unit);
        }
    }

    private async Task Drill(DutyLine line, ShiftStart shift, Officer officer, IReadOnlySet<string> known, Instant now, UnitOfWork unit)
    {
        var isPlanned = known.Contains(NoticeTopic.Drill(officer.Id, shift.From).Key);
        var isNear = shift.From < now + DrillsAhead;
        if (options.Value.Drills && isNear && !isPlanned && DrillRules.Times(shift, now) is { } times)
        {
            await drills.Plan(line, shift, times, officer, unit);
        }
    }

    private async Task<bool> Day(Instant now, CancellationToken cancel)
    {
        var at = OsloTime.InstantAt(now.OsloDate(), options.Value.Daily);
        if (!hours.IsWorkingDay(now.OsloDate()) || now < at || await reads.Ask(unit => notices.RoundDone(Daily, unit), cancel) >= at)
        {
            return false;
        }
        await SomeLines((some, unit) => Holes(some, now, unit), cancel);
        await writes.Commit(unit => notices.TakeTheRound(Daily, at, unit), cancel);
        return true;
    }

    private async Task Holes(IReadOnlyList<DutyLine> lines, Instant now, UnitOfWork unit)
    {
        var gaps = (await coverage.Of(lines, new Interval(now, now + TwoWeeks), unit))
            .Findings.Where(finding => finding.What is Gap)
            .ToLookup(finding => finding.Line);
        foreach (var line in lines)
        {
            await Uncovered(line, [.. gaps[line.Id]], now, unit);
            await Missing(line, now, unit);
        }
    }

    private async Task Uncovered(DutyLine line, IReadOnlyList<Finding> gaps, Instant now, UnitOfWork unit)
    {
        var before = await notices.Of(line.Id, NoticeKind.HoursUncovered, now - TwoWeeks, unit);
        if (!GapNotices.AreNews(gaps, [.. before.Select(told => new ToldGap(told.MadeAt, new(told.FromAt, told.ToAt)))], now))
        {
            return;
        }
        var about = new Interval(gaps[0].From, gaps.Max(gap => gap.To));
        var notice = NewNotice.Of(NoticeKind.HoursUncovered, NoticeTopic.Uncovered(line.Id, now.OsloDate()), line, about);
        await TellChain(notice with { Times = gaps.Count }, unit);
    }

    private async Task Missing(DutyLine line, Instant now, UnitOfWork unit)
    {
        if (GapNotices.MonthToLookAt(now.OsloDate()) is { } month && GapNotices.IsMissing(await rosters.Published(line, unit), month))
        {
            var first = month.OnDayOfMonth(1);
            var about = new Interval(OsloTime.StartOf(first), OsloTime.StartOf(first.PlusMonths(1)));
            await TellChain(NewNotice.Of(NoticeKind.RosterMissing, NoticeTopic.Missing(line.Id, month), line, about), unit);
        }
    }

    private async Task TellChain(NewNotice notice, UnitOfWork unit)
    {
        if (await board.TellChain(notice, unit) is null)
        {
            await runner.TellNobody(notice, unit);
        }
    }

    private async Task SomeLines(Func<IReadOnlyList<DutyLine>, UnitOfWork, Task> look, CancellationToken cancel)
    {
        foreach (var some in (await reads.Ask(rosters.EveryLine, cancel)).Chunk(LinesAtOnce))
        {
            await writes.Commit(unit => look(some, unit), cancel);
        }
    }
}
