using CallRouting.Core.Calls;
using CallRouting.Core.Menus;
using CallRouting.Core.Offices;

namespace CallRouting.Server.Tests.Menus;

/// <summary>A number that stands for one office: on a municipality's web page, or at a locked door.</summary>
public sealed class OfficeNumberTests
{
    private static readonly UnitNumber Nittedal = new("0233");

    private static readonly string[] Greeting = ["office_greeting", "danger", "ask_urgent", "other_norwegian", "other_language"];

    [TestCase("1", Urgency.Urgent)]
    [TestCase("2", Urgency.CanWait)]
    public void No_postcode_is_asked(string key, Urgency urgency)
    {
        var caller = new Caller { OfficeCalled = Nittedal }
            .Dials()
            .HearsPrompts(Greeting)
            .Hears("vakttelefonen til Nav Nittedal");
        caller.Presses(key).IsConnectedTo("0233");
        Assert.That(caller.Visit.Urgency, Is.EqualTo(urgency));
    }

    [Test]
    public void The_language_can_be_changed_there_too() =>
        new Caller { OfficeCalled = Nittedal }
            .Dials()
            .Presses("5")
            .HearsPrompts(Greeting)
            .Hears("the duty phone of Nav Nittedal");

    [Test]
    public void A_withheld_caller_is_asked_for_a_number_first() =>
        new Caller { OfficeCalled = Nittedal, NumberEnding = null }
            .Dials()
            .Presses("1")
            .HearsPrompts("before_ringing", "callback_hidden")
            .Presses("90000001", "1")
            .IsConnectedTo("0233");

    [Test]
    public void Silence_leads_to_a_human_who_sees_the_office()
    {
        var caller = new Caller { OfficeCalled = Nittedal }
            .Dials()
            .Presses("", "");
        caller.WaitsForAHuman();
        Assert.That(caller.Visit.Office, Is.EqualTo(Nittedal));
    }

    [Test]
    public void Closed_it_tells_the_municipalitys_number_without_a_postcode() =>
        new Caller
        {
            OfficeCalled = Nittedal,
            Now = Caller.At(2026, 11, 21, 12),
            EmergencyNumber = new PhoneNumber("+4767000000"),
        }
            .Dials()
            .Hears("vakttelefonen til Nav Nittedal. Nav har stengt nå.")
            .Presses("1")
            .Hears("6 7 0 0 0 0 0 0");

    [Test]
    public void Closed_without_a_municipal_number_it_promises_a_call_back_by_the_office()
    {
        var caller = new Caller { OfficeCalled = Nittedal, Now = Caller.At(2026, 11, 21, 12) }
            .Dials()
            .Presses("1");
        caller.Hears("Tast 1, så ringer Nav Nittedal deg mandag 23. november fra klokka 9.").Presses("1");
        Assert.That(caller.Effects, Is.EqualTo([new MenuEffect.PromiseCallback(Nittedal)]));
    }

    [Test]
    public void Closed_silence_is_still_told_who_can_help() =>
        new Caller { OfficeCalled = Nittedal, Now = Caller.At(2026, 11, 21, 12) }
            .Dials()
            .Presses("", "")
            .HearsPrompts("closed_no_local");
}
