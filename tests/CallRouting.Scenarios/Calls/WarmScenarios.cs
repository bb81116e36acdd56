using System.Net;
using CallRouting.PhoneNetwork.Phones;

namespace CallRouting.Scenarios.Calls;

/// <summary>An agent takes a waiting caller and hands over to Nittedal, by the API that the console will use.</summary>
[Category(WorldDatabase.Postgres)]
public sealed class WarmScenarios : Scenario
{
    private Person caller = null!;
    private Person agent = null!;
    private AgentConsole first = null!;
    private AgentConsole second = null!;

    [SetUp]
    public async Task A_caller_waits_and_an_agent_takes_the_call()
    {
        caller = World.Caller();
        agent = World.Phone("Agent");
        first = await World.AgentSignsIn("agent-1");
        second = await World.AgentSignsIn("agent-2");
        await caller.Dials(Population.National);
        await caller.Presses("3", "3");
        await caller.Hears("Vent litt");
        await first.TakesTheCall();
        await agent.AnswersAndPresses("1");
        await caller.IsTalkingWith("Agent");
    }

    [Test]
    public async Task The_agent_consults_merges_and_completes()
    {
        await Transfer();
        await caller.IsTalkingWith("Agent");
        await Officer("Primary").Answers();
        await Officer("Primary").Hears("Kontaktsenteret har en innringer");
        await Officer("Primary").Presses("1");

        await caller.IsOnHold();
        await agent.IsTalkingWith("Primary");

        Assert.That(await Verb("merge"), Is.EqualTo(HttpStatusCode.OK));
        await caller.IsTalkingWith("Agent", "Primary");

        Assert.That(await Verb("complete"), Is.EqualTo(HttpStatusCode.OK));
        await agent.IsFree();
        await caller.IsTalkingWith("Primary");

        await caller.HangsUp();
        await Officer("Primary").IsFree();
        Assert.That((await World.TheTransfer()).State, Is.EqualTo("Completed"));
        await World.TimelineTells(
            "Agent: taken by agent",
            "Agent: with agent",
            "Primary: accepted",
            "Primary: consulting",
            "Primary: connected"
        );
    }

    [Test]
    public async Task Completing_while_consulting_puts_caller_and_officer_together()
    {
        await Consulting();
        await Verb("complete");
        await caller.IsTalkingWith("Primary");
        await agent.IsFree();
    }

    [Test]
    public async Task One_key_skips_the_consultation()
    {
        await Transfer();
        await Verb("skip-consult");
        await Officer("Primary").AnswersAndPresses("1");
        await caller.IsTalkingWith("Agent", "Primary");
    }

    [Test]
    public async Task The_agent_takes_the_caller_back()
    {
        await Consulting();
        await Verb("return");
        await caller.IsTalkingWith("Agent");
        await Officer("Primary").IsFree();
        Assert.That((await World.TheTransfer()).State, Is.EqualTo("Returned"));
        Assert.That((await World.TheCall()).State, Is.EqualTo("WithAgent"));
    }

    [Test]
    public async Task The_agent_cancels_while_it_rings_and_the_caller_never_notices()
    {
        await Transfer();
        await Officer("Primary").Rings();
        await Verb("cancel");
        await Officer("Primary").IsFree();
        await caller.IsTalkingWith("Agent");
        Assert.That(await World.Callbacks(), Is.Empty);
    }

