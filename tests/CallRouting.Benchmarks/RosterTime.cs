using BenchmarkDotNet.Attributes;
using CallRouting.Core.Calls;
using CallRouting.Core.Offices;
using CallRouting.Core.Rosters;
using NodaTime;

namespace CallRouting.Benchmarks;

/// <summary>What rosters cost: at every call, on every page of a line, and for the whole country at once.</summary>
[MemoryDiagnoser]
public class RosterTime
{
    private static readonly Instant Wednesday = Instant.FromUtc(2027, 11, 17, 9, 0);
    private static readonly Interval Year = new(Instant.FromUtc(2026, 12, 31, 23, 0), Instant.FromUtc(2027, 12, 31, 23, 0));
    private static readonly Validity Quarter = new(new(2027, 4, 1), new(2027, 7, 1));

    private readonly Country country = new(offices: 255);

    [Benchmark(Description = "who is on duty")]
    public OnDuty Asked() => OnDuty.At(country.Rosters[0], Wednesday);

    [Benchmark(Description = "a line's shifts of a year")]
    public int Shifts() => Timetable.Of(country.Rosters[0].Roster, Year).Count;

    [Benchmark(Description = "coverage of 255 offices, a year")]
    public CoverageTotals Covered() => CoverageRules.Of(country.Lines, country.Facts, Year).Totals;

    [Benchmark(Description = "255 drafts of a quarter, whether they may be published")]
    public int Published() =>
        country.Lines.Count(line =>
            PublishRules.Decide(new(line, line.Rosters.Versions[0].Roster, Quarter, Country.Decided, [], []), country.Facts).MayPublish
        );
}

/// <summary>Offices of five: weekly turns as primary and backup, a fixed shift, and a year's leave, swaps and overrides.</summary>
internal sealed class Country
{
    public static readonly Decided Decided = new("Leder", Instant.FromUtc(2026, 12, 1, 9, 0));

    private static readonly LocalDate Monday = new(2027, 1, 4);
    private static readonly WeekHours Open = new(Weekdays.MondayToFriday, new LocalTime(9, 0), new LocalTime(15, 0));

    public Country(int offices)
    {
        var units = Enumerable.Range(100, offices).Select(unit => $"{unit:0000}").ToList();
        Rosters = [.. units.Select(Office)];
        Lines =
        [
            .. units.Zip(
                Rosters,
                (unit, roster) =>
                    new CoveredLine(new(new($"{unit}-general"), new(unit), "Vakttelefon"), PublishedRosters.Always(roster.Roster))
            ),
        ];
        var officers = Rosters.SelectMany(roster => roster.Officers).ToList();
        Facts = new(
            OpeningHours.Default,
            officers.ToDictionary(officer => officer.Id),
            officers.SelectMany(officer => officer.Phones).ToHashSet(),
            [],
            HandOverTimes.Default
        );
    }

    public IReadOnlyList<LineRoster> Rosters { get; }

    public IReadOnlyList<CoveredLine> Lines { get; }

    public CoverageFacts Facts { get; }

    private static LineRoster Office(string unit)
    {
        string[] five = [.. Enumerable.Range(1, 5).Select(person => $"{unit}-{person}")];
        var officers = five.Select((id, person) => new Officer(id, id, [new PhoneNumber($"+4712{unit}0{person}")])).ToList();
        return new(officers, Roster(five), officers[0], EscalationPolicy.Default, []);
    }

    private static Roster Roster(string[] five) =>
        new(
            [new(DutyRole.Primary, "vakt", [five[0]]), new(DutyRole.Backup, "bakvakt", [])],
            [
                Weekly("primary", DutyRole.Primary, five, 0),
                Weekly("backup", DutyRole.Backup, five, 1),
                new Shift(new("line"), five[4], DutyRole.Backup, Weekdays.Friday, new(12, 0), new(15, 0), Monday) { Id = new("friday") },
            ],
            [.. Enumerable.Range(0, 25).Select(i => new Leave($"{i}", five[i % 5], Day(14 * i), Day(14 * i + 5), Decided))],
            [
                .. Enumerable
                    .Range(0, 12)
                    .Select(i => new Swap($"{i}", new(new("primary"), 4 * i), five[4 * i % 5], five[(4 * i + 2) % 5], Decided)),
            ],
            [
                .. Enumerable
                    .Range(0, 40)
                    .Select(i => Override.Replacing($"{i}", DutyRole.Primary, Morning(9 * i), null, five[i % 5], Decided)),
            ]
        );

    private static Rotation Weekly(string id, DutyRole role, string[] order, int startsWith) =>
        new(role, id, order, TurnLength.Weeks(1), Open, Monday, new LocalTime(9, 0), StartsWith: startsWith) { Id = new(id) };

    private static LocalDate Day(int day) => Monday.PlusDays(day);

    private static Interval Morning(int day) =>
        new(OsloTime.InstantAt(Day(day), new LocalTime(9, 0)), OsloTime.InstantAt(Day(day), new LocalTime(12, 0)));
}
