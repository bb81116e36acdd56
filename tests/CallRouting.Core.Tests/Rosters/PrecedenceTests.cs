using CallRouting.Core.Rosters;
using NodaTime;
using static CallRouting.Core.Tests.Rosters.Office;

namespace CallRouting.Core.Tests.Rosters;

/// <summary>Kari has the week of 2 November 2026; it is Wednesday the 4th.</summary>
public sealed class PrecedenceTests
{
    private const string Wednesday = "2026-11-04 10:00";

    private static readonly Roster Plain = Roster.Of([Weekly]);
    private static readonly Leave KariAway = new("leave", "kari", new(2026, 11, 4), new(2026, 11, 4), By("Liv"));
    private static readonly Swap PerTakesIt = new("swap", new(new("moss"), 0), "kari", "per", By("Kari"));

    private static readonly Override LivInstead = Override.Replacing(
        "override",
        DutyRole.Primary,
        Between("2026-11-04 09:30", "2026-11-04 12:00"),
        null,
        "liv",
        By("Liv", "2026-11-04 09:12")
    );

    [Test]
    public void The_fallback_is_on_duty_where_nobody_is_planned() =>
        Assert.That(
            Told(WithFallback(Plain, "liv"), "2026-11-04 14:00", "2026-11-04 16:00"),
            Is.EqualTo("Wed 2026-11-04 14:00 kari | Wed 2026-11-04 15:00 liv")
        );

    [Test]
    public void Leave_opens_the_shift_and_the_gap_says_why()
    {
        var roster = Plain with { Leave = [KariAway] };

        Assert.That(
            Told(roster, "2026-11-03 12:00", "2026-11-05 12:00"),
            Does.Contain("Tue 2026-11-03 15:00 nobody | Wed 2026-11-04 09:00 nobody")
        );
        Assert.That(At(roster).Absent, Is.EqualTo(new[] { new Absence("kari", new OnLeave("leave", KariAway.Decided)) }));
    }

    [Test]
    public void Leave_can_be_some_hours_of_some_weekdays()
    {
        var leave = KariAway with
        {
            First = Monday,
            Last = Monday.PlusDays(30),
            Hours = new(Weekdays.Wednesday, new LocalTime(11, 0), new LocalTime(13, 0)),
        };

        Assert.That(
            Told(Plain with { Leave = [leave] }, "2026-11-04 09:00", "2026-11-04 15:00"),
            Is.EqualTo("Wed 2026-11-04 09:00 kari | Wed 2026-11-04 11:00 nobody | Wed 2026-11-04 13:00 kari")
        );
        Assert.That(PrimaryAt(Plain with { Leave = [leave] }, "2026-11-05 12:00"), Is.EqualTo("kari"));
    }

    [Test]
    public void The_first_fallback_who_is_not_on_leave_comes_in() =>
        Assert.That(PrimaryAt(WithFallback(Plain, "kari", "liv") with { Leave = [KariAway] }, Wednesday), Is.EqualTo("liv"));

    [Test]
    public void A_swap_beats_leave()
    {
        var roster = Plain with { Leave = [KariAway], Swaps = [PerTakesIt] };

        Assert.That(PrimaryAt(roster, Wednesday), Is.EqualTo("per"));
        Assert.That(At(roster).OnDuty.Single().Why, Is.EqualTo(new BySwap(new(new("moss"), 0), "kari", "swap", PerTakesIt.Decided)));
    }

    [Test]
    public void Who_took_a_shift_keeps_it_through_leave_of_their_own() =>
        Assert.That(
            PrimaryAt(Plain with { Swaps = [PerTakesIt], Leave = [KariAway with { OfficerId = "per" }] }, Wednesday),
            Is.EqualTo("per")
        );

    [Test]
    public void An_override_beats_a_swap_and_says_who_and_when()
    {
        var roster = Plain with { Swaps = [PerTakesIt], Overrides = [LivInstead] };

        Assert.That(
            Told(roster, "2026-11-04 09:00", "2026-11-04 15:00"),
            Is.EqualTo("Wed 2026-11-04 09:00 per | Wed 2026-11-04 09:30 liv | Wed 2026-11-04 12:00 per")
        );
        Assert.That(
            At(roster).OnDuty.Single().Why,
            Is.EqualTo(new ByOverride("override", OverrideKind.Replace, null, new("Liv", Oslo.At("2026-11-04 09:12"))))
        );
        Assert.That(
            At(roster).Absent.Single(),
            Is.EqualTo(new Absence("per", new TakenOff("override", OverrideKind.Replace, LivInstead.Decided)))
        );
    }

    [Test]
    public void A_later_override_beats_an_earlier()
    {
        var ola = LivInstead with { Id = "later", In = "ola" };

        Assert.That(PrimaryAt(Plain with { Overrides = [LivInstead, ola] }, Wednesday), Is.EqualTo("ola"));
        Assert.That(PrimaryAt(Plain with { Overrides = [ola, LivInstead] }, Wednesday), Is.EqualTo("liv"));
    }

    [Test]
    public void Added_is_beside_who_is_there_and_replaced_is_in_the_same_place()
    {
        var together = Roster.Of([Weekly, Weekly with { StartsWith = 1 }]);
        var add = LivInstead with { Kind = OverrideKind.Add };
        var replace = LivInstead with { Out = "kari" };

        Assert.That(PrimaryAt(together with { Overrides = [add] }, Wednesday), Is.EqualTo("kari, per, liv"));
        Assert.That(PrimaryAt(together with { Overrides = [replace] }, Wednesday), Is.EqualTo("liv, per"));
    }

    [Test]
    public void To_replace_somebody_who_is_not_on_duty_puts_nobody_on_duty() =>
        Assert.That(PrimaryAt(Plain with { Overrides = [LivInstead with { Out = "per" }] }, Wednesday), Is.EqualTo("kari"));

    [Test]
    public void Who_is_taken_off_is_off_whatever_put_them_there_and_the_fallback_is_asked()
    {
        var kariIsIll = Override.Removing("ill", DutyRole.Primary, LivInstead.When, "kari", By("Kari"));
        var swapped = Plain with { Swaps = [PerTakesIt with { Giver = "kari", Taker = "per" }] };

        Assert.That(PrimaryAt(Plain with { Overrides = [kariIsIll] }, Wednesday), Is.EqualTo("nobody"));
        Assert.That(PrimaryAt(WithFallback(Plain, "kari", "per") with { Overrides = [kariIsIll] }, Wednesday), Is.EqualTo("per"));
        Assert.That(
            PrimaryAt(
                WithFallback(swapped, "kari") with
                {
                    Overrides = [kariIsIll, kariIsIll with { Id = "too", Out = "per" }],
                },
                Wednesday
            ),
            Is.EqualTo("nobody"),
            "taken off before she was needed, she is no fallback either"
        );
    }

    [Test]
    public void What_was_entered_afterwards_does_not_change_who_was_obliged() =>
        Assert.That(
            (
                PrimaryAt((Plain with { Overrides = [LivInstead] }).AsKnownAt(Oslo.At("2026-11-04 09:11")), Wednesday),
                PrimaryAt((Plain with { Overrides = [LivInstead] }).AsKnownAt(Oslo.At("2026-11-04 09:12")), Wednesday)
            ),
            Is.EqualTo(("kari", "liv"))
        );

    private static Staffing At(Roster roster) => Timetable.At(roster, Oslo.At(Wednesday))[0];

    private static Roster WithFallback(Roster roster, params string[] fallback) =>
        roster with
        {
            Layers = [roster.Layers[0] with { Fallback = fallback }, roster.Layers[1]],
        };
}
