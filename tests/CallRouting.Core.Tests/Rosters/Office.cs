using CallRouting.Core.Offices;
using CallRouting.Core.Rosters;
using NodaTime;

namespace CallRouting.Core.Tests.Rosters;

/// <summary>Rosters of three people, and their answers as one line of text.</summary>
internal static class Office
{
    public static readonly string[] Three = ["kari", "per", "liv"];
    public static readonly WeekHours Weekdays9To15 = new(Weekdays.MondayToFriday, new LocalTime(9, 0), new LocalTime(15, 0));
    public static readonly LocalTime Nine = new(9, 0);

    /// <summary>A Monday.</summary>
    public static readonly LocalDate Monday = new(2026, 11, 2);

    public static Rotation Weekly =>
        new(DutyRole.Primary, "Moss", Three, TurnLength.Weeks(1), Weekdays9To15, Monday, Nine) { Id = new("moss") };

    public static Rotation AllDay => Weekly with { Hours = WeekHours.Always, OnHolidays = true };

    public static Decided By(string name, string wall = "2026-10-20 12:00") => new(name, Oslo.At(wall));

    public static Interval Between(string from, string to) => new(Oslo.At(from), Oslo.At(to));

    public static string PrimaryAt(RosterRule rule, string wall) => PrimaryAt(Roster.Of([rule]), wall);

    /// <summary>Such as «kari, per», or «nobody».</summary>
    public static string PrimaryAt(Roster roster, string wall) => Names(Timetable.At(roster, Oslo.At(wall))[0]);

    /// <summary>Such as «Mon 2026-11-02 09:00 kari | Mon 2026-11-02 15:00 nobody».</summary>
    public static string Told(Roster roster, string from, string to) =>
        string.Join(
            " | ",
            Timetable
                .Of(roster, roster.Layers[0], Between(from, to))
                .Select(period => $"{Oslo.Wording(period.From)} {Names(period.Staffing)}")
        );

    /// <summary>These people, with every phone verified.</summary>
    public static CoverageFacts FactsOf(params IEnumerable<Officer> officers) =>
        new(
            OpeningHours.Default,
            officers.ToDictionary(officer => officer.Id),
            officers.SelectMany(officer => officer.Phones).ToHashSet(),
            [],
            HandOverTimes.Default
        );

    private static string Names(Staffing staffing) =>
        staffing.IsGap ? "nobody" : string.Join(", ", staffing.OnDuty.Select(posting => posting.OfficerId));
}
