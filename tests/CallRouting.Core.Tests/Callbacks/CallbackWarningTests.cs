using CallRouting.Core.Callbacks;
using CallRouting.Core.Calls;
using CallRouting.Core.Offices;
using NodaTime;

namespace CallRouting.Core.Tests.Callbacks;

public class CallbackWarningTests
{
    private static readonly OpeningHours Hours = OpeningHours.Default;

    // Two working days over Easter: due Wednesday 8 April at two.
    private static readonly Instant WednesdayBeforeEaster = At(2026, 4, 1, 14, 0);

    [Test]
    public void Half_time_is_counted_in_hours_in_which_the_contact_centre_is_open()
    {
        var due = DeadlineRules.DueAt(WednesdayBeforeEaster, Urgency.CanWait, Hours, DeadlinePolicy.Default);

        Assert.That(due, Is.EqualTo(At(2026, 4, 8, 14, 0)));
        // One hour on Wednesday, five of Tuesday: half of twelve.
        Assert.That(CallbackWarnings.At(CallbackWarning.HalfTime, WednesdayBeforeEaster, due, Hours), Is.EqualTo(At(2026, 4, 7, 14, 0)));
        Assert.That(CallbackWarnings.At(CallbackWarning.SoonDue, WednesdayBeforeEaster, due, Hours), Is.EqualTo(At(2026, 4, 8, 13, 0)));
        Assert.That(CallbackWarnings.At(CallbackWarning.Overdue, WednesdayBeforeEaster, due, Hours), Is.EqualTo(due));
    }

    [Test]
    public void Each_warning_follows_the_one_before_it_and_after_the_last_there_is_none()
    {
        var due = DeadlineRules.DueAt(WednesdayBeforeEaster, Urgency.CanWait, Hours, DeadlinePolicy.Default);
        var given = new List<Instant>();
        for (var warning = CallbackWarning.None; CallbackWarnings.Next(warning, WednesdayBeforeEaster, due, Hours) is { } at; warning++)
        {
            given.Add(at);
            Assert.That(CallbackWarnings.Now(WednesdayBeforeEaster, due, at, Hours), Is.EqualTo(warning + 1));
        }

        Assert.That(given, Has.Count.EqualTo(3).And.Ordered);
    }

    [Test]
    public void Warnings_that_nobody_gave_in_time_are_not_given_afterwards_only_the_last_is()
    {
        var due = DeadlineRules.DueAt(WednesdayBeforeEaster, Urgency.CanWait, Hours, DeadlinePolicy.Default);

        Assert.That(
            CallbackWarnings.Now(WednesdayBeforeEaster, due, due + Duration.FromDays(3), Hours),
            Is.EqualTo(CallbackWarning.Overdue)
        );
    }

    [Test]
    public void An_urgent_one_with_little_left_of_the_day_is_warned_of_at_half_time_and_as_soon_due_together()
    {
        var created = At(2026, 3, 3, 14, 20);
        var due = DeadlineRules.DueAt(created, Urgency.Urgent, Hours, DeadlinePolicy.Default);

        Assert.That(CallbackWarnings.At(CallbackWarning.HalfTime, created, due, Hours), Is.EqualTo(At(2026, 3, 3, 14, 40)));
        Assert.That(CallbackWarnings.At(CallbackWarning.SoonDue, created, due, Hours), Is.EqualTo(At(2026, 3, 3, 14, 40)));
    }

    [Test]
    public void The_working_of_a_deadline_over_Easter_names_every_day_that_does_not_count()
    {
        var working = DeadlineWorking.Of(WednesdayBeforeEaster, Urgency.CanWait, Hours, DeadlinePolicy.Default);

        Assert.That(working.Starts, Is.EqualTo(WednesdayBeforeEaster));
        Assert.That(
            working.Days.Select(day =>
                $"{day.Date.Day} {(day.Counts ? "counts" : day.Why?.ToString() ?? "does not count")} {day.Name}".Trim()
            ),
            Is.EqualTo(
                new[]
                {
                    "1 does not count",
                    "2 Holiday skjærtorsdag",
                    "3 Holiday langfredag",
                    "4 Weekend",
                    "5 Holiday første påskedag",
                    "6 Holiday andre påskedag",
                    "7 counts",
                    "8 counts",
                }
            )
        );
    }

    [Test]
    public void What_is_made_on_a_closed_day_begins_to_count_at_the_next_opening()
    {
        var working = DeadlineWorking.Of(At(2026, 3, 7, 12, 0), Urgency.CanWait, Hours, DeadlinePolicy.Default);

        Assert.That(working.Starts, Is.EqualTo(At(2026, 3, 9, 9, 0)));
        Assert.That(working.Days.Count(day => day.Counts), Is.EqualTo(2));
        Assert.That(working.DueAt, Is.EqualTo(At(2026, 3, 11, 9, 0)));
    }

    private static Instant At(int year, int month, int day, int hour, int minute) =>
        OsloTime.InstantAt(new LocalDate(year, month, day), new LocalTime(hour, minute));
}
