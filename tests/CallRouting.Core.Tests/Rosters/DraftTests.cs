using CallRouting.Core.Rosters;
using NodaTime;
using static CallRouting.Core.Tests.Rosters.Office;

namespace CallRouting.Core.Tests.Rosters;

public sealed class DraftTests
{
    private static readonly Roster Good = Roster.Of([Weekly]);
    private static readonly HashSet<string> Officers = [.. Three];

    [Test]
    public void A_draft_without_faults_has_none() => Assert.That(DraftRules.Check(Good, Officers), Is.Empty);

    [Test]
    public void Nobody_can_be_named_whom_the_line_does_not_know() =>
        Assert.That(
            Told(
                Good with
                {
                    Layers = [Good.Layers[0] with { Fallback = ["ola"] }, Good.Layers[1]],
                    Rules = [Weekly with { Order = ["kari", "ola"] }],
                    Overrides = [Override.Adding("1", DutyRole.Primary, Between("2026-11-03 09:00", "2026-11-03 12:00"), "ola", By("Liv"))],
                }
            ),
            Is.EqualTo(
                new[]
                {
                    "layer Primary: \"ola\" is not an officer whom this line may name.",
                    "rule moss: \"ola\" is not an officer whom this line may name.",
                    "override 1: \"ola\" is not an officer whom this line may name.",
                }
            )
        );

    [Test]
    public void Layers_stand_once_in_order_and_whatever_names_one_names_one_of_them()
    {
        Assert.That(
            Told(Good with { Layers = [] }),
            Is.EqualTo(new[] { "layers: There is none. A line has at least one, primary.", NoLayer("rule moss") })
        );
        Assert.That(
            Told(Good with { Layers = [.. Good.Layers, Good.Layers[0]] }),
            Has.One.StartsWith("layer Primary: It stands there twice")
        );
        Assert.That(Told(Good with { Layers = [.. Good.Layers.Reverse()] }), Has.One.StartsWith("layers: They are not in the order"));
        Assert.That(
            Told(
                Good with
                {
                    Overrides = [Override.Adding("1", DutyRole.Fifth, Between("2026-11-03 09:00", "2026-11-03 12:00"), "per", By("Liv"))],
                }
            ),
            Is.EqualTo(new[] { "override 1: The line has no layer Fifth. Add the layer, or choose another." })
        );

        static string NoLayer(string where) => $"{where}: The line has no layer Primary. Add the layer, or choose another.";
    }

    [Test]
    public void Each_rule_has_an_id_of_its_own()
    {
        Assert.That(Told(Good with { Rules = [Weekly, Weekly] }), Has.One.StartsWith("rule moss: Two rules have this id."));
        Assert.That(Told(Good with { Rules = [Weekly with { Id = default }] }), Has.One.StartsWith("rules: A rule has no id."));
    }

    [Test]
    public void A_rule_that_could_never_be_kept_is_told()
    {
        Assert.That(Told(Weekly with { Hours = Weekdays9To15 with { Days = Weekdays.None } }), Has.One.Contains("no weekday"));
        Assert.That(
            Told(Weekly with { ValidTo = Monday.PlusDays(-1) }),
            Has.One.Contains("last date, 2026-11-01, is before its first, 2026-11-02")
        );
        Assert.That(Told(Weekly with { Order = [] }), Has.One.Contains("Nobody takes turns"));
        Assert.That(Told(Weekly with { Length = TurnLength.Weeks(0) }), Has.One.Contains("1 to 366"));
        Assert.That(Told(Weekly with { StartsWith = 3 }), Has.One.Contains("places 0 to 2"));
        Assert.That(
            Told(Weekly with { Length = TurnLength.Days(1), HandOverDay = IsoDayOfWeek.Monday }),
            Has.One.Contains("counted in weeks")
        );
    }

    [Test]
    public void A_rotation_that_cannot_be_kept_staffs_nobody_and_breaks_nothing()
    {
        Rotation[] unsound =
        [
            Weekly with
            {
                Order = [],
            },
            Weekly with
            {
                Length = TurnLength.Weeks(0),
            },
            Weekly with
            {
                Length = TurnLength.Hours(-1),
            },
            Weekly with
            {
                StartsWith = -1,
            },
            Weekly with
            {
                Length = TurnLength.DutyDays(1),
                Hours = Weekdays9To15 with { Days = Weekdays.None },
            },
        ];

        foreach (var rotation in unsound)
        {
            Assert.That(PrimaryAt(rotation, "2026-11-04 10:00"), Is.EqualTo("nobody"));
            Assert.That(Told(rotation), Is.Not.Empty);
        }
    }

