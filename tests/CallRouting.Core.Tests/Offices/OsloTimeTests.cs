using CallRouting.Core.Offices;
using NodaTime;

namespace CallRouting.Core.Tests.Offices;

public sealed class OsloTimeTests
{
    [TestCase("2026-03-29 01:59", "2026-03-29T00:59:00Z")]
    [TestCase("2026-03-29 02:00", "2026-03-29T01:00:00Z", Description = "skipped: the moment of the jump")]
    [TestCase("2026-03-29 02:30", "2026-03-29T01:00:00Z", Description = "skipped: the moment of the jump")]
    [TestCase("2026-03-29 03:00", "2026-03-29T01:00:00Z")]
    [TestCase("2026-03-29 03:15", "2026-03-29T01:15:00Z")]
    [TestCase("2026-10-25 01:59", "2026-10-24T23:59:00Z")]
    [TestCase("2026-10-25 02:30", "2026-10-25T00:30:00Z", Description = "twice: the first")]
    [TestCase("2026-10-25 03:00", "2026-10-25T02:00:00Z")]
    public void A_wall_time_means_one_instant_also_on_the_nights_the_clock_moves(string wall, string utc) =>
        Assert.That($"{Oslo.At(wall)}", Is.EqualTo(utc));

    [TestCase(2026, 3, 29)]
    [TestCase(2026, 10, 25)]
    public void A_later_wall_time_is_never_an_earlier_instant(int year, int month, int day)
    {
        var date = new LocalDate(year, month, day);
        var instants = Enumerable.Range(0, 24 * 60).Select(minute => OsloTime.At(date, LocalTime.Midnight.PlusMinutes(minute)).ToInstant());

        Assert.That(instants, Is.Ordered);
    }

    [Test]
    public void The_quick_way_to_an_instant_leads_to_the_same_one_in_two_hundred_years()
    {
        var wall = new LocalDateTime(1895, 1, 1, 0, 0);
        for (; wall.Year < 2095; wall = wall.PlusMinutes(wall.Month is 3 or 4 or 9 or 10 or 11 ? 30 : 60 * 5))
            if (OsloTime.InstantAt(wall) != OsloTime.At(wall.Date, wall.TimeOfDay).ToInstant())
                Assert.Fail($"at {wall}");
    }

    [Test]
    public void The_date_is_oslos_not_utcs() =>
        Assert.That(Instant.FromUtc(2026, 6, 30, 22, 0).OsloDate(), Is.EqualTo(new LocalDate(2026, 7, 1)));
}
