using CallRouting.Core.Notices;
using CallRouting.Core.Offices;
using CallRouting.Core.Rosters;
using NodaTime;
using static CallRouting.Core.Tests.Rosters.Office;

namespace CallRouting.Core.Tests.Notices;

/// <summary>What of uncovered hours is news on Wednesday 18 November 2026, and which month has no roster.</summary>
public sealed class GapNoticeTests
{
    private static readonly Instant Now = Oslo.At("2026-11-18 07:30");

    [Test]
    public void Nothing_uncovered_is_no_news() => Assert.That(GapNotices.AreNews([], [], Now), Is.False);

    [Test]
    public void Uncovered_hours_are_told_when_they_come_in_sight() =>
        Assert.That(GapNotices.AreNews([Hole("2026-12-01 09:00")], [], Now), Is.True);

    [Test]
    public void What_was_told_this_week_is_not_told_again_as_the_fortnight_moves_on() =>
        Assert.That(
            GapNotices.AreNews(
                [Hole("2026-11-19 09:00"), Hole("2026-12-01 09:00")],
                [Told("2026-11-17 07:30", "2026-11-19", "2026-12-01")],
                Now
            ),
            Is.False
        );

    [Test]
    public void What_comes_up_within_the_week_is_told_whatever_was_told_before() =>
        Assert.That(
            GapNotices.AreNews(
                [Hole("2026-11-19 09:00"), Hole("2026-12-01 09:00")],
                [Told("2026-11-17 07:30", "2026-11-30", "2026-12-02")],
                Now
            ),
            Is.True
        );

    [Test]
    public void After_a_week_it_is_told_again() =>
        Assert.That(GapNotices.AreNews([Hole("2026-11-19 09:00")], [Told("2026-11-11 07:30", "2026-11-11", "2026-12-02")], Now), Is.True);

    [TestCase("2026-11-16", null)]
    [TestCase("2026-11-17", "2026-12")]
    [TestCase("2026-11-30", "2026-12")]
    [TestCase("2026-12-18", "2027-01")]
    public void The_next_month_is_looked_at_from_a_fortnight_before_it(string today, string? month) =>
        Assert.That(GapNotices.MonthToLookAt(Day(today)), Is.EqualTo(month is null ? (YearMonth?)null : Day(month + "-01").ToYearMonth()));

    [Test]
    public void A_month_that_nobody_is_planned_in_is_missing()
    {
        var december = new YearMonth(2026, 12);
        Assert.That(GapNotices.IsMissing(PublishedRosters.None, december), Is.True);
        Assert.That(GapNotices.IsMissing(PublishedRosters.Always(Roster.Empty), december), Is.True, "a file without shifts");
        Assert.That(
            GapNotices.IsMissing(PublishedRosters.Always(Roster.Of([Weekly with { ValidTo = Day("2026-11-30") }])), december),
            Is.True
        );
        Assert.That(GapNotices.IsMissing(PublishedRosters.Always(Roster.Of([Weekly])), december), Is.False);
        var standIn = Roster.Empty with { Layers = [new(DutyRole.Primary, "vakt", ["liv"])] };
        Assert.That(GapNotices.IsMissing(PublishedRosters.Always(standIn), december), Is.False, "somebody stands in");
    }

    [TestCase("SVAR", SmsWord.Svar)]
    [TestCase(" svar. ", SmsWord.Svar)]
    [TestCase("Fri!", SmsWord.Fri)]
    [TestCase("Fri i morgen?", SmsWord.Other)]
    [TestCase("", SmsWord.Other)]
    [TestCase(null, SmsWord.Other)]
    public void Only_the_word_itself_is_one(string? body, SmsWord word) => Assert.That(SmsWords.Of(body), Is.EqualTo(word));

    [Test]
    public void Who_cannot_keep_a_duty_is_off_it_until_its_end_and_the_next_layer_is_asked()
    {
        var roster = Roster.Of([Weekly, Weekly with { Id = new("backup"), Role = DutyRole.Backup, Order = ["liv"] }]);
        var now = Oslo.At("2026-11-03 08:00");
        var given = GivenUpDuty.All([(new("0104-general"), PublishedRosters.Always(roster))], "kari", now).Single();
        var made = given.TakenOff(() => "o", "Kari", now);
        Assert.That(
            made.Select(one => (one.Role, one.Kind, one.Out, one.When)),
            Is.EqualTo(new[] { (DutyRole.Primary, OverrideKind.Remove, "kari", Between("2026-11-03 08:00", "2026-11-03 15:00")) })
        );
        Assert.That(given.Backups(roster with { Overrides = made }), Is.EqualTo(new[] { "liv" }));
    }

    [Test]
    public void Where_somebody_else_is_still_on_duty_before_them_no_backup_is_asked()
    {
        var roster = Roster.Of([
            Weekly,
            Weekly with
            {
                Id = new("second"),
                Order = ["per"],
            },
            Weekly with
            {
                Id = new("backup"),
                Role = DutyRole.Backup,
                Order = ["liv"],
            },
        ]);
        var now = Oslo.At("2026-11-03 08:00");
        var given = GivenUpDuty.All([(new("0104-general"), PublishedRosters.Always(roster))], "kari", now).Single();
        Assert.That(given.Backups(roster with { Overrides = given.TakenOff(() => "o", "Kari", now) }), Is.Empty);
    }

    [Test]
    public void Who_has_no_duty_within_a_week_has_none_to_give_up() =>
        Assert.That(
            GivenUpDuty.All([(new("0104-general"), PublishedRosters.Always(Roster.Of([Weekly])))], "liv", Oslo.At("2026-11-03 08:00")),
            Is.Empty
        );

    private static LocalDate Day(string date) => NodaTime.Text.LocalDatePattern.Iso.Parse(date).Value;

    private static Finding Hole(string from) =>
        new(
            new("0104-general"),
            new UnitNumber("0104"),
            Oslo.At(from),
            Oslo.At(from) + Duration.FromHours(6),
            new Gap(GapCause.NobodyPlanned, OfficerIds.None)
        );

    private static ToldGap Told(string made, string from, string to) => new(Oslo.At(made), Between($"{from} 09:00", $"{to} 15:00"));
}
