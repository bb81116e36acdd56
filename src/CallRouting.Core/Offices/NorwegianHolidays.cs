using NodaTime;

namespace CallRouting.Core.Offices;

/// <summary>How a day differs from an ordinary one. Only the first two are days off by law.</summary>
public enum HolidayKind
{
    /// <summary>A holiday by law 24 February 1995 no. 12 § 2.</summary>
    Holiday,

    /// <summary>1 and 17 May, which another law puts on a par with Sundays.</summary>
    PublicDay,

    /// <summary>Usually a short day, but a working day: the Wednesday before Maundy Thursday.</summary>
    HalfDay,

    /// <summary>The day before a great holiday: a working day when it falls on one.</summary>
    Eve,
}

/// <summary>A named day of the Norwegian calendar, in the words of <paramref name="Name"/> (bokmål) and English.</summary>
public sealed record Holiday(LocalDate Date, HolidayKind Kind, string Name, string EnglishName)
{
    public bool IsDayOff => Kind is HolidayKind.Holiday or HolidayKind.PublicDay;
}

/// <summary>Norway's public holidays and the days that are short by custom, for any year of the Gregorian calendar.</summary>
public static class NorwegianHolidays
{
    private const int FirstReady = 1990;
    private const int Ready = 150;

    /// <summary>The named days of a year in order. Two can fall on one date: 17 May 2027 is also Whit Monday.</summary>
    public static IReadOnlyList<Holiday> Of(int year) => Computed(year).Days;

    /// <summary>Whether the law gives people the day off. Ordinary Sundays are not in this list; opening hours know them.</summary>
    public static bool IsDayOff(LocalDate date) => Computed(date.Year).IsOff[date.DayOfYear];

    // Coverage asks for every day of every line, and always of these years.
    private static Year Computed(int year) => year - FirstReady is >= 0 and < Ready ? Years[year - FirstReady] : Compute(year);

    private static Year Compute(int year)
    {
        var easter = EasterSunday(year);
        Holiday[] days =
        [
            .. Fixed
                .Select(day => new Holiday(new LocalDate(year, day.Month, day.Day), day.Kind, day.Name, day.English))
                .Concat(Moving.Select(day => new Holiday(easter.PlusDays(day.Offset), day.Kind, day.Name, day.English)))
                .OrderBy(day => day.Date),
        ];
        var isOff = new bool[367];
        foreach (var day in days)
            isOff[day.Date.DayOfYear] |= day.IsDayOff;

        return new(days, isOff);
    }

    /// <param name="IsOff">By the day of the year, from 1.</param>
    private sealed record Year(IReadOnlyList<Holiday> Days, bool[] IsOff);

    /// <summary>Easter Sunday by the Gregorian computus (Meeus, Jones and Butcher). The letters are theirs.</summary>
    public static LocalDate EasterSunday(int year)
    {
        var a = year % 19;
        var (b, c) = Math.DivRem(year, 100);
        var (d, e) = Math.DivRem(b, 4);
        var f = (b + 8) / 25;
        var g = (b - f + 1) / 3;
        var h = (19 * a + b - d - g + 15) % 30;
        var (i, k) = Math.DivRem(c, 4);
        var l = (32 + 2 * e + 2 * i - h - k) % 7;
        var m = (a + 11 * h + 22 * l) / 451;
        var (month, day) = Math.DivRem(h + l - 7 * m + 114, 31);
        return new LocalDate(year, month, day + 1);
    }

    private static readonly (int Month, int Day, HolidayKind Kind, string Name, string English)[] Fixed =
    [
        (1, 1, HolidayKind.Holiday, "nyttårsdag", "New Year's Day"),
        (5, 1, HolidayKind.PublicDay, "første mai", "Labour Day"),
        (5, 17, HolidayKind.PublicDay, "grunnlovsdagen", "Constitution Day"),
        (12, 24, HolidayKind.Eve, "julaften", "Christmas Eve"),
        (12, 25, HolidayKind.Holiday, "første juledag", "Christmas Day"),
        (12, 26, HolidayKind.Holiday, "andre juledag", "Boxing Day"),
        (12, 31, HolidayKind.Eve, "nyttårsaften", "New Year's Eve"),
    ];

    private static readonly (int Offset, HolidayKind Kind, string Name, string English)[] Moving =
    [
        (-7, HolidayKind.Holiday, "palmesøndag", "Palm Sunday"),
        (-4, HolidayKind.HalfDay, "onsdag før skjærtorsdag", "Wednesday before Maundy Thursday"),
        (-3, HolidayKind.Holiday, "skjærtorsdag", "Maundy Thursday"),
        (-2, HolidayKind.Holiday, "langfredag", "Good Friday"),
        (-1, HolidayKind.Eve, "påskeaften", "Easter Eve"),
        (0, HolidayKind.Holiday, "første påskedag", "Easter Sunday"),
        (1, HolidayKind.Holiday, "andre påskedag", "Easter Monday"),
        (39, HolidayKind.Holiday, "Kristi himmelfartsdag", "Ascension Day"),
        (48, HolidayKind.Eve, "pinseaften", "Whitsun Eve"),
        (49, HolidayKind.Holiday, "første pinsedag", "Whit Sunday"),
        (50, HolidayKind.Holiday, "andre pinsedag", "Whit Monday"),
    ];

    // Last, for it is made of what stands above.
    private static readonly Year[] Years = [.. Enumerable.Range(FirstReady, Ready).Select(Compute)];
}
