using CallRouting.Core.Rosters;
using NodaTime;
using static CallRouting.Core.Tests.Rosters.Office;

namespace CallRouting.Core.Tests.Rosters;

public sealed class RotationTests
{
    [TestCase("2026-11-02 08:59", "nobody")]
    [TestCase("2026-11-02 09:00", "kari")]
    [TestCase("2026-11-06 14:59", "kari")]
    [TestCase("2026-11-06 15:00", "nobody")]
    [TestCase("2026-11-09 09:00", "per")]
    [TestCase("2026-11-16 09:00", "liv")]
    [TestCase("2026-11-23 09:00", "kari", Description = "and round again")]
    public void A_week_each_in_their_order(string wall, string who) => Assert.That(PrimaryAt(Weekly, wall), Is.EqualTo(who));

    [Test]
    public void It_can_start_with_anybody() =>
        Assert.That(
            (PrimaryAt(Weekly with { StartsWith = 2 }, "2026-11-02 10:00"), PrimaryAt(Weekly with { StartsWith = 2 }, "2026-11-09 10:00")),
            Is.EqualTo(("liv", "kari"))
        );

    [Test]
    public void A_hand_over_in_the_middle_of_a_duty_cuts_it() =>
        Assert.That(
            Told(Roster.Of([Weekly with { HandOver = new LocalTime(12, 0) }]), "2026-11-09 09:00", "2026-11-09 15:00"),
            Is.EqualTo("Mon 2026-11-09 09:00 kari | Mon 2026-11-09 12:00 per")
        );

    [Test]
    public void The_weekday_of_the_hand_over_may_be_another_than_the_starts_and_then_the_first_turn_is_short()
    {
        var onThursdays = Weekly with { HandOverDay = IsoDayOfWeek.Thursday };

        Assert.That(
            Told(Roster.Of([onThursdays with { Hours = WeekHours.Always }]), "2026-11-02 00:00", "2026-11-13 00:00"),
            Is.EqualTo("Mon 2026-11-02 00:00 nobody | Mon 2026-11-02 09:00 kari | Thu 2026-11-05 09:00 per | Thu 2026-11-12 09:00 liv")
        );
    }

    [Test]
    public void A_day_each_counts_the_week_end_and_a_duty_day_each_does_not()
    {
        var daily = Weekly with { Length = TurnLength.Days(1) };
        var dutyDaily = Weekly with { Length = TurnLength.DutyDays(1) };

        Assert.That(Weekday(daily), Is.EqualTo("kari per liv kari per / per liv kari per liv"));
        Assert.That(Weekday(dutyDaily), Is.EqualTo("kari per liv kari per / liv kari per liv kari"));
    }

    [Test]
    public void A_holiday_uses_up_a_duty_day_so_that_the_plan_is_the_same_behind_it()
    {
        // Maundy Thursday to Easter Monday 2026 are days off: the Thursday was Kari's, the Friday Per's, the Monday Liv's.
        var daily = Weekly with
        {
            Length = TurnLength.DutyDays(1),
            ValidFrom = new(2026, 3, 30),
        };

        Assert.That(
            new[] { "2026-04-01 10:00", "2026-04-02 10:00", "2026-04-03 10:00", "2026-04-06 10:00", "2026-04-07 10:00" }.Select(wall =>
                PrimaryAt(daily, wall)
            ),
            Is.EqualTo(new[] { "liv", "nobody", "nobody", "nobody", "kari" })
        );
    }

    [Test]
    public void Hours_each_share_the_day() =>
        Assert.That(
            Told(Roster.Of([Weekly with { Length = TurnLength.Hours(2) }]), "2026-11-03 09:00", "2026-11-03 15:00"),
            // The clock of the rotation runs at night too: twelve turns a day, of three people, is everybody four times.
            Is.EqualTo("Tue 2026-11-03 09:00 kari | Tue 2026-11-03 11:00 per | Tue 2026-11-03 13:00 liv")
        );

    [Test]
    public void Nobody_is_on_duty_by_it_before_its_first_hand_over_or_after_its_last_date()
    {
        var threeDays = AllDay with { ValidTo = Monday.PlusDays(2) };

        Assert.That(
            Told(Roster.Of([threeDays]), "2026-11-01 00:00", "2026-11-08 00:00"),
            Is.EqualTo("Sun 2026-11-01 00:00 nobody | Mon 2026-11-02 09:00 kari | Thu 2026-11-05 00:00 nobody")
        );
    }

    [Test]
    public void Two_rotations_in_a_layer_are_on_duty_together() =>
        Assert.That(PrimaryAt(Roster.Of([Weekly, Weekly with { StartsWith = 1 }]), "2026-11-02 10:00"), Is.EqualTo("kari, per"));

    [Test]
    public void The_reason_is_the_turn_of_the_rotation()
    {
        var posting = Timetable.At(Roster.Of([Weekly]), Oslo.At("2026-11-18 10:00"))[0].OnDuty.Single();

        Assert.That(posting, Is.EqualTo(new Posting("liv", new ByRotation(new(new("moss"), 2), "Moss", TurnLength.Weeks(1)))));
    }

    [Test]
    public void Turns_go_on_from_one_to_the_next_and_none_is_skipped_or_comes_twice() =>
        Seeds.Each(
            300,
            static random =>
            {
                foreach (var rotation in random.Make().Rules.OfType<Rotation>().Where(rotation => rotation.Week == WeekHours.Always))
                {
                    var roster = new Roster(
                        [new(rotation.Role, "", [])],
                        [rotation with { OnHolidays = true, ValidTo = null }],
                        [],
                        [],
                        []
                    );
                    var start = OsloStart(rotation);
                    var turns = Timetable
                        .Of(roster, new Interval(start, start + Duration.FromDays(400)))
                        .Select(period => period.Staffing.OnDuty.Single().Why.Shift!.Value.Turn);

                    // An hour that does not exist on the wall may be a turn that never was.
                    Assert.That(turns, rotation.Length.Unit == TurnUnit.Hour ? Is.Ordered : Is.EqualTo(Enumerable.Range(0, turns.Count())));
                }
            }
        );

    [Test]
    public void Duty_days_are_those_that_a_calendar_counts_one_by_one() =>
        Seeds.Each(
            100,
            static random =>
            {
                foreach (var rule in random.Make().Rules.OfType<Rotation>())
                {
                    var rotation = rule with { Length = TurnLength.DutyDays(rule.Length.Count), HandOver = LocalTime.Midnight };
                    var roster = new Roster([new(rule.Role, "", [])], [rotation with { OnHolidays = true, ValidTo = null }], [], [], []);
                    for (var (date, counted) = (rule.ValidFrom, 0); counted < 60; date = date.PlusDays(1))
                        if (rotation.Week.Days.Include(date.DayOfWeek))
                            Assert.That(
                                Timetable.At(roster, rotation.Week.Start(date))[0].OnDuty.Select(posting => posting.OfficerId),
                                Does.Contain(rotation.Keeper(counted++ / rotation.Length.Count)),
                                $"on {date}"
                            );
                }
            }
        );

    private static Instant OsloStart(Rotation rotation) =>
        CallRouting.Core.Offices.OsloTime.InstantAt(rotation.ValidFrom + rotation.HandOver);

    private static string Weekday(Rotation rotation) =>
        string.Join(" / ", new[] { 0, 7 }.Select(week => string.Join(' ', Enumerable.Range(week, 5).Select(day => Who(rotation, day)))));

    private static string Who(Rotation rotation, int day) => PrimaryAt(rotation, $"{Monday.PlusDays(day):uuuu-MM-dd} 10:00");
}
