using System.Net;

namespace CallRouting.Scenarios.Calls;

/// <summary>The agent has helped and ends the call; whoever is still there is asked one question.</summary>
public sealed class AfterwardsScenarios : Scenario
{
    private Person caller = null!;

    [SetUp]
    public async Task An_agent_has_helped_and_ends_the_call()
    {
        caller = World.Caller();
        var agent = await World.AgentSignsIn("agent-1");
        await caller.Dials(Population.National);
        await caller.Presses("1", "1", "1481", "1");
        await caller.Hears("Vi setter deg over til Nav Nittedal");
        await agent.TakesTheCall();
        await World.Phone("Agent").AnswersAndPresses("1");
        await caller.IsTalkingWith("Agent");
        Assert.That(await World.Post("agent", $"calls/{(await World.TheCall()).Id}/end"), Is.EqualTo(HttpStatusCode.NoContent));
        await caller.Hears("Fikk du den hjelpen du trengte? Ja, tast 1. Nei, tast 2.");
    }

    [TestCase("1", "caller was helped")]
    [TestCase("2", "caller was not helped")]
    public async Task The_answer_is_kept_and_nothing_personal_with_it(string key, string told)
    {
        await caller.Presses(key);
        await caller.Hears("Takk for at du ringte Nav");
        await caller.IsFree();
        await World.TimelineTells(told, "call ended");
    }

    [Test]
    public async Task Silence_is_an_answer()
    {
        await caller.IsFree();
        Assert.That((await caller.Heard())[^1], Is.EqualTo("Takk for at du ringte Nav. Ha det bra."));
    }

    [Test]
    public async Task Who_hangs_up_on_the_question_is_owed_nothing_also_when_it_was_urgent()
    {
        await caller.HangsUp();
        Assert.That(await World.Callbacks(), Is.Empty);
        Assert.That(await World.Flags(), Is.Empty);
    }
}