    [Test]
    public async Task When_nobody_accepts_the_agent_still_has_the_caller_and_a_call_back_exists()
    {
        await Transfer();
        await World.Until(async () => (await World.TheTransfer()).State == "Unanswered", "the ladder is spent", 120);
        await caller.IsTalkingWith("Agent");
        Assert.That((await World.Callbacks()).Single().Unit, Is.EqualTo("0233"));
        Assert.That(await World.Flags(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task An_agent_lost_before_any_transfer_sends_the_caller_to_the_front_of_the_list()
    {
        await agent.HangsUp();
        await World.Until(async () => (await World.Queue()).Any(waiting => waiting.First), "the caller waits first");
        await second.TakesTheCall();
        await World.Phone("Second agent").AnswersAndPresses("1");
        await caller.IsTalkingWith("Second agent");
    }

    [Test]
    public async Task An_agent_lost_while_it_rings_turns_the_transfer_direct()
    {
        await Transfer();
        await Officer("Primary").Rings();
        await agent.HangsUp();
        await caller.Hears("Vi prøver fortsatt å få tak i en veileder");
        await Officer("Primary").AnswersAndPresses("1");
        await caller.IsTalkingWith("Primary");
    }

    [Test]
    public async Task An_agent_lost_while_the_officer_is_on_the_way_in_strands_nobody()
    {
        await Transfer();
        await Officer("Primary").Answers();
        await Task.WhenAll(World.Phones.Press(Officer("Primary").Number, "1"), World.Phones.HangUp(agent.Number));
        await World.Settle();
        await caller.IsTalkingWith("Primary");
    }

    [Test]
    public async Task An_agent_lost_while_consulting_connects_caller_and_officer()
    {
        await Consulting();
        await agent.HangsUp();
        await caller.IsTalkingWith("Primary");
    }

    [Test]
    public async Task An_agent_lost_after_the_merge_leaves_the_two_talking()
    {
        await Consulting();
        await Verb("merge");
        await caller.IsTalkingWith("Agent", "Primary");
        await agent.HangsUp();
        await caller.IsTalkingWith("Primary");
    }

    [Test]
    public async Task Agent_and_officer_both_gone_the_caller_hears_us_again_at_once()
    {
        await Consulting();
        await Verb("merge");
        await caller.IsTalkingWith("Agent", "Primary");
        await agent.HangsUp();
        await Officer("Primary").HangsUp();
        await caller.Hears("Samtalen med veilederen er slutt", within: 3);
    }

    [Test]
    public async Task An_officer_who_hangs_up_while_consulting_gives_the_caller_back_to_the_agent()
    {
        await Consulting();
        await Officer("Primary").HangsUp();
        await caller.IsTalkingWith("Agent");
    }

    [Test]
    public async Task What_a_caller_on_hold_hears_begins_again_when_its_next_piece_could_not_be_fetched()
    {
        await Consulting();
        World.Provider.Set("control-lost", 1);
        await World.Passes(15);
        World.Provider.Set("control-lost", 0);
        var before = (await caller.Heard()).Count;

        await World.Until(async () => (await caller.Heard()).Count > before, "the caller hears us again", 10);
        await caller.IsOnHold();
        await agent.IsTalkingWith("Primary");
    }

    [Test]
    public async Task A_caller_who_hangs_up_while_on_hold_is_owed_a_call_back_and_both_are_told()
    {
        await Consulting();
        await caller.HangsUp();
        await agent.Hears("Innringeren har lagt på");
        await agent.IsFree();
        await Officer("Primary").IsFree();
        Assert.That((await World.Callbacks()).Single().Unit, Is.EqualTo("0233"));
    }

    [Test]
    public async Task An_agent_who_does_not_answer_loses_the_call_and_the_caller_keeps_the_place()
    {
        var other = World.Caller("Second caller");
        await other.Dials(Population.National);
        await other.Presses("3", "3");
        await other.Hears("Vent litt");
        await World.Phone("Second agent").Will(Reaction.Ignore);
        var waiting = (await World.Queue()).Single();
        await second.Takes(waiting.Call);

        await World.Passes(25);
        var still = (await World.Queue()).Single();
        Assert.That((still.TakenBy, still.WaitedSeconds), Is.EqualTo(((string?)null, waiting.WaitedSeconds + 25)));
    }

    [Test]
    public async Task Two_agents_take_the_same_call_and_one_is_told_that_it_is_taken()
    {
        var call = await World.TheCall();
        Assert.That(await second.Takes(call.Id), Is.EqualTo(HttpStatusCode.Conflict));
    }

    [Test]
    public async Task A_verb_that_does_not_fit_the_state_is_refused_and_changes_nothing()
    {
        await Transfer();
        Assert.That(await Verb("merge"), Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That((await World.TheTransfer()).State, Is.EqualTo("Ringing"));
    }

    private async Task Consulting()
    {
        await Transfer();
        await Officer("Primary").AnswersAndPresses("1");
        await agent.IsTalkingWith("Primary");
        await caller.IsOnHold();
    }

    private async Task Transfer()
    {
        var call = await World.TheCall();
        Assert.That(await World.Post("agent", $"calls/{call.Id}/transfers", new { unit = "0233" }), Is.EqualTo(HttpStatusCode.OK));
    }

    private async Task<HttpStatusCode> Verb(string verb) => await World.Post("agent", $"transfers/{(await World.TheTransfer()).Id}/{verb}");
}
