using CallRouting.PhoneNetwork.Phones;

namespace CallRouting.Scenarios.Calls;

/// <summary>No report of the provider's ever comes. It takes longer, and everybody still gets where they should.</summary>
public sealed class LostReportScenarios : Scenario
{
    [SetUp]
    public void Every_report_is_lost() => World.Provider.Set("status-lost", 1);

    [Test]
    public async Task A_caller_still_reaches_the_officer_who_pressed_1()
    {
        var caller = await World.CallerToNittedal();
        await Officer("Primary").AnswersAndPresses("1");
        await World.Until(async () => (await World.TheTransfer()).State == "Connected", "both are in the room", 15);
        await caller.IsTalkingWith("Primary");
    }

    [Test]
    public async Task A_ladder_still_climbs_to_its_end_and_the_caller_hears_the_truth()
    {
        await World.CallerToNittedal(urgent: true);
        await World.Until(async () => (await World.TheTransfer()).State == "Unanswered", "the ladder is spent", 180);
        Assert.That(await World.Callbacks(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_caller_who_hangs_up_in_the_ladder_is_noticed_and_owed_a_call_back()
    {
        var caller = await World.CallerToNittedal();
        await caller.HangsUp();
        await World.Until(async () => (await World.TheCall()).State == "Ended", "the silence is noticed", 60);
        Assert.That(await World.Callbacks(), Has.Count.EqualTo(1));
        await Officer("Primary").IsFree();
    }

    [Test]
    public async Task Whoever_hangs_up_after_a_talk_frees_the_other()
    {
        var caller = await World.CallerToNittedal();
        await Officer("Primary").AnswersAndPresses("1");
        await World.Until(async () => (await World.TheTransfer()).State == "Connected", "both are in the room", 15);
        await caller.HangsUp();
        await World.Until(async () => (await World.TheTransfer()).State == "Completed", "the silence is noticed", 130);
        await Officer("Primary").IsFree();
    }

    [TestCase(Reaction.Ignore)]
    [TestCase(Reaction.Busy)]
    public async Task An_interpreter_who_was_not_reached_holds_no_telephone(Reaction reaction)
    {
        World.Provider.Set("status-lost", 0);
        var call = await World.TalksWith(await World.AgentSignsIn("agent-1"));
        World.Provider.Set("status-lost", 1);
        await World.Phone("Interpreter").Will(reaction);
        await World.Post("agent", $"calls/{call}/third-parties", new { name = "Tolk", number = World.NumberOf("Interpreter") });
        await World.Until(
            async () => (await World.Story(call)).Timeline.Any(line => line.Kind == "third party not reached"),
            "the silence is noticed",
            70
        );
        await World.Caller().IsTalkingWith("Agent");
    }

    [Test]
    public async Task An_agent_who_does_not_answer_keeps_no_caller_waiting()
    {
        World.Provider.Set("status-lost", 0);
        var console = await World.AgentSignsIn("agent-1");
        await World.Caller().Dials(Population.National);
        await World.Caller().Presses("3", "3");
        await World.Caller().Hears("Vent litt");
        World.Provider.Set("status-lost", 1);
        await console.TakesTheCall();
        await World.Until(async () => (await World.Queue()).All(place => place.TakenBy is null), "the silence is noticed", 60);
        await World.TimelineTells("Agent: taken by agent", "Agent: agent not reached", "left the list");
    }
}
