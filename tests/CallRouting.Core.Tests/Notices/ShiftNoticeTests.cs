using CallRouting.Core.Notices;
using CallRouting.Core.Offices;
using CallRouting.Core.Rosters;
using NodaTime;
using static CallRouting.Core.Tests.Rosters.Office;

namespace CallRouting.Core.Tests.Notices;

/// <summary>When an officer is reminded of a shift, and when the phone is tried before it.</summary>
public sealed class ShiftNoticeTests
{
    private static readonly DutyLineId Line = new("0104-general");
    private static readonly LocalTime Six = new(18, 0);

    [TestCase("2026-11-18 10:00", "2026-11-18 18:00")]
    [TestCase("2026-11-18 20:15", "2026-11-18 20:15", Description = "late is better than never")]
    [TestCase("2026-11-19 00:05", null, Description = "on the day itself nobody is woken for it")]
    [TestCase("2026-11-19 08:00", null)]
    public void A_shift_is_told_of_the_evening_before(string now, string? due) =>
        Assert.That(
            ShiftNotices.Due(Shift("2026-11-19 09:00"), Six, Oslo.At(now)),
            Is.EqualTo(due is null ? (Instant?)null : Oslo.At(due))
        );

    [Test]
    public void The_evening_before_a_clock_change_is_at_six_too() =>
        Assert.That(ShiftNotices.Due(Shift("2027-03-28 09:00"), Six, Oslo.At("2027-03-27 08:00")), Is.EqualTo(Oslo.At("2027-03-27 18:00")));

    [Test]
    public void Every_drill_lies_in_the_hour_before_and_leaves_the_lead_a_quarter_of_an_hour()
    {
        var begins = Oslo.At("2027-03-30 09:00");
        foreach (var shift in Enumerable.Range(0, 500).Select(i => Shift("2027-03-30 09:00", $"officer-{i}")))
        {
            var times = DrillRules.Times(shift, Oslo.At("2027-03-29 12:00"))!;
            Instant[] inOrder = [begins - Duration.FromMinutes(60), times.Text, times.Ring, times.RingAgain, times.Deadline];
            Assert.That(inOrder, Is.Ordered);
            Assert.That(times.Deadline, Is.EqualTo(begins - Duration.FromMinutes(15)));
        }
    }

    [Test]
    public void Drills_are_spread_and_the_same_shift_has_the_same_time()
    {
        var texts = Enumerable.Range(0, 255).Select(i => Text($"{i:0000}-1")).ToList();
        Assert.That(Enumerable.Range(0, 255).Select(i => Text($"{i:0000}-1")), Is.EqualTo(texts));
        var busiest = texts.GroupBy(text => (text - Oslo.At("2027-03-30 08:00")).Minutes).Max(minute => minute.Count());
        Assert.That(busiest, Is.LessThan(60), "of 255, in the busiest minute: one call a second is what the provider takes");
    }

    [TestCase("2027-03-30 08:29", true)]
    [TestCase("2027-03-30 08:31", false)]
    public void Who_is_put_on_a_shift_too_late_to_be_tried_is_not_tried(string now, bool tried) =>
        Assert.That(DrillRules.Times(Shift("2027-03-30 09:00"), Oslo.At(now)) is not null, Is.EqualTo(tried));

    [Test]
    public void Who_goes_from_one_layer_to_another_without_a_break_comes_on_duty_once()
    {
        var backup = new Shift(Line, "kari", DutyRole.Backup, Weekdays.MondayToFriday, new(15, 0), new(16, 0), new LocalDate(2026, 1, 1));
        var starts = ShiftStart.Within(
            Line,
            PublishedRosters.Always(Roster.Of([Weekly, backup])),
            Between("2026-11-03 00:00", "2026-11-04 00:00")
        );
        Assert.That(
            starts.Select(start => (start.OfficerId, start.From, start.To)),
            Is.EqualTo(new[] { ("kari", Oslo.At("2026-11-03 09:00"), Oslo.At("2026-11-03 16:00")) })
        );
    }

    [Test]
    public void Who_is_on_duty_when_the_interval_begins_does_not_come_on_duty() =>
        Assert.That(
            ShiftStart.Within(Line, PublishedRosters.Always(Roster.Of([AllDay])), Between("2026-11-03 12:00", "2026-11-05 00:00")),
            Is.Empty
        );

    private static Instant Text(string officer) => DrillRules.Times(Shift("2027-03-30 09:00", officer), Oslo.At("2027-03-29 12:00"))!.Text;

    private static ShiftStart Shift(string begins, string officer = "kari") =>
        new(Line, officer, Oslo.At(begins), Oslo.At(begins) + Duration.FromHours(6));
}
