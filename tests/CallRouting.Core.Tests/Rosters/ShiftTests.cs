using CallRouting.Core.Offices;
using CallRouting.Core.Rosters;
using NodaTime;

namespace CallRouting.Core.Tests.Rosters;

public sealed class ShiftTests
{
    private static readonly Shift Day = Staffed.Primary(Staffed.Kari);

    // The clock moved on Palm Sunday in 2026, which is a holiday.
    private static readonly Shift Always = Day with { Days = Weekdays.All, OnHolidays = true };

    private static readonly Shift SaturdayNight = Day with
    {
        Days = Weekdays.Saturday,
        From = new LocalTime(22, 0),
        To = new LocalTime(6, 0),
    };

    [TestCase("2026-11-18 08:59", false)]
    [TestCase("2026-11-18 09:00", true)]
    [TestCase("2026-11-18 14:59", true)]
    [TestCase("2026-11-18 15:00", false)]
    [TestCase("2026-11-21 10:00", false, Description = "Saturday")]
    [TestCase("2026-04-03 10:00", false, Description = "Good Friday")]
    [TestCase("2025-12-31 10:00", false, Description = "before it is valid")]
    public void A_weekday_shift_is_kept_in_oslos_wall_time(string wall, bool covers) =>
        Assert.That(Covers(Day, Oslo.At(wall)), Is.EqualTo(covers));

    [Test]
    public void A_shift_that_is_also_kept_on_holidays_is() =>
        Assert.That(Covers(Day with { OnHolidays = true }, Oslo.At("2026-04-03 10:00")), Is.True);

    [TestCase("2026-11-20 10:00", true)]
    [TestCase("2026-11-23 10:00", false)]
    public void The_last_valid_date_is_included(string wall, bool covers) =>
        Assert.That(Covers(Day with { ValidTo = new LocalDate(2026, 11, 20) }, Oslo.At(wall)), Is.EqualTo(covers));

    [TestCase("2026-11-21 21:59", false)]
    [TestCase("2026-11-21 22:00", true)]
    [TestCase("2026-11-22 05:59", true)]
    [TestCase("2026-11-22 06:00", false)]
    [TestCase("2026-11-22 23:00", false)]
    [TestCase("2026-11-21 05:00", false, Description = "Friday's night is not in it")]
    public void A_night_shift_belongs_to_the_day_it_begins_on(string wall, bool covers) =>
        Assert.That(Covers(SaturdayNight, Oslo.At(wall)), Is.EqualTo(covers));

    [TestCase("2026-03-28", 7)]
    [TestCase("2026-10-24", 9)]
    [TestCase("2026-11-21", 8)]
    public void A_night_is_an_hour_shorter_or_longer_when_the_clock_moves(string saturday, int hours) =>
        Assert.That(MinutesCovered(SaturdayNight, saturday), Is.EqualTo(hours * 60));

    [TestCase("2026-03-29", 23)]
    [TestCase("2026-10-25", 25)]
    [TestCase("2026-11-22", 24)]
    public void Equal_times_are_a_whole_day(string sunday, int hours)
    {
        var wholeSunday = Always with { Days = Weekdays.Sunday, From = new LocalTime(8, 0), To = new LocalTime(8, 0) };
        var untilMidnight = wholeSunday with { From = LocalTime.Midnight, To = LocalTime.Midnight };

        Assert.That(MinutesCovered(untilMidnight, sunday), Is.EqualTo(hours * 60));
        Assert.That(MinutesCovered(wholeSunday, sunday), Is.EqualTo(24 * 60), "the clock moved before eight");
    }

    [TestCase(2026, 3, 29)]
    [TestCase(2026, 10, 25)]
    [TestCase(2026, 11, 22)]
    public void Shifts_that_meet_leave_no_gap_and_no_overlap_at_any_wall_time_on_any_night(int year, int month, int day)
    {
        var date = new LocalDate(year, month, day);
        var start = OsloTime.At(date, LocalTime.Midnight).ToInstant();
        for (var meeting = new LocalTime(0, 15); meeting < new LocalTime(5, 0); meeting = meeting.PlusMinutes(15))
        {
            var first = Always with { From = new LocalTime(20, 0), To = meeting };
            var second = Always with { From = meeting, To = new LocalTime(20, 0) };
            for (var minute = 0; minute < 19 * 60; minute++)
            {
                var now = start + Duration.FromMinutes(minute);
                Assert.That(Covers(first, now), Is.Not.EqualTo(Covers(second, now)), $"meeting at {meeting}, minute {minute}");
            }
        }
    }

    [Test]
    public void A_set_of_weekdays_includes_exactly_its_own()
    {
        var included = Enumerable
            .Range(1, 7)
            .Select(day => (IsoDayOfWeek)day)
            .Where(day => (Weekdays.Monday | Weekdays.Sunday).Include(day));

        Assert.That(included, Is.EqualTo(new[] { IsoDayOfWeek.Monday, IsoDayOfWeek.Sunday }));
    }

    private static bool Covers(Shift shift, Instant now) => !Timetable.At(Roster.Of([shift]), now)[0].IsGap;

    private static int MinutesCovered(Shift shift, string date)
    {
        var from = Oslo.At(date + " 00:00");
        return Enumerable.Range(0, 3 * 24 * 60).Count(minute => Covers(shift, from + Duration.FromMinutes(minute)));
    }
}
