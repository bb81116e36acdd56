using NodaTime;

namespace CallRouting.Scenarios.Calls;

/// <summary>Other ways through the menu.</summary>
public sealed class MenuScenarios : Scenario
{
    [Test]
    public async Task A_nynorsk_caller_hears_nynorsk_with_the_bokmal_voice()
    {
        var caller = World.Caller();
        await caller.Dials(Population.National);
        await caller.Presses("4");
        await caller.Hears("velkomen til Nav");
        await caller.Presses("1", "2", "1481", "1");
        await caller.Hears("Vi ringjer vakttelefonen på Nav Nittedal");
        Assert.That(await caller.LanguageHeard(), Is.EqualTo("nb-NO"));
        await Officer("Primary").AnswersAndPresses("1");
        await caller.IsTalkingWith("Primary");
    }

    [Test]
    public async Task An_English_caller_hears_English_and_the_officer_is_told_so()
    {
        var caller = World.Caller();
        await caller.Dials(Population.National);
        await caller.Presses("5");
        await caller.Hears("welcome to Nav");
        await caller.Presses("1", "1", "1481", "1");
        await caller.Hears("We are calling the duty phone at Nav Nittedal");
        Assert.That(await caller.LanguageHeard(), Is.EqualTo("en-GB"));
        await Officer("Primary").Answers();
        await Officer("Primary").Hears("Engelsk");
        await Officer("Primary").Presses("1");
        await caller.IsTalkingWith("Primary");
    }

    [Test]
    public async Task The_number_of_an_office_needs_no_postcode()
    {
        var caller = World.Caller();
        await caller.Dials(Population.DoorOf("0233"));
        await caller.Presses("1");
        await caller.Hears("Nav Nittedal");
        await Officer("Primary").AnswersAndPresses("1");
        await caller.IsTalkingWith("Primary");
        Assert.That((await World.TheCall()).Unit, Is.EqualTo("0233"));
    }

    [Test]
    public async Task A_withheld_caller_is_asked_for_a_number_before_the_ladder_starts()
    {
        var caller = World.Caller();
        await caller.Dials(Population.National, withheld: true);
        await caller.Presses("1", "2", "1481", "1");
        await caller.Hears("Vi ser ikke nummeret ditt");
        await Officer("Primary").DoesNotRing();
        await caller.Presses("90000000", "1");
        await Officer("Primary").Rings();
        await caller.HangsUp();

        Assert.That((await World.Callbacks()).Single().Number, Is.EqualTo("known"));
    }

    [Test]
    public async Task Who_cannot_be_rung_gets_a_code_and_keeps_the_place_with_it()
    {
        var caller = World.Caller();
        await caller.Dials(Population.National, withheld: true);
        await caller.Presses("1", "2", "1481", "1", "*");
        await caller.Hears("Koden din er");
        var code = CodeIn((await caller.Heard()).Last(heard => heard.Contains("Koden din er", StringComparison.Ordinal)));
        await Officer("Primary").Rings(within: 60);
        await caller.HangsUp();
        Assert.That((await World.Callbacks()).Single().Number, Is.EqualTo("has a code"));

        await caller.Dials(Population.National, withheld: true);
        await caller.Presses("2", code);
        await Officer("Primary").AnswersAndPresses("1");
        await caller.IsTalkingWith("Primary");
        Assert.That(await World.Callbacks(), Is.Empty, "settled by the call that brought the code");
    }

    [Test]
    public async Task Silence_leads_to_a_human_and_after_three_minutes_to_a_call_back_of_the_contact_centre()
    {
        await World.AgentSignsIn("agent-1");
        var caller = World.Caller();
        await caller.Dials(Population.National);
        await caller.Hears("Vent litt, så snakker du med en av oss", within: 90);
        Assert.That((await World.Queue()).Single().Urgency, Is.EqualTo("NotStated"));

        await World.Passes(Duration.FromMinutes(3));
        await caller.Hears("kontaktsenteret", within: 30);
        await caller.Presses("1");
        await caller.IsFree();
        var callback = (await World.Callbacks()).Single();
        Assert.That((callback.Unit, callback.Line), Is.EqualTo(((string?)null, (string?)null)));
    }

    [Test]
    public async Task An_unknown_postcode_is_asked_for_again_and_then_a_human_helps()
    {
        await World.AgentSignsIn("agent-1");
        var caller = World.Caller();
        await caller.Dials(Population.National);
        await caller.Presses("1", "2", "0000");
        await caller.Hears("Jeg fant ikke det nummeret");
        await caller.Presses("0000");
        await caller.Hears("Vent litt");
        Assert.That(await World.Queue(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task I_do_not_know_leads_to_a_human()
    {
        await World.AgentSignsIn("agent-1");
        var caller = World.Caller();
        await caller.Dials(Population.National);
        await caller.Presses("1", "1", "#");
        await caller.Hears("Vent litt");
        Assert.That((await World.Queue()).Single().Urgency, Is.EqualTo("Urgent"));
    }

    [Test]
    public async Task A_line_with_nobody_on_duty_tells_the_truth_at_once()
    {
        await World.AgentSignsIn("agent-1");
        var caller = World.Caller();
        await caller.Dials(Population.National);
        // Halden has no roster in this world: nobody's phone, so the contact centre takes it.
        await caller.Presses("1", "2", "1767", "1");
        await World.Until(async () => (await World.Queue()).Count == 1, "the caller waits for an agent");
    }

    [Test]
    public async Task In_Oslo_who_knows_the_district_reaches_its_office()
    {
        var caller = World.Caller();
        await caller.Dials(Population.National);
        await caller.Presses("1", "2", "0658", "1", "1");
        await caller.Hears("Gamle Oslo");
        await caller.Presses("1");
        await Officer("Oslo Primary").AnswersAndPresses("1");
        await caller.IsTalkingWith("Oslo Primary");
    }

    [Test]
    public async Task In_Oslo_who_does_not_know_the_district_waits_for_a_human()
    {
        await World.AgentSignsIn("agent-1");
        var caller = World.Caller();
        await caller.Dials(Population.National);
        await caller.Presses("1", "2", "0658", "1");
        await caller.Hears("Vent litt", within: 60);
        Assert.That((await World.Queue()).Single().AreaCode, Is.EqualTo("0301"));
    }

    [Test]
    public async Task A_number_of_ours_that_nobody_set_up_says_so()
    {
        var caller = World.Caller();
        await caller.Dials(Population.NotSetUp);
        await caller.Hears("er ikke i bruk");
        await caller.IsFree();
    }

    private static string CodeIn(string heard) => string.Concat(heard.Where(char.IsAsciiDigit).Take(5));
}
