using System.Net;
using CallRouting.PhoneNetwork.Phones;

namespace CallRouting.Scenarios.Calls;

/// <summary>An agent asks an interpreter or a lead into the call.</summary>
public sealed class ThirdPartyScenarios : Scenario
{
    private AgentConsole console = null!;
    private Person agent = null!;
    private Person caller = null!;
    private string call = null!;

    private Person Interpreter => World.Phone("Interpreter");

    [SetUp]
    public async Task A_caller_talks_with_an_agent()
    {
        console = await World.AgentSignsIn("agent-1");
        agent = World.Phone("Agent");
        caller = World.Caller();
        call = await World.TalksWith(console);
    }

    [Test]
    public async Task The_interpreter_comes_in_and_stays_with_the_caller_until_the_end()
    {
        await AskInterpreter();
        await Interpreter.Answers();
        await Interpreter.LastHeard("Nav kontaktsenter ber deg bli med i en samtale. Tast 1 for å bli med.");
        await Interpreter.Presses("1");
        await caller.IsTalkingWith("Agent", "Interpreter");
        Assert.That(await InTheRoom(), Is.EqualTo(new[] { "Tolk InRoom" }));

        var transfer = await World.Transfers(call, "0233");
        await Officer("Primary").AnswersAndPresses("1");
        await caller.IsOnHold();
        await agent.IsTalkingWith("Interpreter", "Primary");
        await World.Post("agent", $"transfers/{transfer.Id}/complete");
        await caller.IsTalkingWith("Interpreter", "Primary");
        await agent.IsFree();

        await caller.HangsUp();
        await Interpreter.Hears("Samtalen er slutt for din del");
        await Interpreter.IsFree();
        await World.TimelineTells("Tolk: third party rung", "Tolk: third party joined", "Primary: connected", "Tolk: third party left");
        Assert.That((await Interpreter.Heard()).Count(heard => heard.Contains("slutt for din del")), Is.EqualTo(1));
    }

    [Test]
    public async Task The_lead_of_an_office_is_asked_by_the_roster()
    {
        Assert.That(await Ask(new { lead = true, unit = "0233" }), Is.EqualTo(HttpStatusCode.OK));
        await World.Phone("Lead").AnswersAndPresses("1");
        await caller.IsTalkingWith("Agent", "Lead");
        Assert.That(await InTheRoom(), Is.EqualTo(new[] { "Lead InRoom" }));
    }

    [TestCase(Reaction.Ignore)]
    [TestCase(Reaction.Voicemail)]
    [TestCase(Reaction.Busy)]
    public async Task Who_does_not_press_1_is_not_let_in(Reaction reaction)
    {
        await Interpreter.Will(reaction);
        await AskInterpreter();
        await World.Until(async () => (await InTheRoom()).Count == 0, "nobody else is there", 60);
        await caller.IsTalkingWith("Agent");
        await World.TimelineTells("Tolk: third party rung", "Tolk: third party not reached");
    }

    [Test]
    public async Task The_agent_lets_the_interpreter_go()
    {
        await Comes();
        var leg = (await console.Desk()).Call!.ThirdParties.Single().Leg;
        Assert.That(await World.Delete("agent", $"calls/{call}/third-parties/{leg}"), Is.EqualTo(HttpStatusCode.NoContent));
        await Interpreter.IsFree();
        await caller.IsTalkingWith("Agent");
        Assert.That(await World.Delete("agent", $"calls/{call}/third-parties/{leg}"), Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task An_interpreter_who_still_rings_when_the_caller_hangs_up_is_left_in_peace()
    {
        await AskInterpreter();
        await Interpreter.Rings();
        await caller.HangsUp();
        await Interpreter.IsFree();
    }

    [Test]
    public async Task An_agent_who_is_lost_leaves_nobody_alone()
    {
        await World.AgentSignsIn("agent-2");
        await Comes();
        await agent.HangsUp();
        await Interpreter.Hears("Samtalen er slutt for din del");
        await Interpreter.IsFree();
        await caller.Hears("Takk for at du venter");
    }

    [Test]
    public async Task An_officer_who_is_lost_leaves_nobody_alone()
    {
        await Comes();
        var transfer = await World.Transfers(call, "0233");
        await Officer("Primary").AnswersAndPresses("1");
        await caller.IsOnHold();
        await World.Post("agent", $"transfers/{transfer.Id}/complete");
        await caller.IsTalkingWith("Interpreter", "Primary");
        await Officer("Primary").HangsUp();
        await caller.Hears("Samtalen med veilederen er slutt", within: 3);
        await Interpreter.IsFree();
    }

    [Test]
    public async Task Who_talks_in_another_call_is_not_rung()
    {
        await World.DialsTheDoorOf("0104", "Second caller");
        await Officer("Moss Primary").AnswersAndPresses("1");
        Assert.That(await Ask(new { name = "Kollega", number = World.NumberOf("Moss Primary") }), Is.EqualTo(HttpStatusCode.Conflict));
    }

    [Test]
    public async Task Bad_requests_are_refused_and_ring_nobody()
    {
        foreach (
            var body in new object[]
            {
                new { name = "Tolk", number = "829 00 000" },
                new { name = "Tolk", number = Population.National },
                new { name = "Tolk", number = "+44 20 7946 0000" },
                new { number = "+4717000001" },
                new { lead = true, unit = "0104" },
                new { lead = true },
            }
        )
        {
            Assert.That(await Ask(body), Is.EqualTo(HttpStatusCode.BadRequest), $"{body}");
        }
        Assert.That(await InTheRoom(), Is.Empty);
    }

    [Test]
    public async Task Only_an_agent_who_is_in_the_room_asks_somebody_in()
    {
        await caller.HangsUp();
        Assert.That(await AskInterpreter(), Is.EqualTo(HttpStatusCode.Conflict));
    }

    private async Task Comes()
    {
        await AskInterpreter();
        await Interpreter.AnswersAndPresses("1");
        await caller.IsTalkingWith("Agent", "Interpreter");
    }

    private Task<HttpStatusCode> AskInterpreter() => Ask(new { name = "Tolk", number = Interpreter.Number });

    private Task<HttpStatusCode> Ask(object body) => World.Post("agent", $"calls/{call}/third-parties", body);

    private async Task<IReadOnlyList<string>> InTheRoom() =>
        [.. (await console.Desk()).Call!.ThirdParties.Select(party => $"{party.Name} {party.State}")];
}
