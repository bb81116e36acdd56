using CallRouting.Core.Offices;
using CallRouting.Core.Rosters;
using CallRouting.Server.Database;
using NodaTime;
using NodaTime.Extensions;

namespace CallRouting.Server.Rosters;

/// <summary>What a draft would have done with past calls, and has for the days on which rosters go wrong. Without a draft: what stands.</summary>
public sealed class DraftReplay(
    RosterStore rosters,
    PublishedStore published,
    PastCallStore calls,
    CoverageNow coverage,
    OpeningHours hours,
    TimeProvider clock
)
{
    /// <param name="weeksLater">How far the calls are moved, for a draft that begins after them.</param>
    public async Task<ReplayAnswer> PastCalls(DutyLine line, DateInterval days, int weeksLater, UnitOfWork unit)
    {
        var when = new Interval(OsloTime.StartOf(days.Start), OsloTime.StartOf(days.End.PlusDays(1)));
        var past = await calls.Of(line.Id, when, unit);
        var drafted = Rested(await Drafted(line, unit));
        return ReplayAnswer.Of(line, Replay.Of(line with { OutOfServiceUntil = null }, drafted, past, hours, weeksLater));
    }

    public async Task<IReadOnlyList<SpecialDayAnswer>> Special(DutyLine line, DateInterval days, UnitOfWork unit)
    {
        var drafted = await Drafted(line, unit);
        var covered = new CoveredLine(line, PublishedRosters.Always(drafted.Roster), line.Agreement);
        var officers = drafted.Officers.ToDictionary(officer => officer.Id);
        return
        [
            .. SpecialDays.Of(covered, await coverage.Facts(unit), days.Start, days.End).Select(day => SpecialDayAnswer.Of(day, officers)),
        ];
    }

    // With the leave, swaps and overrides that stand beside it.
    private async Task<LineRoster> Drafted(DutyLine line, UnitOfWork unit)
    {
        var stands = await rosters.ForLine(line.Id, clock.GetUtcNow().ToInstant(), unit);
        return await published.DraftOf(line.Id, unit) is { } draft ? stands with { Roster = draft.Roster.Beside(stands.Roster) } : stands;
    }

    // Whoever is on pause at this minute was not then.
    private static LineRoster Rested(LineRoster roster) =>
        roster with
        {
            Officers = [.. roster.Officers.Select(officer => officer with { IsPaused = false })],
            Lead = roster.Lead is { } lead ? lead with { IsPaused = false } : null,
            Neighbours = [.. roster.Neighbours.Select(each => each with { Roster = Rested(each.Roster) })],
        };
}
