using CallRouting.Core.Calls;
using CallRouting.Core.Menus;
using CallRouting.Core.Queue;
using CallRouting.Server.Menus;

namespace CallRouting.Server.Tests.Menus;

/// <summary>The flow as a whole: loaded without a fault, spoken in every language, kept by its hash.</summary>
public sealed class NationalFlowTests
{
    [Test]
    public void The_flow_and_its_prompts_have_no_faults() => Assert.That(Flows.Read(Flows.Folder).Faults, Is.Empty);

    [TestCase(null, "Jeg", "1 4 8 1 er Nittedal i Akershus.")]
    [TestCase("4", "Eg", "1 4 8 1 er Nittedal i Akershus.")]
    [TestCase("5", "I", "1 4 8 1 is Nittedal in Akershus.")]
    public void A_caller_who_must_be_helped_today_reaches_the_duty_phone_in_every_language(string? language, string i, string place)
    {
        var caller = new Caller { Queue = QueueFacts.Nobody }.Dials();
        if (language is not null)
            caller.Presses(language);

        caller.Presses("1").HearsPrompts("danger", "ask_urgent");
        caller.Presses("1").HearsPrompts("ask_postcode");
        caller.Presses("0000").Hears($"{i} ").HearsPrompts("invalid", "ask_postcode");
        caller.Presses("1481").Hears(place);
        caller.Presses("1").IsConnectedTo("0233");

        Assert.That((caller.Visit.Urgency, caller.Visit.Postcode, caller.Visit.AreaCode), Is.EqualTo((Urgency.Urgent, "1481", "3232")));
    }

    [Test]
    public void An_end_that_is_asked_again_tells_the_same_end_and_settles_nothing_twice()
    {
        var caller = new Caller { Queue = QueueFacts.Nobody }
            .Dials()
            .Presses("1", "1", "1481", "1");
        caller.Presses("1", "", "5").IsConnectedTo("0233");
    }

    [Test]
    public void A_stored_flow_is_walked_as_the_one_it_was()
    {
        var stored = FlowText.Read(FlowText.Write(Flows.National));

        Assert.That(stored.Hash, Is.EqualTo(Flows.National.Hash));
        new Caller { Flow = stored, Queue = QueueFacts.Nobody }
            .Dials()
            .Presses("4", "1", "1", "0151", "1", "1", "", "15")
            .IsConnectedTo("0325");
    }

    [Test]
    public void The_order_in_the_file_does_not_change_the_hash()
    {
        var content = Flows.National.Content;
        var turned = new Flow(
            content with
            {
                Nodes = content.Nodes.Reverse().ToDictionary(),
                Entries = content.Entries.Reverse().ToDictionary(),
                Prompts = content.Prompts.Reverse().ToDictionary(),
            }
        );
        Assert.That(turned.Hash, Is.EqualTo(Flows.National.Hash));
    }

    [Test]
    public void Another_word_is_another_hash()
    {
        var text = FlowText.Write(Flows.National);
        var changed = FlowText.Read(text.Replace("Hvor er du nå?", "Hvor er du?", StringComparison.Ordinal));
        Assert.That(changed.Hash, Is.Not.EqualTo(Flows.National.Hash));
    }
}
