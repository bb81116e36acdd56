using System.Net;

namespace CallRouting.Scenarios.Calls;

/// <summary>An agent's own verbs in the room: voice off, caller on hold, keys.</summary>
public sealed class RoomScenarios : Scenario
{
    private AgentConsole console = null!;
    private Person agent = null!;
    private Person caller = null!;
    private string call = null!;

    [SetUp]
    public async Task A_caller_talks_with_an_agent()
    {
        console = await World.AgentSignsIn("agent-1");
        agent = World.Phone("Agent");
        caller = World.Caller();
        call = await World.TalksWith(console);
    }

    [Test]
    public async Task The_agents_voice_is_turned_off_and_on()
    {
        await Put("mute", on: true);
        Assert.That((await console.Desk()).Call!.Muted);
        await Put("mute", on: false);
        Assert.That((await console.Desk()).Call!.Muted, Is.False);
        Assert.That(
            await Reports("participant-mute", "participant-unmute"),
            Is.EqualTo(new[] { "participant-mute", "participant-unmute" })
        );
    }

    [Test]
    public async Task The_caller_is_put_on_hold_and_taken_off_it()
    {
        await Put("hold", on: true);
        await caller.IsOnHold();
        Assert.That((await console.Desk()).Call!.CallerOnHold);
        await Put("hold", on: false);
        await caller.IsTalkingWith("Agent");
        Assert.That((await console.Desk()).Call!.CallerOnHold, Is.False);
    }

    [Test]
    public async Task A_caller_on_hold_whose_agent_is_lost_is_not_left_in_the_music()
    {
        var second = await World.AgentSignsIn("agent-2");
        await Put("hold", on: true);
        await caller.IsOnHold();
        await agent.HangsUp();
        await caller.Hears("Takk for at du venter");

        await second.TakesTheCall();
        await World.Phone("Second agent").AnswersAndPresses("1");
        await caller.IsTalkingWith("Second agent");
        Assert.That((await second.Desk()).Call!.CallerOnHold, Is.False);
    }

    [Test]
    public async Task A_transfer_takes_the_caller_off_hold_and_puts_them_on_hold_again_for_the_consultation()
    {
        await Put("hold", on: true);
        await caller.IsOnHold();
        await World.Transfers(call, "0233");
        await caller.IsTalkingWith("Agent");
        await Officer("Primary").AnswersAndPresses("1");
        await agent.IsTalkingWith("Primary");
        await caller.IsOnHold();
        Assert.That((await console.Desk()).Call!.CallerOnHold);
    }

    [Test]
    public async Task Hold_during_a_transfer_is_the_transfers()
    {
        await World.Transfers(call, "0233");
        Assert.That(await World.Put("agent", $"calls/{call}/hold", new { on = true }), Is.EqualTo(HttpStatusCode.Conflict));
    }

    [Test]
    public async Task Keys_are_heard_in_the_room()
    {
        Assert.That(await World.Post("agent", $"calls/{call}/keys", new { keys = "12#" }), Is.EqualTo(HttpStatusCode.NoContent));
        await caller.Hears("♪ 12#");
        await caller.IsTalkingWith("Agent");
    }

    [TestCase("")]
    [TestCase("call me")]
    [TestCase("123456789012345678901234567890123")]
    public async Task What_no_telephone_has_is_no_key(string keys) =>
        Assert.That(await World.Post("agent", $"calls/{call}/keys", new { keys }), Is.EqualTo(HttpStatusCode.BadRequest));

    [Test]
    public async Task After_the_call_there_is_no_room()
    {
        await caller.HangsUp();
        Assert.That(await World.Put("agent", $"calls/{call}/mute", new { on = true }), Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(await World.Put("agent", $"calls/{call}/hold", new { on = true }), Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(await World.Post("agent", $"calls/{call}/keys", new { keys = "1" }), Is.EqualTo(HttpStatusCode.Conflict));
    }

    private async Task Put(string what, bool on) =>
        Assert.That(await World.Put("agent", $"calls/{call}/{what}", new { on }), Is.EqualTo(HttpStatusCode.NoContent));

    private async Task<IEnumerable<string>> Reports(params string[] kinds) =>
        (await World.Phones.Events()).Select(happened => happened.What).Where(kinds.Contains);
}
