using CallRouting.Core.Rosters;
using NodaTime;
using static CallRouting.Core.Tests.Rosters.Office;

namespace CallRouting.Core.Tests.Rosters;

public sealed class SwapTests
{
    private static readonly ShiftId SecondWeek = new(new("moss"), 1);
    private static readonly Swap OlaTakesIt = new("swap", SecondWeek, "per", "ola", By("Per"));

    [Test]
    public void A_shift_is_another_officers_for_as_long_as_it_lasts() =>
        Assert.That(
            Told(Roster.Of([AllDay]) with { Swaps = [OlaTakesIt] }, "2026-11-02 09:00", "2026-11-24 00:00"),
            Is.EqualTo("Mon 2026-11-02 09:00 kari | Mon 2026-11-09 09:00 ola | Mon 2026-11-16 09:00 liv | Mon 2026-11-23 09:00 kari")
        );

    [Test]
    public void It_stays_when_the_shift_moves()
    {
        var moved = AllDay with { HandOver = new LocalTime(12, 0), HandOverDay = IsoDayOfWeek.Wednesday };

        Assert.That(
            Told(Roster.Of([moved]) with { Swaps = [OlaTakesIt] }, "2026-11-04 12:00", "2026-11-12 00:00"),
            Is.EqualTo("Wed 2026-11-04 12:00 ola | Wed 2026-11-11 12:00 liv")
        );
    }

    [Test]
    public void One_day_of_a_turn_can_change_hands() =>
        Assert.That(
            Told(Roster.Of([Weekly]) with { Swaps = [OlaTakesIt with { Day = 2 }] }, "2026-11-10 09:00", "2026-11-12 15:00"),
            Is.EqualTo(
                "Tue 2026-11-10 09:00 per | Tue 2026-11-10 15:00 nobody | Wed 2026-11-11 09:00 ola | Wed 2026-11-11 15:00 nobody | "
                    + "Thu 2026-11-12 09:00 per"
            )
        );

    [Test]
    public void What_was_taken_can_be_given_on() =>
        Assert.That(
            PrimaryAt(
                Roster.Of([Weekly]) with
                {
                    Swaps = [OlaTakesIt, new("on", SecondWeek, "ola", "kari", By("Ola"))],
                },
                "2026-11-11 10:00"
            ),
            Is.EqualTo("kari")
        );

    [Test]
    public void It_does_not_hold_when_the_shift_has_become_somebody_elses() =>
        Assert.That(
            PrimaryAt(Roster.Of([Weekly with { Order = ["kari", "nils", "liv"] }]) with { Swaps = [OlaTakesIt] }, "2026-11-11 10:00"),
            Is.EqualTo("nils")
        );

    [Test]
    public void A_shift_that_happens_once_keeps_its_swap_on_another_date()
    {
        var once = new Shift(new("line"), "kari", DutyRole.Primary, Weekdays.All, Nine, new(15, 0), Monday, Monday) { Id = new("once") };
        var swap = new Swap("swap", once.IdOn(Monday), "kari", "per", By("Kari"));
        var later = once with { ValidFrom = Monday.PlusDays(3), ValidTo = Monday.PlusDays(3) };

        Assert.That(PrimaryAt(Roster.Of([later]) with { Swaps = [swap] }, "2026-11-05 10:00"), Is.EqualTo("per"));
    }

    [Test]
    public void A_shift_that_returns_keeps_its_swaps_when_hours_weekdays_and_validity_are_edited()
    {
        var daily = Staffed.Primary(Staffed.Kari) with { Id = new("daily") };
        var swap = new Swap("swap", daily.IdOn(Monday), "kari", "per", By("Kari"));
        var edited = daily with { From = new(8, 0), Days = Weekdays.Monday | Weekdays.Tuesday, ValidFrom = new(2026, 9, 1) };

        Assert.That(PrimaryAt(Roster.Of([edited]) with { Swaps = [swap] }, "2026-11-02 08:30"), Is.EqualTo("per"));
        Assert.That(PrimaryAt(Roster.Of([edited]) with { Swaps = [swap] }, "2026-11-03 08:30"), Is.EqualTo("kari"));
    }

    [Test]
    public void Every_swap_of_every_roster_holds_for_the_same_turns_after_the_hand_over_was_moved() =>
        Seeds.Each(
            300,
            static random =>
            {
                var roster = random.Make() with { Leave = [], Overrides = [] };
                foreach (var rotation in roster.Rules.OfType<Rotation>())
                {
                    var moved = rotation with { HandOver = rotation.HandOver.PlusHours(5), Hours = WeekHours.Always, OnHolidays = true };
                    Assert.That(SwappedTurns(moved, roster.Swaps), Is.EquivalentTo(ExpectedTurns(moved, roster.Swaps)));
                }
            }
        );

    private static IEnumerable<ShiftId> ExpectedTurns(Rotation rotation, IReadOnlyList<Swap> swaps) =>
        swaps
            .Where(swap => swap.Shift.Rule == rotation.Id && swap.Day is null && swap.Giver == rotation.Keeper(swap.Shift.Turn))
            .Select(swap => swap.Shift)
            .Distinct();

    /// <summary>Whole turns that were swapped, within a time that holds the first hundred of any length.</summary>
    private static IEnumerable<ShiftId> SwappedTurns(Rotation rotation, IReadOnlyList<Swap> swaps)
    {
        var start = CallRouting.Core.Offices.OsloTime.StartOf(rotation.ValidFrom);
        var roster = new Roster(
            [new(rotation.Role, "", [])],
            [rotation with { ValidTo = null }],
            [],
            [.. swaps.Where(swap => swap.Day is null)],
            []
        );
        return Timetable
            .Of(roster, new Interval(start, start + Duration.FromDays(101 * DaysOf(rotation.Length))))
            .SelectMany(period => period.Staffing.OnDuty)
            .Select(posting => posting.Why)
            .OfType<BySwap>()
            .Select(why => why.Planned)
            .Distinct();
    }

    private static int DaysOf(TurnLength length) => length.Count * (length.Unit == TurnUnit.Week ? 7 : 1);
}
