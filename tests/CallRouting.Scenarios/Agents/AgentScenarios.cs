using System.Net;
using CallRouting.Core.Agents;
using CallRouting.PhoneNetwork.Phones;
using CallRouting.Scenarios.Calls;

namespace CallRouting.Scenarios.Agents;

/// <summary>Agents at work: who is offered a call, what becomes of them, and what they leave behind for the office.</summary>
public sealed class AgentScenarios : Scenario
{
    [Test]
    public async Task Who_has_been_idle_longest_is_offered_the_call()
    {
        await World.AgentSignsIn("agent-2", offered: true);
        await World.Passes(5);
        await World.AgentSignsIn("agent-1", offered: true);
        await World.CallerToNittedal();
        await World.Phone("Second agent").Rings();
        await World.Phone("Agent").DoesNotRing();
    }

    [Test]
    public async Task An_agent_who_does_not_answer_is_marked_so_and_the_next_one_is_offered_the_caller()
    {
        var first = await World.AgentSignsIn("agent-1", offered: true);
        await World.Passes(5);
        await World.AgentSignsIn("agent-2", offered: true);
        await World.Phone("Agent").Will(Reaction.Ignore);
        var caller = await World.CallerToNittedal();
        await World.Phone("Second agent").Rings(within: 60);
        Assert.That(await first.Presence(), Is.EqualTo("NotAnswering"));
        await World.Phone("Second agent").AnswersAndPresses("1");
        await caller.IsTalkingWith("Second agent");
    }

    [Test]
    public async Task An_agent_whose_console_is_silent_is_offered_nothing()
    {
        var first = await World.AgentSignsIn("agent-1", offered: true);
        first.Dies();
        await World.Passes(31);
        await World.AgentSignsIn("agent-2", offered: true);
        await World.CallerToNittedal();
        await World.Phone("Second agent").Rings();
        await World.Phone("Agent").DoesNotRing();
    }

    [Test]
    public async Task A_talk_is_finished_up_before_the_next_call_comes()
    {
        var agent = await World.AgentSignsIn("agent-1", offered: true);
        var caller = await World.CallerToNittedal();
        await World.Phone("Agent").AnswersAndPresses("1");
        await caller.IsTalkingWith("Agent");
        await caller.HangsUp();
        await World.Phone("Agent").IsFree();
        Assert.That(await agent.Presence(), Is.EqualTo("WrapUp"));

        var second = World.Caller("Second caller");
        await second.Dials(Population.National);
        await second.Presses("1", "2", "1481", "1");
        await World.Passes(20);
        await World.Phone("Agent").DoesNotRing();
        await agent.Says(PresenceState.Ready, code: "Answered");
        await World.Phone("Agent").AnswersAndPresses("1");
        await second.IsTalkingWith("Agent");
    }

    [Test]
    public async Task An_agent_who_ends_the_call_leaves_a_caller_who_may_say_whether_it_helped()
    {
        var (agent, caller) = await Talking();
        var call = (await agent.Desk()).Call!.Id;
        Assert.That(await World.Post("agent", $"calls/{call}/end"), Is.EqualTo(HttpStatusCode.NoContent));
        await World.Phone("Agent").IsFree();
        await caller.Hears("Fikk du");
        await caller.Presses("1");
        await caller.IsFree();
        await World.TimelineTells("Agent: agent has finished", "caller was helped", "call ended");
        Assert.That((await World.TheCall()).EndedBecause, Is.EqualTo("agent ended the call"));
        Assert.That(await World.Callbacks(), Is.Empty);
    }

    [Test]
    public async Task Needs_follow_the_caller_to_the_officer()
    {
        var (agent, _) = await Talking();
        var call = (await agent.Desk()).Call!.Id;
        await World.Put("agent", $"calls/{call}/needs", new { interpreter = "arabisk", textInstead = true });
        Assert.That((await agent.Desk()).Call!.Needs.Interpreter, Is.EqualTo("arabisk"));
        await World.Post("agent", $"calls/{call}/transfers");
        await Officer("Primary").Answers();
        await Officer("Primary").Hears("Innringeren trenger tolk, arabisk.");
        await Officer("Primary").Hears("Innringeren hører dårlig.");
    }

    [Test]
    public async Task What_the_agent_learns_decides_whose_phone_rings()
    {
        var (agent, _) = await Talking();
        var call = (await agent.Desk()).Call!.Id;
        Assert.That(await World.Put("agent", $"calls/{call}/place", new { areaCode = "3103" }), Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That(await World.Put("agent", $"calls/{call}/urgency", new { urgency = "Urgent" }), Is.EqualTo(HttpStatusCode.NoContent));
        var desk = (await agent.Desk()).Call!;
        Assert.That((desk.Office!.Unit, desk.Place!.Name, desk.Urgency), Is.EqualTo(("0104", "Moss", "Urgent")));
        await World.Post("agent", $"calls/{call}/transfers");
        await Officer("Moss Primary").Answers();
        await Officer("Moss Primary").Hears("Haster.");
    }

    [Test]
    public async Task A_call_back_that_the_agent_registers_is_owed_by_the_office_with_the_note()
    {
        var (agent, caller) = await Talking();
        var call = (await agent.Desk()).Call!.Id;
        await World.Put(
            "agent",
            $"calls/{call}/note",
            new
            {
                about = new[] { "Food", "Children" },
                reach = "Call",
                when = "Morning",
            }
        );
        await World.Post("agent", $"calls/{call}/callbacks", new { });
        await World.Post("agent", $"calls/{call}/callbacks", new { });
        await caller.HangsUp();
        var callback = (await World.Callbacks()).Single();
        Assert.That((callback.Unit, callback.Reason), Is.EqualTo(("0233", "registered by the contact centre")));
        Assert.That(callback.Note!.About, Is.EqualTo(new[] { "Food", "Children" }));
    }

    [Test]
    public async Task An_agent_who_is_not_ready_is_told_why_no_call_can_be_taken()
    {
        await World.AgentSignsIn("agent-2");
        var first = await World.AgentSignsIn("agent-1");
        await first.Says(PresenceState.Paused, code: "Lunch");
        await World.CallerToNittedal();
        await World.Until(async () => (await World.Queue()).Count == 1, "the caller waits");
        Assert.That(await first.TakesNext(), Is.EqualTo(HttpStatusCode.Conflict));
    }

    private async Task<(AgentConsole, Person)> Talking()
    {
        var agent = await World.AgentSignsIn("agent-1", offered: true);
        var caller = await World.CallerToNittedal();
        await World.Phone("Agent").AnswersAndPresses("1");
        await caller.IsTalkingWith("Agent");
        return (agent, caller);
    }
}
