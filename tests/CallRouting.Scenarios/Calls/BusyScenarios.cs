namespace CallRouting.Scenarios.Calls;

/// <summary>An office with one officer, who talks with somebody already.</summary>
public sealed class BusyScenarios : Scenario
{
    protected override Population People { get; } = new([new("0233", "Nittedal", "Primary")]);

    [SetUp]
    public async Task The_only_officer_talks_with_a_caller()
    {
        await World.DialsTheDoorOf("0233");
        await Officer("Primary").AnswersAndPresses("1");
        await World.Caller().IsTalkingWith("Primary");
    }

    [Test]
    public async Task The_next_caller_waits_for_the_officer_and_is_told_why()
    {
        var call = await World.DialsTheDoorOf("0233", "Second caller");
        await World.Caller("Second caller").Hears("snakker med andre nå");
        Assert.That(await TransferOf(call), Is.EqualTo("AwaitingPhone"));

        await World.Caller().HangsUp();
        await Officer("Primary").AnswersAndPresses("1");
        await World.Caller("Second caller").IsTalkingWith("Primary");
        await World.TimelineTells("Primary: skipped", "waiting for a phone to be free", "Primary: ringing", "Primary: connected");
    }

    [Test]
    public async Task An_agents_caller_gets_the_phone_before_a_direct_one_who_waits_longer()
    {
        var direct = await World.DialsTheDoorOf("0233", "Second caller");
        await World.Passes(10);
        var warm = await World.TalksWith(await World.AgentSignsIn("agent-1"), caller: "Third caller");
        await World.Transfers(warm, "0233");
        await World.Caller("Third caller").IsTalkingWith("Agent");

        await World.Caller().HangsUp();
        await Officer("Primary").Answers();
        await Officer("Primary").Hears("Kontaktsenteret har en innringer");
        Assert.That(await TransferOf(direct), Is.EqualTo("AwaitingPhone"));
        Assert.That(await TransferOf(warm), Is.EqualTo("Ringing"));
    }

    [Test]
    public async Task Of_two_direct_callers_the_urgent_one_gets_the_phone()
    {
        var first = await World.DialsTheDoorOf("0233", "Second caller");
        var urgent = await World.DialsTheDoorOf("0233", "Third caller", urgent: true);
        await World.Caller().HangsUp();
        await Officer("Primary").AnswersAndPresses("1");
        await World.Caller("Third caller").IsTalkingWith("Primary");
        Assert.That((await TransferOf(first), await TransferOf(urgent)), Is.EqualTo(("AwaitingPhone", "Connected")));
    }

    [Test]
    public async Task Nobody_becomes_free_in_time_and_the_caller_hears_the_truth_and_is_owed_a_call_back()
    {
        var call = await World.DialsTheDoorOf("0233", "Second caller");
        await World.Until(async () => await TransferOf(call) == "Unanswered", "the wait is over", 125);
        await World.Caller("Second caller").Hears("Ingen på Nav Nittedal svarte");
        Assert.That((await World.Callbacks()).Single().Call, Is.EqualTo(call));
        Assert.That((await World.Flags()).Single().CountsAgainstOffice);
    }

    [Test]
    public async Task Who_waits_for_a_busy_officer_may_be_called_back_instead()
    {
        var call = await World.DialsTheDoorOf("0233", "Second caller");
        await World.Caller("Second caller").Hears("snakker med andre nå");
        await World.Caller("Second caller").Presses("5");
        await World.Caller("Second caller").Hears("Vil du at");
        Assert.That(await TransferOf(call), Is.EqualTo("Abandoned"));

        await World.Caller().HangsUp();
        await World.Passes(5);
        await Officer("Primary").DoesNotRing();
    }

    [Test]
    public async Task A_restart_loses_nobody_who_waits_for_a_phone()
    {
        await World.DialsTheDoorOf("0233", "Second caller");
        await World.ServerRestarts();
        await World.Caller().HangsUp();
        await Officer("Primary").AnswersAndPresses("1");
        await World.Caller("Second caller").IsTalkingWith("Primary");
    }

    private async Task<string> TransferOf(string call) => (await World.Transfer((await World.Story(call)).Transfers[^1])).State;
}
