using CallRouting.Core.Offices;
using CallRouting.Core.Rosters;
using NodaTime;
using static CallRouting.Core.Tests.Rosters.Office;

namespace CallRouting.Core.Tests.Rosters;

/// <summary>A roster as rows, and rows as a roster.</summary>
public sealed class DutySpansTests
{
    private static readonly DutyLineId Line = new("line");

    [Test]
    public void A_week_of_the_same_hours_is_one_rule() =>
        Assert.That(
            Rules(
                "2026-11-02 09:00 15:00 kari",
                "2026-11-03 09:00 15:00 kari",
                "2026-11-04 09:00 15:00 kari",
                "2026-11-06 09:00 15:00 kari"
            ),
            Is.EqualTo(
                new[]
                {
                    "kari Monday, Tuesday, Wednesday 09:00–15:00 2026-11-02–2026-11-04",
                    "kari Friday 09:00–15:00 2026-11-06–2026-11-06",
                }
            )
        );

    [Test]
    public void A_duty_over_several_days_is_cut_into_days() =>
        Assert.That(
            DutySpans
                .Days(new(DutyRole.Primary, "kari", Wall("2026-11-02 16:00"), Wall("2026-11-04 08:00")))
                .Select(day => $"{day.From:uuuu-MM-dd HH:mm}–{day.To:uuuu-MM-dd HH:mm}"),
            Is.EqualTo(new[] { "2026-11-02 16:00–2026-11-03 16:00", "2026-11-03 16:00–2026-11-04 08:00" })
        );

    [Test]
    public void Two_who_are_on_duty_at_once_are_rung_in_the_order_of_the_rows()
    {
        var rules = DutySpans.Rules(
            Line,
            [
                Span("2026-11-02 09:00 15:00 per"),
                Span("2026-11-02 09:00 15:00 kari"),
                Span("2026-11-03 09:00 15:00 kari"),
                Span("2026-11-03 09:00 15:00 per"),
            ]
        );
        var roster = Roster.Of(rules);

        Assert.That(PrimaryAt(roster, "2026-11-02 10:00"), Is.EqualTo("per, kari"));
        Assert.That(PrimaryAt(roster, "2026-11-03 10:00"), Is.EqualTo("kari, per"));
    }

    [Test]
    public void What_is_read_twice_has_the_same_ids_and_no_two_have_the_same()
    {
        DutySpan[] spans = [Span("2026-11-02 09:00 15:00 per"), Span("2026-11-02 09:00 15:00 kari")];

        var (once, twice) = (DutySpans.Rules(Line, spans), DutySpans.Rules(Line, spans));

        Assert.That(once.Select(rule => rule.Id.Value), Is.EqualTo(new[] { "2026-11-02 09:00 Primary", "2026-11-02 09:00 Primary 2" }));
        Assert.That(twice, Is.EqualTo(once));
    }

    [Test]
    public void It_says_what_the_rules_come_to_and_not_who_the_fallback_is()
    {
        var roster = Roster.Of([Weekly]) with { Layers = [new(DutyRole.Primary, "vakt", ["liv"])] };

        Assert.That(
            DutySpans.Of(PublishedRosters.Always(roster), Between("2026-11-06 00:00", "2026-11-10 00:00")),
            Is.EqualTo(new[] { Span("2026-11-06 09:00 15:00 kari"), Span("2026-11-09 09:00 15:00 per") })
        );
    }

    [TestCase(
        "2026-03-29 02:30",
        "2026-03-29 03:00",
        "2026-03-29 06:00",
        Description = "02:30 never comes: it begins when the clock has jumped"
    )]
    [TestCase("2026-10-25 02:30", "2026-10-25 02:30", "2026-10-25 06:00", Description = "02:30 comes twice: the first")]
    public void On_nights_that_the_clock_moves_it_says_what_the_clock_on_the_wall_says(string begins, string from, string to)
    {
        var shift = new Shift(
            Line,
            "kari",
            DutyRole.Primary,
            Weekdays.All,
            Wall(begins).TimeOfDay,
            new LocalTime(6, 0),
            Wall(begins).Date,
            OnHolidays: true
        );
        var day = new Interval(OsloTime.StartOf(Wall(begins).Date), OsloTime.StartOf(Wall(begins).Date.PlusDays(1)));
        var spans = DutySpans.Of(PublishedRosters.Always(Roster.Of([shift])), day);

        Assert.That(spans, Is.EqualTo(new[] { new DutySpan(DutyRole.Primary, "kari", Wall(from), Wall(to)) }));
        AssertSame(Roster.Of([shift]), Roster.Of(DutySpans.Rules(Line, spans)), day);
    }

    [Test]
    public void Any_roster_comes_back_as_it_was_on_every_day() =>
        Seeds.Each(
            300,
            static random =>
            {
                var roster = random.MakePlain();
                var interval = random.WholeDays();
                var spans = DutySpans.Of(PublishedRosters.Always(roster), interval);
                var again = Roster.Of(DutySpans.Rules(Line, spans)) with { Layers = roster.Layers };

                Assert.That(DraftRules.Check(again, RandomRoster.Names.ToHashSet()).Where(problem => problem.Hinders), Is.Empty);
                AssertSame(roster, again, interval);
                Assert.That(DutySpans.Of(PublishedRosters.Always(again), interval), Is.EqualTo(spans));
            }
        );

    private static void AssertSame(Roster before, Roster after, Interval interval) =>
        Assert.That(Timetables.WhoIsOnDuty(after, interval), Is.EqualTo(Timetables.WhoIsOnDuty(before, interval)));

    private static IEnumerable<string> Rules(params IEnumerable<string> rows) =>
        DutySpans
            .Rules(Line, rows.Select(Span))
            .Cast<Shift>()
            .Select(rule =>
                $"{rule.OfficerId} {rule.Days} {rule.From:HH:mm}–{rule.To:HH:mm} {rule.ValidFrom:uuuu-MM-dd}–{rule.ValidTo:uuuu-MM-dd}"
            );

    private static DutySpan Span(string row)
    {
        var parts = row.Split(' ');
        return new(DutyRole.Primary, parts[3], Wall($"{parts[0]} {parts[1]}"), Wall($"{parts[0]} {parts[2]}"));
    }

    private static LocalDateTime Wall(string text) =>
        NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm").Parse(text).Value;
}
