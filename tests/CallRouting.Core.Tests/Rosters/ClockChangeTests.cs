using CallRouting.Core.Rosters;
using NodaTime;
using static CallRouting.Core.Tests.Rosters.Office;

namespace CallRouting.Core.Tests.Rosters;

/// <summary>
/// 2026-03-29: 02:00 becomes 03:00, the day has 23 hours and 02:30 never is. 2026-10-25: 03:00 becomes 02:00, it has 25, and 02:30 is twice.
/// A wall time that is skipped means the moment of the jump; one that comes twice means the first.
/// </summary>
public sealed class ClockChangeTests
{
    private static readonly Rotation Daily = AllDay with
    {
        ValidFrom = new(2026, 1, 1),
        Length = TurnLength.Days(1),
        HandOver = new(2, 30),
    };

    [TestCase("2026-03-29", 23)]
    [TestCase("2026-10-25", 25)]
    [TestCase("2026-11-22", 24)]
    public void A_day_each_from_midnight_has_as_many_hours_as_the_day(string date, int hours)
    {
        var midnight = Daily with { HandOver = LocalTime.Midnight };

        Assert.That(LengthAt(midnight, date + " 12:00"), Is.EqualTo(Duration.FromHours(hours)));
    }

    [Test]
    public void A_hand_over_at_02_30_that_never_is_happens_at_03_00()
    {
        Assert.That(Told(Roster.Of([Daily]), "2026-03-29 00:00", "2026-03-29 12:00"), Does.EndWith("Sun 2026-03-29 03:00 kari"));
        Assert.That(LengthAt(Daily, "2026-03-28 12:00"), Is.EqualTo(Duration.FromHours(23.5)), "from 02:30 to 03:00");
        Assert.That(LengthAt(Daily, "2026-03-29 12:00"), Is.EqualTo(Duration.FromHours(23.5)), "from 03:00 to 02:30");
    }

    [Test]
    public void A_hand_over_at_02_30_that_comes_twice_happens_the_first_time()
    {
        Assert.That(Ends(Daily, "2026-10-24 12:00"), Is.EqualTo(Instant.FromUtc(2026, 10, 25, 0, 30)));
        Assert.That(LengthAt(Daily, "2026-10-24 12:00"), Is.EqualTo(Duration.FromHours(24)));
        Assert.That(LengthAt(Daily, "2026-10-25 12:00"), Is.EqualTo(Duration.FromHours(25)));
    }

    [Test]
    public void A_shift_from_02_00_to_02_30_is_not_on_the_night_without_that_hour_and_once_on_the_night_that_has_it_twice()
    {
        var half = new Shift(new("line"), "kari", DutyRole.Primary, Weekdays.All, new(2, 0), new(2, 30), new(2026, 1, 1), OnHolidays: true);

        Assert.That(Told(Roster.Of([half]), "2026-03-29 00:00", "2026-03-30 00:00"), Is.EqualTo("Sun 2026-03-29 00:00 nobody"));
        Assert.That(
            Timetable
                .Of(Roster.Of([half]), Layer.Usual[0], Between("2026-10-25 00:00", "2026-10-25 12:00"))
                .Select(period => period.Length),
            Is.EqualTo(new[] { Duration.FromHours(2), Duration.FromMinutes(30), Duration.FromHours(10.5) })
        );
    }

    [Test]
    public void A_shift_from_02_30_to_03_30_is_half_an_hour_in_spring_and_two_hours_in_autumn()
    {
        var night = new Shift(
            new("line"),
            "kari",
            DutyRole.Primary,
            Weekdays.All,
            new(2, 30),
            new(3, 30),
            new(2026, 1, 1),
            OnHolidays: true
        );

        Assert.That(LengthAt(night, "2026-03-29 03:15"), Is.EqualTo(Duration.FromMinutes(30)));
        Assert.That(LengthAt(night, "2026-10-25 03:15"), Is.EqualTo(Duration.FromHours(2)));
        Assert.That(LengthAt(night, "2026-11-22 03:15"), Is.EqualTo(Duration.FromHours(1)));
    }

    [Test]
    public void Hourly_turns_stay_on_their_hours_on_the_wall_the_day_after()
    {
        var hourly = AllDay with { ValidFrom = new(2026, 1, 1), Length = TurnLength.Hours(8), HandOver = new(7, 0) };

        foreach (var sunday in new[] { "2026-03-29", "2026-10-25" })
        {
            var day = Told(Roster.Of([hourly]), $"{sunday} 07:00", $"{sunday} 23:00");
            Assert.That(day, Is.EqualTo($"Sun {sunday} 07:00 kari | Sun {sunday} 15:00 per"));
        }
        Assert.That(LengthAt(hourly, "2026-03-29 01:00"), Is.EqualTo(Duration.FromHours(7)));
        Assert.That(LengthAt(hourly, "2026-10-25 01:00"), Is.EqualTo(Duration.FromHours(9)));
    }

    [Test]
    public void Leave_for_a_day_is_the_whole_of_it_whatever_its_length([Values("2026-03-29", "2026-10-25")] string sunday)
    {
        var date = NodaTime.Text.LocalDatePattern.Iso.Parse(sunday).Value;
        var roster = Roster.Of([AllDay with { ValidFrom = new(2026, 1, 1), Order = ["kari"] }]) with
        {
            Leave = [new("away", "kari", date, date, By("Liv"))],
        };

        Assert.That(
            Told(roster, $"{date.PlusDays(-1):uuuu-MM-dd} 00:00", $"{date.PlusDays(2):uuuu-MM-dd} 00:00"),
            Is.EqualTo(
                $"Sat {date.PlusDays(-1):uuuu-MM-dd} 00:00 kari | Sun {sunday} 00:00 nobody | Mon {date.PlusDays(1):uuuu-MM-dd} 00:00 kari"
            )
        );
    }

    private static Duration LengthAt(RosterRule rule, string wall) => Period(rule, wall).Length;

    private static Instant Ends(RosterRule rule, string wall) => Period(rule, wall).To;

    private static DutyPeriod Period(RosterRule rule, string wall)
    {
        var now = Oslo.At(wall);
        var around = new Interval(now - Duration.FromDays(3), now + Duration.FromDays(3));
        return Timetable.Of(Roster.Of([rule]), Layer.Usual[0], around).Single(period => period.From <= now && now < period.To);
    }
}
