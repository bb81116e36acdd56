using CallRouting.Core.Calls;
using CallRouting.Core.Menus;
using CallRouting.Server.Menus;

namespace CallRouting.Server.Tests.Menus;

public sealed class NationalFlowTests
{
    [Test]
    public void The_flow_and_its_prompts_have_no_faults() => Assert.That(FlowFiles.Read(Flows.Folder).Faults, Is.Empty);

    [Test]
    public void A_caller_in_Nittedal_who_must_be_helped_today_reaches_the_duty_phone()
    {
        var caller = new Caller().Dials().Hears("andre sosiale tjenester, tast 1");

        caller.Presses("1").HearsPrompts("danger", "ask_urgent");
        caller.Presses("1").HearsPrompts("ask_postcode");
        caller.Presses("1481").Hears("1 4 8 1 er Nittedal i Akershus.");
        caller.Presses("1").IsConnectedTo("0233");

        Assert.That(caller.Visit.Urgency, Is.EqualTo(Urgency.Urgent));
        Assert.That(caller.Visit.Postcode, Is.EqualTo("1481"));
        Assert.That(caller.Visit.AreaCode, Is.EqualTo("3232"));
    }

    [Test]
    public void Silence_twice_at_the_greeting_leads_to_a_human()
    {
        var caller = new Caller().Dials().SaysNothing().HearsPrompts("greeting", "other_norwegian", "other_language", "unsure");
        caller.SaysNothing().HearsPrompts("help").WaitsForAHuman();
    }
}
