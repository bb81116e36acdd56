using CallRouting.Core.Offices;
using CallRouting.Core.Rosters;
using CallRouting.Server.Database;
using CallRouting.Server.Offices;
using CallRouting.Server.SignIn;
using NodaTime;
using NodaTime.Extensions;
using NodaTime.Text;

namespace CallRouting.Server.Rosters;

/// <summary>The country's coverage at a glance: every office, county by county, day by day. An office without a duty line stands there too.</summary>
public sealed class CoverageWall(RosterStore rosters, CoverageNow coverage, OpeningHours hours, PlacesInForce places, TimeProvider clock)
{
    public const int MostDays = 31;

    public async Task<CoverageWallAnswer> Of(int count, Who who, UnitOfWork unit)
    {
        var today = clock.GetUtcNow().ToInstant().OsloDate();
        IReadOnlyList<LocalDate> days = [.. Enumerable.Range(0, count).Select(today.PlusDays)];
        var interval = new Interval(OsloTime.StartOf(today), OsloTime.StartOf(today.PlusDays(count)));
        var lines = (await rosters.EveryLine(unit)).Where(line => who.MayAct(line.Unit.Value));
        var measured = (await coverage.Of(lines, interval, unit)).Lines.ToLookup(line => line.Unit);
        var counties = places
            .Places.Offices(today)
            .Where(office => who.MayAct(office.Unit.Value))
            .Select(office =>
                (County: places.Places.CountyOf(office.Unit, today) ?? "", Office: Office(office, measured[office.Unit], days))
            )
            .GroupBy(office => office.County, office => office.Office)
            .Select(county => new CountyCoverAnswer(county.Key, Share(county), [.. county.OrderBy(office => office.Unit)]));
        return new(
            [.. days.Select(day => new WallDayAnswer(LocalDatePattern.Iso.Format(day), OpenOn(day)))],
            [.. counties.OrderBy(county => county.Offices[0].Unit)]
        );
    }

    private static OfficeCoverAnswer Office(Office office, IEnumerable<LineCoverage> lines, IReadOnlyList<LocalDate> days)
    {
        var own = lines.ToList();
        var gaps = own.SelectMany(line => line.Findings)
            .Where(finding => finding.What is Gap)
            .ToLookup(finding => finding.From.OsloDate(), finding => finding.Length.TotalHours);
        return new(
            office.Unit.Value,
            office.Name,
            own.Any(line => line.Totals.Covered > Duration.Zero),
            [.. own.Select(line => line.Line.Value)],
            [.. days.Select(day => gaps[day].Sum())]
        );
    }

    private static WallShareAnswer Share(IEnumerable<OfficeCoverAnswer> offices)
    {
        var all = offices.ToList();
        return new(
            all.Count,
            all.Count(office => office.HasDutyLine),
            all.Count(office => office.HasDutyLine && office.GapHours.Sum() == 0)
        );
    }

    private double OpenOn(LocalDate day) =>
        hours.Within(new Interval(OsloTime.StartOf(day), OsloTime.StartOf(day.PlusDays(1)))).Sum(open => open.Duration.TotalHours);
}

/// <param name="Counties">With an office that the asker may see.</param>
public sealed record CoverageWallAnswer(IReadOnlyList<WallDayAnswer> Days, IReadOnlyList<CountyCoverAnswer> Counties);

/// <param name="Date">yyyy-MM-dd.</param>
/// <param name="OpenHours">The contact centre's; 0 on holidays and weekends: nobody is obliged.</param>
public sealed record WallDayAnswer(string Date, double OpenHours);

/// <param name="WithDutyLine">Have a line that somebody keeps at least for a part of the period.</param>
/// <param name="Covered">Of those, without a gap.</param>
public sealed record WallShareAnswer(int Offices, int WithDutyLine, int Covered);

public sealed record CountyCoverAnswer(string Name, WallShareAnswer Share, IReadOnlyList<OfficeCoverAnswer> Offices);

/// <param name="GapHours">For each of the days, over all its lines.</param>
public sealed record OfficeCoverAnswer(
    string Unit,
    string Name,
    bool HasDutyLine,
    IReadOnlyList<string> Lines,
    IReadOnlyList<double> GapHours
);
