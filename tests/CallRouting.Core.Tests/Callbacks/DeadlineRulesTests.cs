using CallRouting.Core.Callbacks;
using CallRouting.Core.Calls;
using CallRouting.Core.Offices;
using NodaTime;

namespace CallRouting.Core.Tests.Callbacks;

public sealed class DeadlineRulesTests
{
    private static readonly DeadlinePolicy TwoWorkingDays = DeadlinePolicy.Default;
    private static readonly DeadlinePolicy FortyEightHours = new DeadlinePolicy.ClockHours(48);

    [TestCase("2026-04-01 14:00", "Wed 2026-04-08 14:00", Description = "over Easter")]
    [TestCase("2026-11-16 10:00", "Wed 2026-11-18 10:00")]
    [TestCase("2026-11-19 10:00", "Mon 2026-11-23 10:00", Description = "over a weekend")]
    [TestCase("2026-11-21 10:00", "Wed 2026-11-25 09:00", Description = "a Saturday starts on Monday at nine")]
    [TestCase("2026-04-03 12:00", "Thu 2026-04-09 09:00", Description = "Good Friday starts on Tuesday at nine")]
    [TestCase("2027-05-13 11:00", "Tue 2027-05-18 11:00", Description = "Constitution Day and Whit Monday on one date count once")]
    [TestCase("2026-11-18 07:00", "Fri 2026-11-20 09:00", Description = "before opening: due when it opens")]
    [TestCase("2026-11-18 20:00", "Fri 2026-11-20 15:00", Description = "after closing: the day still counts, due at closing")]
    [TestCase("2026-10-23 10:00", "Tue 2026-10-27 10:00", Description = "over the night the clock moves back")]
    public void Two_working_days(string created, string due) => Assert.That(Due(created, Urgency.CanWait, TwoWorkingDays), Is.EqualTo(due));

    [TestCase("2026-04-01 14:00", "Fri 2026-04-03 14:00", Description = "48 clock hours end on Good Friday")]
    [TestCase("2026-11-21 10:00", "Wed 2026-11-25 09:00", Description = "a closed day starts at the next opening")]
    [TestCase("2026-10-23 14:30", "Sun 2026-10-25 13:30", Description = "48 hours by the clock, one of them twice")]
    public void Forty_eight_clock_hours(string created, string due) =>
        Assert.That(Due(created, Urgency.CanWait, FortyEightHours), Is.EqualTo(due));

    [TestCase("2026-11-18 10:00", "Wed 2026-11-18 15:00")]
    [TestCase("2026-11-18 14:40", "Wed 2026-11-18 15:00", Description = "20 minutes left: still today")]
    [TestCase("2026-11-18 07:00", "Wed 2026-11-18 15:00", Description = "before opening: today")]
    [TestCase("2026-11-18 15:00", "Thu 2026-11-19 15:00", Description = "closed: the first open day")]
    [TestCase("2026-04-01 16:00", "Tue 2026-04-07 15:00", Description = "closed over Easter")]
    public void An_urgent_call_back_is_due_before_the_first_closing(string created, string due)
    {
        Assert.That(Due(created, Urgency.Urgent, TwoWorkingDays), Is.EqualTo(due));
        Assert.That(Due(created, Urgency.Urgent, FortyEightHours), Is.EqualTo(due));
    }

    [Test]
    public void Urgency_that_was_not_stated_keeps_the_ordinary_deadline() =>
        Assert.That(Due("2026-11-16 10:00", Urgency.NotStated, TwoWorkingDays), Is.EqualTo("Wed 2026-11-18 10:00"));

    [TestCase("2026-11-18 10:00", Urgency.Urgent, false)]
    [TestCase("2026-11-18 14:00", Urgency.Urgent, false)]
    [TestCase("2026-11-18 14:01", Urgency.Urgent, true)]
    [TestCase("2026-11-18 16:00", Urgency.Urgent, true)]
    [TestCase("2026-11-18 14:30", Urgency.CanWait, false)]
    public void The_lead_is_alerted_when_less_than_an_hour_is_left_for_what_is_urgent(string created, Urgency urgency, bool alerts) =>
        Assert.That(DeadlineRules.AlertsLead(Oslo.At(created), urgency, OpeningHours.Default, TwoWorkingDays), Is.EqualTo(alerts));

    [Test]
    public void A_day_on_which_the_contact_centre_is_closed_does_not_count_and_a_short_one_does()
    {
        var hours = OpeningHours.Weekdays(
            new(new LocalTime(9, 0), new LocalTime(15, 0)),
            [
                new(new LocalDate(2026, 11, 17), null, "Flytting"),
                new(new LocalDate(2026, 11, 19), new(new LocalTime(9, 0), new LocalTime(12, 0)), "Planleggingsdag"),
            ]
        );

        var due = DeadlineRules.DueAt(Oslo.At("2026-11-16 14:00"), Urgency.CanWait, hours, TwoWorkingDays);

        Assert.That(Oslo.Wording(due), Is.EqualTo("Thu 2026-11-19 12:00"));
    }

    private static string Due(string created, Urgency urgency, DeadlinePolicy policy) =>
        Oslo.Wording(DeadlineRules.DueAt(Oslo.At(created), urgency, OpeningHours.Default, policy));
}
