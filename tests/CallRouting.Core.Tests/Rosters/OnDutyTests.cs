using CallRouting.Core.Rosters;
using NodaTime;

namespace CallRouting.Core.Tests.Rosters;

public sealed class OnDutyTests
{
    private static readonly Instant Wednesday = Oslo.At("2026-11-18 10:00");

    [Test]
    public void Who_is_on_duty_follows_the_clock_and_nothing_else()
    {
        var onDuty = OnDuty.At(Staffed.Roster, Wednesday);

        Assert.That(onDuty.Primary, Is.EqualTo(new[] { Staffed.Kari }));
        Assert.That(onDuty.Backup, Is.EqualTo(new[] { Staffed.Per }));
        Assert.That(OnDuty.At(Staffed.Roster, Oslo.At("2026-11-18 16:00")).IsNobody, Is.True);
    }

    [Test]
    public void Two_shifts_of_one_officer_are_one_officer()
    {
        var twice = Staffed.Roster with
        {
            Roster = Roster.Of([Staffed.Primary(Staffed.Kari), Staffed.Primary(Staffed.Kari), Staffed.Backup(Staffed.Kari)]),
        };

        var onDuty = OnDuty.At(twice, Wednesday);

        Assert.That(onDuty.Primary, Has.Count.EqualTo(1));
        Assert.That(onDuty.Everybody, Is.EqualTo(new[] { Staffed.Kari }));
    }

    [Test]
    public void The_order_is_the_rosters_whoever_came_first()
    {
        var late = Staffed.Primary(Staffed.Per) with { From = new LocalTime(9, 30) };
        var both = Staffed.Roster with { Roster = Roster.Of([late, Staffed.Primary(Staffed.Kari)]) };
        var added = Timetable.Of(both.Roster, new Interval(Oslo.At("2026-11-18 09:00"), Oslo.At("2026-11-18 15:00")))[1];

        Assert.That(added.Staffing.OnDuty.Select(posting => posting.OfficerId), Is.EqualTo(new[] { "per", "kari" }));
        Assert.That(OnDuty.At(both, Wednesday).Primary, Is.EqualTo(new[] { Staffed.Per, Staffed.Kari }));
    }

    [Test]
    public void The_order_is_the_rosters()
    {
        var both = Staffed.Roster with { Roster = Roster.Of([Staffed.Primary(Staffed.Per), Staffed.Primary(Staffed.Kari)]) };

        Assert.That(OnDuty.At(both, Wednesday).Primary, Is.EqualTo(new[] { Staffed.Per, Staffed.Kari }));
    }
}
