using CallRouting.PhoneNetwork.Phones;

namespace CallRouting.Scenarios.Calls;

/// <summary>"For anything else, press 3": somebody else's telephone, by way of ours.</summary>
public sealed class OtherNumberScenarios : Scenario
{
    private Person caller = null!;
    private Person pensions = null!;

    [SetUp]
    public async Task Somebody_calls_about_a_pension()
    {
        caller = World.Caller();
        pensions = World.Phone("Pensions");
        await World.AgentSignsIn("agent-1");
        await caller.Dials(Population.National);
        await caller.Presses("3", "1");
        await caller.Hears("Vi setter deg over til Nav pensjon");
    }

    [Test]
    public async Task A_caller_is_put_through_and_the_other_end_sees_our_number()
    {
        await pensions.Answers();
        Assert.That((await pensions.Look()).Call!.From, Is.EqualTo(Population.National), "never the caller's own");
        await caller.IsTalkingWith("Pensions");

        await pensions.HangsUp();
        await caller.Hears("Takk for at du ringte Nav");
        await caller.IsFree();
        Assert.That(await World.Callbacks(), Is.Empty);
        await World.TimelineTells("sent on to another number", "call ended");
    }

    [Test]
    public async Task When_nobody_answers_there_a_human_of_ours_helps()
    {
        await World.AgentSignsIn("agent-1");
        await pensions.Rings();
        await caller.Hears("Ingen svarte på det nummeret", within: 60);
        await caller.Hears("Vent litt, så snakker du med en av oss");
        Assert.That(await World.Queue(), Has.Count.EqualTo(1));
        await World.TimelineTells("sent on to another number", "other number did not answer", "waiting for an agent");
    }

    [Test]
    public async Task Engaged_is_no_answer_either()
    {
        await caller.HangsUp();
        await pensions.Will(Reaction.Busy);
        await caller.Dials(Population.National);
        await caller.Presses("3", "1");
        await caller.Hears("Ingen svarte på det nummeret");
    }

    [Test]
    public async Task A_caller_who_hangs_up_meanwhile_ends_both()
    {
        await pensions.Answers();
        await caller.HangsUp();
        await pensions.IsFree();
        Assert.That((await World.TheCall()).State, Is.EqualTo("Ended"));
        Assert.That(await World.Callbacks(), Is.Empty);
    }
}
