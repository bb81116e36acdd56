using CallRouting.Core.Callbacks;
using CallRouting.Core.Calls;
using CallRouting.Core.Offices;
using NodaTime;

namespace CallRouting.Core.Tests.Callbacks;

public class NextTryTests
{
    private static readonly OpeningHours Hours = OpeningHours.Default;

    // A Tuesday; the contact centre is open from nine to three.
    private static readonly Instant Due = At(5, 10, 0);

    [Test]
    public void Who_did_not_answer_in_the_morning_is_tried_at_midday() =>
        Assert.That(Propose([At(3, 9, 30)], PreferredTime.Any, At(3, 9, 31)), Is.EqualTo(At(3, 11, 0)));

    [Test]
    public void Who_did_not_answer_in_the_morning_or_at_midday_is_tried_in_the_afternoon() =>
        Assert.That(Propose([At(3, 9, 30), At(3, 11, 0)], PreferredTime.Any, At(3, 11, 1)), Is.EqualTo(At(3, 13, 0)));

    [Test]
    public void A_time_of_day_that_the_caller_asked_for_comes_before_another_that_was_not_tried_either() =>
        Assert.That(Propose([At(3, 9, 30)], PreferredTime.Afternoon, At(3, 9, 31)), Is.EqualTo(At(3, 13, 0)));

    [Test]
    public void When_every_part_of_a_day_was_tried_once_the_next_day_begins_anew() =>
        Assert.That(Propose([At(3, 9, 30), At(3, 11, 0), At(3, 14, 30)], PreferredTime.Any, At(3, 14, 31)), Is.EqualTo(At(4, 9, 0)));

    [Test]
    public void What_was_tried_late_in_the_day_waits_for_the_next_morning() =>
        Assert.That(Propose([At(3, 14, 50)], PreferredTime.Any, At(3, 14, 51)), Is.EqualTo(At(4, 9, 0)));

    [Test]
    public void An_untried_part_of_a_day_after_the_deadline_yields_to_a_tried_one_before_it() =>
        Assert.That(Propose([At(4, 14, 0)], PreferredTime.Afternoon, At(5, 8, 0)), Is.LessThan(Due).And.GreaterThanOrEqualTo(At(5, 9, 0)));

    [Test]
    public void Past_the_deadline_the_caller_is_tried_as_soon_as_may_be() =>
        Assert.That(Propose([At(4, 10, 0)], PreferredTime.Any, At(5, 12, 0)), Is.EqualTo(At(5, 12, 45)));

    [Test]
    public void An_urgent_one_is_tried_again_in_a_little_while() =>
        Assert.That(
            NextTry.Propose([At(3, 9, 30)], PreferredTime.Afternoon, Urgency.Urgent, At(3, 15, 0), At(3, 9, 31), Hours),
            Is.EqualTo(At(3, 9, 51))
        );

    [Test]
    public void An_urgent_one_missed_before_closing_is_tried_when_it_opens() =>
        Assert.That(
            NextTry.Propose([At(3, 14, 50)], PreferredTime.Any, Urgency.Urgent, At(3, 15, 0), At(3, 14, 51), Hours),
            Is.EqualTo(At(4, 9, 0))
        );

    [Test]
    public void It_is_always_within_opening_hours_and_never_in_the_past()
    {
        var random = new Random(7);
        for (var times = 0; times < 2000; times++)
        {
            var now = At(1, 0, 0) + Duration.FromMinutes(random.Next(14 * 24 * 60));
            var tries = Enumerable.Range(0, random.Next(6)).Select(_ => now - Duration.FromMinutes(random.Next(5000))).ToList();
            var next = NextTry.Propose(
                tries,
                (PreferredTime)random.Next(4),
                random.Next(2) == 0 ? Urgency.Urgent : Urgency.CanWait,
                now + Duration.FromMinutes(random.Next(-2000, 4000)),
                now,
                Hours
            );

            Assert.That(next, Is.GreaterThan(now));
            Assert.That(Hours.IsOpen(next), $"{now}: {next}");
        }
    }

    private static Instant Propose(IReadOnlyCollection<Instant> tries, PreferredTime asked, Instant now) =>
        NextTry.Propose(tries, asked, Urgency.CanWait, Due, now, Hours);

    private static Instant At(int day, int hour, int minute) =>
        OsloTime.InstantAt(new LocalDate(2026, 3, day), new LocalTime(hour, minute));
}