    [Test]
    public void Leave_and_overrides_that_last_no_time_or_name_nobody_are_told()
    {
        var backwards = new Leave("1", "kari", Monday, Monday.PlusDays(-1), By("Kari"));
        var when = Between("2026-11-03 09:00", "2026-11-03 12:00");
        var add = Override.Adding("1", DutyRole.Primary, when, "per", By("Liv"));

        Assert.That(Told(Good with { Leave = [backwards] }), Has.One.StartsWith("leave 1: Its last day"));
        Assert.That(Told(Good with { Overrides = [add with { When = new(when.Start, when.Start) }] }), Has.One.Contains("no length"));
        Assert.That(Told(Good with { Overrides = [add with { In = null }] }), Has.One.Contains("To add names whom to put on"));
        Assert.That(
            Told(Good with { Overrides = [add with { Kind = OverrideKind.Remove }] }),
            Has.One.Contains("to remove, whom to take off")
        );
    }

    [Test]
    public void A_swap_that_holds_no_longer_is_told_and_does_not_hinder()
    {
        var swap = new Swap("7", new(new("moss"), 1), "per", "liv", By("Per"));
        var swapped = Good with { Swaps = [swap] };

        Assert.That(DraftRules.Check(swapped, Officers), Is.Empty);
        Assert.That(
            DraftRules.Check(swapped with { Rules = [Weekly with { Order = ["kari", "liv", "per"] }] }, Officers),
            Is.EqualTo(
                new[]
                {
                    new DraftProblem(
                        "swap 7",
                        "It holds no longer: shift moss/1 is liv's and not per's. Agree on it again, or take it away.",
                        Hinders: false
                    ),
                }
            )
        );
        Assert.That(
            Told(swapped with { Rules = [Weekly with { ValidTo = Monday.PlusDays(6) }] }),
            Has.One.Contains("there is no shift moss/1")
        );
        Assert.That(Told(swapped with { Rules = [] }), Has.One.Contains("there is no shift moss/1"));
        Assert.That(Told(Good with { Swaps = [swap with { Taker = "per" }] }), Has.One.Contains("cannot take a shift from themselves"));
        Assert.That(
            Told(Good with { Swaps = [swap with { Shift = new(new("moss"), -1) }] }),
            Has.One.Contains("there is no shift moss/-1")
        );
    }

    [TestCase(int.MinValue)]
    [TestCase(int.MaxValue)]
    public void A_swap_of_a_shift_beyond_all_time_is_no_more_than_a_swap_that_does_not_hold(int turn)
    {
        var swap = new Swap("7", new(new("kari"), turn), "kari", "liv", By("Kari"));
        var roster = Roster.Of([Staffed.Primary(Staffed.Kari) with { Id = new("kari") }]) with { Swaps = [swap] };

        Assert.That(Told(roster), Has.One.Contains("there is no shift"));
        Assert.That(
            SwapRules.Keeper(Good with { Rules = [Weekly with { StartsWith = 2 }] }, new(new("moss"), turn)),
            Is.Null.Or.AnyOf(Three)
        );
    }

    [Test]
    public void Who_keeps_a_shift_is_known_through_its_swaps()
    {
        var shift = new ShiftId(new("moss"), 1);
        var roster = Good with { Swaps = [new("1", shift, "per", "liv", By("Per")), new("2", shift, "liv", "kari", By("Liv"), Day: 2)] };

        Assert.That(SwapRules.Keeper(roster, shift), Is.EqualTo("liv"));
        Assert.That(SwapRules.Keeper(roster, shift, day: 2), Is.EqualTo("kari"));
        Assert.That(SwapRules.Keeper(roster, new(new("gone"), 1)), Is.Null);
    }

    private static IEnumerable<string> Told(RosterRule rule) => Told(Roster.Of([rule]));

    private static IEnumerable<string> Told(Roster draft) => DraftRules.Check(draft, Officers).Select(problem => $"{problem}");
}
