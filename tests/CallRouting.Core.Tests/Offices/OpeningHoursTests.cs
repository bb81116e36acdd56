using CallRouting.Core.Offices;
using NodaTime;

namespace CallRouting.Core.Tests.Offices;

public sealed class OpeningHoursTests
{
    private static readonly OpenPeriod Office = new(new LocalTime(9, 0), new LocalTime(15, 0));

    private static readonly OpeningHours WithExceptions = OpeningHours.Weekdays(
        Office,
        [
            new(new LocalDate(2026, 12, 24), new(new LocalTime(9, 0), new LocalTime(12, 0)), "Kort dag på julaften"),
            new(new LocalDate(2026, 12, 28), null, "Flytting"),
            new(new LocalDate(2026, 12, 26), new(new LocalTime(10, 0), new LocalTime(11, 0)), "Ekstra åpent andre juledag"),
        ]
    );

    [TestCase("2026-11-18 08:59", false)]
    [TestCase("2026-11-18 09:00", true)]
    [TestCase("2026-11-18 14:59", true)]
    [TestCase("2026-11-18 15:00", false)]
    [TestCase("2026-11-21 10:00", false, Description = "Saturday")]
    [TestCase("2026-04-02 10:00", false, Description = "Maundy Thursday")]
    [TestCase("2024-05-17 10:00", false, Description = "Constitution Day, a Friday")]
    [TestCase("2024-05-20 10:00", false, Description = "Whit Monday")]
    [TestCase("2026-04-01 14:00", true, Description = "the Wednesday before Easter is a working day")]
    [TestCase("2026-12-24 10:00", true, Description = "a working day unless somebody configures it")]
    public void The_default_is_nine_to_three_on_working_days(string wall, bool open) =>
        Assert.That(OpeningHours.Default.IsOpen(Oslo.At(wall)), Is.EqualTo(open));

    [TestCase("2026-11-18 08:00", "Wed 2026-11-18 09:00")]
    [TestCase("2026-11-18 09:00", "Thu 2026-11-19 09:00", Description = "strictly after, also while open")]
    [TestCase("2026-11-20 15:00", "Mon 2026-11-23 09:00")]
    [TestCase("2026-04-01 15:00", "Tue 2026-04-07 09:00", Description = "over Easter")]
    [TestCase("2026-03-28 12:00", "Mon 2026-03-30 09:00", Description = "over the night the clock moves forward")]
    [TestCase("2026-10-24 12:00", "Mon 2026-10-26 09:00", Description = "over the night the clock moves back")]
    public void It_opens_next_on_a_day_that_is_open(string wall, string opens) =>
        Assert.That(Oslo.Wording(OpeningHours.Default.OpensNext(Oslo.At(wall))), Is.EqualTo(opens));

    [TestCase("2026-11-18 10:00", "Wed 2026-11-18 15:00")]
    [TestCase("2026-11-18 16:00", null)]
    [TestCase("2026-11-18 08:00", null)]
    public void It_knows_when_todays_opening_ends(string wall, string? closes) =>
        Assert.That(OpeningHours.Default.ClosesAt(Oslo.At(wall)) is { } closing ? Oslo.Wording(closing) : null, Is.EqualTo(closes));

    [TestCase("2026-12-24 11:59", true)]
    [TestCase("2026-12-24 12:00", false)]
    [TestCase("2026-12-28 10:00", false)]
    [TestCase("2026-12-26 10:30", true, Description = "an exception wins over the holiday and the Saturday")]
    [TestCase("2026-12-29 10:00", true)]
    public void An_exception_decides_its_date_alone(string wall, bool open) =>
        Assert.That(WithExceptions.IsOpen(Oslo.At(wall)), Is.EqualTo(open));

    [Test]
    public void It_is_open_within_an_interval_at_the_hours_of_each_day_cut_where_the_interval_is() =>
        Assert.That(
            WithExceptions
                .Within(new Interval(Oslo.At("2026-12-23 14:00"), Oslo.At("2026-12-29 09:30")))
                .Select(open => $"{Oslo.Wording(open.Start)}–{Oslo.Wording(open.End)[^5..]}"),
            Is.EqualTo(
                new[]
                {
                    "Wed 2026-12-23 14:00–15:00",
                    "Thu 2026-12-24 09:00–12:00",
                    "Sat 2026-12-26 10:00–11:00",
                    "Tue 2026-12-29 09:00–09:30",
                }
            )
        );

    [Test]
    public void The_reason_of_an_exception_is_public()
    {
        Assert.That(WithExceptions.ExceptionOn(new LocalDate(2026, 12, 28))?.Reason, Is.EqualTo("Flytting"));
        Assert.That(WithExceptions.ExceptionOn(new LocalDate(2026, 12, 29)), Is.Null);
    }

    [Test]
    public void An_extra_open_holiday_is_no_working_day_and_a_short_day_is_one()
    {
        Assert.That(WithExceptions.IsWorkingDay(new LocalDate(2026, 12, 26)), Is.False);
        Assert.That(WithExceptions.IsWorkingDay(new LocalDate(2026, 12, 28)), Is.False);
        Assert.That(WithExceptions.IsWorkingDay(new LocalDate(2026, 12, 24)), Is.True);
    }

    [Test]
    public void Hours_that_make_no_sense_are_refused()
    {
        var backwards = new OpenPeriod(new LocalTime(15, 0), new LocalTime(9, 0));

        Assert.That(
            () => OpeningHours.Weekdays(backwards, []),
            Throws.ArgumentException.With.Message.Contains("It must close later than it opens")
        );
        Assert.That(() => new OpeningHours(new Dictionary<IsoDayOfWeek, OpenPeriod>(), []), Throws.ArgumentException);
    }
}
