using CallRouting.Core.Rosters;
using NodaTime;

namespace CallRouting.Core.Tests.Rosters;

/// <summary>What was decided beside the plan counts until it is withdrawn. It is Wednesday 18 November 2026; the shift is 09 to 15.</summary>
public sealed class WithdrawnTests
{
    private static readonly Instant Nine = Instant.FromUtc(2026, 11, 18, 8, 0);
    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 18, 11, 0);
    private static readonly Instant Three = Instant.FromUtc(2026, 11, 18, 14, 0);
    private static readonly Decided UntilNoon = new("Liv", Nine - Duration.FromDays(1), Withdrawn: Noon);
    private static readonly Shift Planned = new(
        new DutyLineId("line"),
        "kari",
        DutyRole.Primary,
        Weekdays.MondayToFriday,
        new LocalTime(9, 0),
        new LocalTime(15, 0),
        new LocalDate(2026, 1, 1)
    );

    [Test]
    public void An_override_that_is_withdrawn_at_noon_was_somebodys_duty_until_noon() =>
        Assert.That(
            Duties(Standing() with { Overrides = [Override.Replacing("o", DutyRole.Primary, new(Nine, Three), "kari", "per", UntilNoon)] }),
            Is.EqualTo(new[] { ("per", Nine, Noon), ("kari", Noon, Three) })
        );

    [Test]
    public void A_swap_that_is_withdrawn_at_noon_was_somebodys_duty_until_noon()
    {
        var shift = Timetable
            .Of(Standing(), new Interval(Nine, Three))
            .Single(period => period.Staffing.OnDuty.Count > 0)
            .Staffing.OnDuty[0]
            .Why.Shift;
        Assert.That(
            Duties(Standing() with { Swaps = [new Swap("s", shift!.Value, "kari", "per", UntilNoon)] }),
            Is.EqualTo(new[] { ("per", Nine, Noon), ("kari", Noon, Three) })
        );
    }

    [Test]
    public void Leave_that_is_withdrawn_at_noon_was_a_gap_until_noon()
    {
        var leave = new Leave("l", "kari", new LocalDate(2026, 11, 18), new LocalDate(2026, 11, 20), UntilNoon);
        Assert.That(Duties(Standing() with { Leave = [leave] }), Is.EqualTo(new[] { ("kari", Noon, Three) }));
        Assert.That((leave.Covers(Noon - Duration.FromSeconds(1)), leave.Covers(Noon)), Is.EqualTo((true, false)));
    }

    [Test]
    public void What_was_withdrawn_before_it_began_was_nobodys_duty()
    {
        var before = UntilNoon with { Withdrawn = Nine };
        var roster = Standing() with
        {
            Overrides = [Override.Replacing("o", DutyRole.Primary, new(Nine, Three), "kari", "per", before)],
            Leave = [new Leave("l", "kari", new LocalDate(2026, 11, 19), new LocalDate(2026, 11, 20), before)],
        };
        Assert.That(Duties(roster), Is.EqualTo(new[] { ("kari", Nine, Three) }));
        Assert.That(
            SwapRules.Keeper(
                Standing() with
                {
                    Swaps = [new Swap("s", new ShiftId(Planned.Id, 0), "kari", "per", before)],
                },
                new ShiftId(Planned.Id, 0)
            ),
            Is.Not.EqualTo("per")
        );
    }

    private static Roster Standing() => Roster.Of([Planned]);

    private static IEnumerable<(string, Instant, Instant)> Duties(Roster roster) =>
        Timetable
            .Of(roster, roster.Layers.Single(layer => layer.Role == DutyRole.Primary), new Interval(Nine, Three))
            .SelectMany(period => period.Staffing.OnDuty.Select(posting => (posting.OfficerId, period.From, period.To)));
}
