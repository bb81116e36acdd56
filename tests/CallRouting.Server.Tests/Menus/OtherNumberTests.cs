using CallRouting.Core.Calls;

namespace CallRouting.Server.Tests.Menus;

/// <summary>"For anything else, press 3": other numbers, told and put through to.</summary>
public sealed class OtherNumberTests
{
    private static Caller Asked() => new Caller().Dials().Presses("3").HearsPrompts("other");

    [TestCase("1", "+4710000334")]
    [TestCase("2", "+4710000336")]
    public void A_key_tells_the_number_and_puts_through(string key, string number) =>
        Asked().Presses(key).Hears($"Nummeret dit er {string.Join(' ', number[3..].AsEnumerable())}.").IsSentOnTo(number);

    [Test]
    public void After_they_have_talked_it_is_goodbye() => Asked().Presses("1").ComesBack(answered: true).IsSaidGoodbye();

    [Test]
    public void When_nobody_answers_there_a_human_helps() =>
        Asked().Presses("1").ComesBack(answered: false).HearsPrompts("other_no_answer", "help").WaitsForAHuman();

    [Test]
    public void Waiting_is_an_answer_and_leads_to_a_human() => Asked().SaysNothing().HearsPrompts("help").WaitsForAHuman();

    [Test]
    public void Who_was_sent_on_is_owed_nothing_and_who_came_back_unanswered_is_a_caller_as_before()
    {
        var caller = Asked().Presses("1");
        Assert.That(caller.Visit.Served, Is.True);
        Assert.That(caller.ComesBack(answered: false).Visit.Served, Is.False);
    }

    [Test]
    public void Coming_back_twice_changes_nothing_more()
    {
        var caller = Asked().Presses("1").ComesBack(answered: false);
        caller.ComesBack(answered: true).WaitsForAHuman();
    }
}

/// <summary>Numbers that a flow may not have, and numbers that it does not have.</summary>
public sealed class NumberFaultTests
{
    [TestCase("829 00 000", "Phone 829 00 000 is a premium number (829). A duty phone may be")]
    [TestCase("+46 8 123 45 67", "Phone +46 8 123 45 67 is not Norwegian.")]
    [TestCase("55 55 33 33", "Phone 55 55 33 33 is one of this service's own numbers: the call would come back to us.")]
    [TestCase("112", "Phone 112 is an emergency number: it is only ever told to a caller.")]
    public void A_number_that_may_not_be_rung(string number, string why)
    {
        using var folder = new FlowFolder();
        var line = folder.Change("national.yaml", "\"100 00 334\"", $"\"{number}\"");
        Assert.That(folder.Faults.Single(), Does.StartWith($"ivr-flows/national.yaml:{line}: number \"pension\": {why}"));
    }

    [Test]
    public void The_demos_numbers_are_refused_anywhere_else() =>
        Assert.That(
            Server.Menus.FlowFiles.Read(Flows.Folder, new NumberPlan([])).Faults.Select(fault => fault.Message),
            Has.Exactly(2).Contains("is a special number (1xx)")
        );

    [Test]
    public void A_number_that_the_flow_does_not_have()
    {
        using var folder = new FlowFolder();
        var line = folder.Change("national.yaml", "forward: pension", "forward: pensjon");
        Assert.That(
            folder.Faults,
            Is.EqualTo([
                $"ivr-flows/national.yaml:{line}: node \"pension\" sends callers on to \"pensjon\", which is no number. The numbers are pension, employers.",
            ])
        );
    }

    [Test]
    public void A_number_that_a_prompt_tells_and_the_flow_does_not_have()
    {
        using var folder = new FlowFolder();
        foreach (var language in new[] { "nb", "nn", "en" })
            folder.Change($"prompts/{language}.yaml", "{nummer_pension}", "{nummer_family}");
        Assert.That(
            folder.Faults.Single(),
            Does.EndWith(
                "node \"pension\" says \"to_pension\" with {nummer_family}, but the flow has no number \"family\". The numbers are pension, employers."
            )
        );
    }

    [Test]
    public void A_number_that_nobody_uses()
    {
        using var folder = new FlowFolder();
        var line = folder.Change("national.yaml", "\nnodes:\n", "  family: { name: Nav familie, number: \"100 00 332\" }\n\nnodes:\n");
        Assert.That(
            folder.Faults.Single(),
            Is.EqualTo(
                $"ivr-flows/national.yaml:{line}: number \"family\" is used nowhere. Let a node \"forward\" to it or a prompt tell it, or remove it."
            )
        );
    }

    [TestCase("Les mer på nav.no.", ".no")]
    [TestCase("Les meir på nettstaden vår.", "nettstad")]
    [TestCase("See www dot nav dot no.", "www")]
    public void A_prompt_that_leads_to_a_web_page(string text, string words)
    {
        using var folder = new FlowFolder();
        folder.Change("prompts/nb.yaml", "other_no_answer: Ingen svarte på det nummeret.", $"other_no_answer: {text}");
        Assert.That(
            folder.Faults,
            Has.Some.EndsWith($"prompt \"other_no_answer\" leads callers to a web page (\"{words}\"). Say what they can do by telephone.")
        );
    }
}
