using CallRouting.Core.Offices;
using NodaTime;

namespace CallRouting.Core.Tests.Offices;

public sealed class NorwegianHolidaysTests
{
    [Test]
    public void Every_named_day_from_2024_to_2035_is_that_of_the_published_list()
    {
        var computed = Enumerable.Range(2024, 12).SelectMany(NorwegianHolidays.Of).Select(Line);

        Assert.That(computed, Is.EqualTo(PublishedList()));
    }

    [TestCase(1961, 4, 2)]
    [TestCase(2000, 4, 23)]
    [TestCase(2008, 3, 23)]
    [TestCase(2024, 3, 31)]
    [TestCase(2038, 4, 25)]
    [TestCase(2285, 3, 22)]
    public void Easter_falls_where_the_church_calendar_has_it(int year, int month, int day) =>
        Assert.That(NorwegianHolidays.EasterSunday(year), Is.EqualTo(new LocalDate(year, month, day)));

    [TestCase(2026, 4, 2, true)]
    [TestCase(2026, 5, 1, true)]
    [TestCase(2027, 5, 17, true)]
    [TestCase(2026, 4, 1, false)]
    [TestCase(2026, 12, 24, false)]
    [TestCase(2026, 2, 6, false)]
    [TestCase(2026, 11, 18, false)]
    public void Holidays_and_the_two_days_of_may_are_off_and_short_days_are_not(int year, int month, int day, bool off) =>
        Assert.That(NorwegianHolidays.IsDayOff(new LocalDate(year, month, day)), Is.EqualTo(off));

    private static string Line(Holiday day) =>
        $"{day.Date:uuuu-MM-dd},{$"{day.Date.DayOfWeek}"[..3].ToLowerInvariant()},{day.Name},{day.EnglishName},{Word(day.Kind)}";

    private static string Word(HolidayKind kind) =>
        kind switch
        {
            HolidayKind.Holiday => "holiday",
            HolidayKind.PublicDay => "public_day",
            HolidayKind.HalfDay => "half_day",
            _ => "eve",
        };

    private static string[] PublishedList()
    {
        using var list = new StreamReader(typeof(NorwegianHolidaysTests).Assembly.GetManifestResourceStream("holidays_2024_2035.csv")!);
        return [.. list.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] is '2')];
    }
}
