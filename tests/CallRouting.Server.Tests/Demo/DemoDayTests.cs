using CallRouting.Core.Offices;
using CallRouting.Server.Demo;
using NodaTime;
using NodaTime.Text;

namespace CallRouting.Server.Tests.Demo;

public sealed class DemoDayTests
{
    private static readonly LocalDateTimePattern Written = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");

    [TestCase("2026-11-18 03:00", "2026-11-18 10:00", Description = "a Wednesday")]
    [TestCase("2026-11-18 23:30", "2026-11-18 10:00")]
    [TestCase("2026-11-21 12:00", "2026-11-23 10:00", Description = "a Saturday")]
    [TestCase("2026-12-25 12:00", "2026-12-28 10:00", Description = "Christmas Day, a Friday")]
    [TestCase("2026-04-01 12:00", "2026-04-01 10:00", Description = "the Wednesday before Easter")]
    [TestCase("2026-04-02 12:00", "2026-04-07 10:00", Description = "Maundy Thursday to Easter Monday")]
    [TestCase("2026-03-29 01:30", "2026-03-30 10:00", Description = "the night that lost an hour")]
    public void The_first_start_is_at_ten_on_a_working_day(string wall, string begins) => Expect(begins, wall, null, closed: false);

    [TestCase("2026-11-18 03:00", "2026-11-18 18:00")]
    [TestCase("2026-11-21 12:00", "2026-11-23 18:00")]
    public void The_first_start_closed_is_in_the_evening_of_a_working_day(string wall, string begins) =>
        Expect(begins, wall, null, closed: true);

    [TestCase("2026-11-18 10:30")]
    [TestCase("2026-11-18 09:00")]
    [TestCase("2026-11-18 14:00")]
    public void A_restart_in_the_working_day_goes_on_where_it_stopped(string lastSeen)
    {
        Expect(lastSeen, "2026-11-18 20:00", lastSeen, closed: false);
        Expect(lastSeen, "2027-02-01 20:00", lastSeen, closed: false);
        Expect(lastSeen, "2020-02-03 20:00", lastSeen, closed: false);
    }

    [TestCase("2026-11-18 14:01", "2026-11-19 10:00", Description = "too little of the day is left")]
    [TestCase("2026-11-18 16:00", "2026-11-19 10:00")]
    [TestCase("2026-11-18 23:59", "2026-11-19 10:00")]
    [TestCase("2026-11-18 08:00", "2026-11-18 10:00")]
    [TestCase("2026-11-20 16:00", "2026-11-23 10:00", Description = "a Friday afternoon")]
    public void A_restart_outside_it_goes_on_to_the_next_morning(string lastSeen, string begins) =>
        Expect(begins, "2026-11-18 20:00", lastSeen, closed: false);

    [TestCase("2026-11-18 18:30", "2026-11-18 18:30")]
    [TestCase("2026-11-19 03:00", "2026-11-19 03:00")]
    [TestCase("2026-11-18 11:00", "2026-11-18 18:00")]
    public void A_restart_closed_goes_on_in_the_evening(string lastSeen, string begins) =>
        Expect(begins, "2026-11-18 20:00", lastSeen, closed: true);

    [Test]
    public void It_never_goes_backwards_and_always_begins_as_it_was_asked_to()
    {
        var random = new Random(7);
        for (var i = 0; i < 3000; i++)
        {
            var (seen, wall) = (Sometime(random), Sometime(random));
            var closed = random.Next(2) == 0;
            var begin = DemoDay.Begin(wall, seen, closed, OpeningHours.Default);
            Assert.That(begin, Is.GreaterThanOrEqualTo(seen));
            Assert.That(OpeningHours.Default.IsOpen(begin), Is.EqualTo(!closed), $"{begin}, last seen {seen}, by the wall {wall}");
        }
    }

    private static Instant Sometime(Random random) => At("2026-01-01 00:00") + Duration.FromMinutes(random.Next(400 * 24 * 60));

    private static void Expect(string begins, string wall, string? lastSeen, bool closed)
    {
        var begin = DemoDay.Begin(At(wall), lastSeen is null ? null : At(lastSeen), closed, OpeningHours.Default);
        Assert.That(Written.Format(begin.InOslo().LocalDateTime), Is.EqualTo(begins));
    }

    private static Instant At(string oslo) =>
        Written.Parse(oslo).Value.InZoneStrictly(DateTimeZoneProviders.Tzdb["Europe/Oslo"]).ToInstant();
}
