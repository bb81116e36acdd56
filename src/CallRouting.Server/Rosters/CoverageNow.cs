using CallRouting.Core.Calls;
using CallRouting.Core.Offices;
using CallRouting.Core.Rosters;
using CallRouting.Server.Database;
using CallRouting.Server.Health;
using CallRouting.Server.Notices;
using NodaTime;
using NodaTime.Extensions;

namespace CallRouting.Server.Rosters;

/// <summary>Gathers what coverage is measured against, and measures it: for what is published and for drafts alike.</summary>
public sealed class CoverageNow(RosterStore rosters, MorningCheckStore checks, PhoneStore phones, OpeningHours hours, TimeProvider clock)
{
    public async Task<Coverage> Of(IEnumerable<DutyLine> lines, Interval interval, UnitOfWork unit)
    {
        var covered = new List<CoveredLine>();
        foreach (var line in lines)
        {
            covered.Add(await Published(line, unit));
        }
        return CoverageRules.Of(covered, await Facts(unit), interval);
    }

    public async Task<CoveredLine> Published(DutyLine line, UnitOfWork unit) =>
        new(line, await rosters.Published(line, unit), line.Agreement);

    /// <summary>A phone counts as verified once its officer has given its code, or somebody has accepted a call on it.</summary>
    public async Task<CoverageFacts> Facts(UnitOfWork unit)
    {
        var officers = await rosters.EveryOfficer(unit);
        var proven = (await checks.ProvenPhones(unit)).Union(await phones.VerifiedNumbers(unit));
        return new(
            hours,
            officers.ToDictionary(officer => officer.Id),
            proven.Select(number => new PhoneNumber(number)).ToHashSet(),
            [.. officers.Where(officer => officer.IsPaused).Select(officer => new OfficerPause(officer.Id, RestOfToday()))],
            HandOverTimes.Default
        );
    }

    // Nobody has said when a pause ends; it is reckoned with until the day is over.
    private Interval RestOfToday()
    {
        var now = clock.GetUtcNow().ToInstant();
        return new(now, OsloTime.StartOf(now.OsloDate().PlusDays(1)));
    }
}
