using CallRouting.Core.Offices;
using CallRouting.Core.Rosters;
using CallRouting.Server.Database;
using NodaTime;
using NodaTime.Extensions;

namespace CallRouting.Server.Rosters;

/// <summary>A line's roster laid out in time beside the hours that it must be kept: what stands, or what a draft would make of it.</summary>
public sealed class RosterView(RosterStore rosters, PublishedStore published, CoverageNow coverage, OpeningHours hours, TimeProvider clock)
{
    public async Task<LineRosterAnswer> Standing(DutyLine line, Interval interval, UnitOfWork unit)
    {
        var stands = await rosters.Published(line, unit);
        return await Of(line, stands, stands.InForce(interval.Start)?.Number ?? 0, interval, unit);
    }

    /// <summary>As if the draft held always; null without one.</summary>
    public async Task<LineRosterAnswer?> Drafted(DutyLine line, Interval interval, UnitOfWork unit) =>
        await published.DraftOf(line.Id, unit) is { } draft
            ? await Of(
                line,
                PublishedRosters.Always(draft.Roster.Beside((await rosters.Published(line, unit)).Versions[0].Roster)),
                draft.Version,
                interval,
                unit
            )
            : null;

    /// <summary>Who would be rung, rung by rung, if a call came at a moment. A pause has no end, so it is reckoned with until midnight.</summary>
    public async Task<WouldRingAnswer> WouldRing(DutyLine line, Instant at, UnitOfWork unit)
    {
        var ladder = LadderPlan.Freeze(line, await rosters.ForLine(line.Id, at, unit), at);
        var pausesCount = at.OsloDate() <= clock.GetUtcNow().ToInstant().OsloDate();
        return WouldRingAnswer.Of(line, at, hours.IsOpen(at), ladder, pausesCount);
    }

    private async Task<LineRosterAnswer> Of(DutyLine line, PublishedRosters laid, int version, Interval interval, UnitOfWork unit)
    {
        var facts = await coverage.Facts(unit);
        var measured = CoverageRules.Of([new(line, laid)], facts, interval).Lines[0];
        var colleagues = (await rosters.OfficersOf(line, unit)).Select(officer => new ColleagueAnswer(officer.Id, officer.Name));
        return new(
            line.Id.Value,
            line.Name,
            line.Unit.Value,
            version,
            [.. Timetable.Of(laid, interval).SelectMany(layer => layer).Select(period => DutyPeriodAnswer.Of(period, facts.Officers))],
            [.. hours.Within(interval).Select(OpenAnswer.Of)],
            [.. measured.Findings.Select(FindingAnswer.Of)],
            [.. measured.Work.Select(WorkAnswer.Of)],
            [.. colleagues]
        );
    }
}
