using CallRouting.Core.Calls;
using CallRouting.Core.Menus;
using CallRouting.Core.Offices;

namespace CallRouting.Core.Tests.Menus;

/// <summary>What the walk promises of any flow; the national flow is walked in the server's tests.</summary>
public sealed class MenuWalkTests
{
    private static readonly MenuVisit Known = new()
    {
        Office = new UnitNumber("0233"),
        AreaCode = "3232",
        PendingDigits = "90000001",
        CallbackNumber = new PhoneNumber("+4790000001"),
        Language = Language.English,
        Urgency = Urgency.Urgent,
    };

    [Test]
    public void Entering_keeps_what_is_known_but_not_what_was_never_confirmed()
    {
        var visit = MenuWalk.Enter(Flow(), "start", Known, Facts()).Visit;
        Assert.That(
            (visit.Office, visit.CallbackNumber, visit.Language),
            Is.EqualTo((Known.Office, Known.CallbackNumber, Language.English))
        );
        Assert.That(visit.PendingDigits, Is.Null);
    }

    [Test]
    public void An_office_that_the_caller_chose_goes_before_the_office_of_the_number()
    {
        var facts = Facts() with { OfficeOfNumberCalled = new UnitNumber("0104") };
        Assert.That(MenuWalk.Enter(Flow(), "start", Known, facts).Visit.Office, Is.EqualTo(new UnitNumber("0233")));
        Assert.That(MenuWalk.Enter(Flow(), "start", new MenuVisit(), facts).Visit.Office, Is.EqualTo(new UnitNumber("0104")));
    }

    [Test]
    public void Who_is_given_a_code_is_not_rung_on_any_number()
    {
        var begun = MenuWalk.Enter(Flow(), "start", Known, Facts());
        var turn = MenuWalk.Hear(Flow(), begun.Visit, "1", Facts());

        Assert.That(
            (turn.Visit.Code, turn.Visit.CannotBeRung, turn.Visit.CallbackNumber),
            Is.EqualTo(("90210", true, default(PhoneNumber?)))
        );
        Assert.That(turn.Effects, Is.EqualTo([new MenuEffect.GiveCode("90210")]));
        Assert.That(turn.Outcome, Is.EqualTo(new MenuOutcome.Connect(new UnitNumber("0233"))));
    }

    [Test]
    public void To_be_connected_without_an_office_is_to_wait_for_a_human()
    {
        var begun = MenuWalk.Enter(Flow(), "start", new MenuVisit(), Facts());
        Assert.That(MenuWalk.Hear(Flow(), begun.Visit, "1", Facts()).Outcome, Is.EqualTo(new MenuOutcome.WaitForAgent()));
    }

    [Test]
    public void A_visit_and_its_effects_never_print_a_number()
    {
        Assert.That(Known.ToString(), Does.Not.Contain("0000"));
        Assert.That(new MenuEffect.RingOnNumber(Known.CallbackNumber!.Value).ToString(), Does.Not.Contain("0000"));
    }

    [Test]
    public void An_entry_that_the_flow_does_not_have_is_told_by_name() =>
        Assert.That(
            () => MenuWalk.Enter(Flow(), "nowhere", Known, Facts()),
            Throws.ArgumentException.With.Message.Contains("no entry \"nowhere\"")
        );

    private static Flow Flow() =>
        new(
            new FlowContent(
                "small",
                new Dictionary<string, string> { ["start"] = "question" },
                new Dictionary<string, Node>
                {
                    ["question"] = new Node.Ask(
                        ["question"],
                        new Dictionary<string, Exit> { ["1"] = new("connect", [Act.GiveCode]) },
                        new Silence(new Exit("connect", []))
                    ),
                    ["connect"] = new Node.End([], Ending.Connect),
                },
                new[] { Language.Bokmal, Language.Nynorsk, Language.English }.ToDictionary(
                    language => language,
                    IReadOnlyDictionary<string, Prompt> (_) => new Dictionary<string, Prompt> { ["question"] = new("Press 1.") }
                )
            )
        );

    private static MenuFacts Facts() =>
        new()
        {
            Now = Oslo.At("2026-11-18 10:00"),
            Places = new Places(new Registers()),
            Hours = OpeningHours.Default,
            Plan = new NumberPlan([]),
            NumberShown = "55 55 33 33",
            OpenCallbackByCode = _ => null,
            FreshCode = () => "90210",
            CallbackDue = _ => Oslo.At("2026-11-20 10:00"),
        };
}
