using CallRouting.Core.Calls;

namespace CallRouting.Server.Tests.Menus;

/// <summary>"If we called you, or you have a code": nothing that is said tells of an earlier call.</summary>
public sealed class CodeTests
{
    private static Caller AskedForCode() => new Caller().Dials().Presses("2").HearsPrompts("enter_code");

    [Test]
    public void A_code_leads_straight_to_the_office_that_owes_the_call_back()
    {
        var caller = AskedForCode().Presses("24680");

        caller.IsConnectedTo("0233", "callback-1");
        Assert.That(caller.Turn.Speech, Is.Empty);
        Assert.That((caller.Visit.Urgency, caller.Visit.AreaCode), Is.EqualTo((Urgency.Urgent, "3232")));
    }

    [Test]
    public void A_code_of_the_contact_centre_leads_to_an_agent()
    {
        var caller = AskedForCode().Presses("13579");
        Assert.That(caller.Turn.Outcome, Is.EqualTo(new Core.Menus.MenuOutcome.WaitForAgent("callback-2")));
    }

    [Test]
    public void A_withheld_caller_with_a_code_is_asked_for_no_number() =>
        new Caller { NumberEnding = null }
            .Dials()
            .Presses("2", "24680")
            .IsConnectedTo("0233", "callback-1");

    [Test]
    public void A_wrong_code_is_told_once_and_then_leads_to_a_human()
    {
        var caller = AskedForCode().Presses("11111").HearsPrompts("invalid", "enter_code");
        caller.Presses("2468").HearsPrompts("help").WaitsForAHuman();
        Assert.That(caller.Visit.CallbackId, Is.Null);
    }

    [Test]
    public void Who_was_rung_without_a_code_speaks_with_a_human() => AskedForCode().Presses("#").HearsPrompts("help").WaitsForAHuman();

    [Test]
    public void Silence_leads_to_a_human() => AskedForCode().Presses("", "").WaitsForAHuman();
}
