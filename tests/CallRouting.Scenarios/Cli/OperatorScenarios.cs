using CallRouting.Scenarios.Calls;

namespace CallRouting.Scenarios.Cli;

/// <summary>What the operator's tool prints about a real call.</summary>
public sealed class OperatorScenarios : Scenario
{
    [Test]
    public async Task The_story_of_a_call_is_told_in_order_with_norways_times()
    {
        var caller = await World.CallerToNittedal();
        await Officer("Primary").AnswersAndPresses("1");
        await caller.IsTalkingWith("Primary");

        var (code, story, _) = await World.Types("call", (await World.TheCall()).Id, "--token", "demo-lead");

        Assert.That(code, Is.Zero);
        Assert.That(story, Does.Contain("area 3232, office 0233"));
        Assert.That(story, Does.Match(@"2026-11-18 10:00:\d\d  Primary  +ringing(.|\n)*Primary  +accepted(.|\n)*Primary  +connected"));
    }

    [Test]
    public async Task What_went_unanswered_is_listed_for_its_office_and_not_for_another()
    {
        var caller = await World.CallerToNittedal();
        await Officer("Primary").Rings();
        await caller.HangsUp();

        Assert.That((await World.Types("flags", "--token", "demo-lead")).Output, Does.Contain("0233    no      caller left the ladder"));
        Assert.That(
            (await World.Types("callbacks", "--unit", "0233", "--token", "demo-supervisor")).Output,
            Does.Contain("2026-11-20 10:00")
        );
        Assert.That(
            (await World.Types("callbacks", "--unit", "0104", "--token", "demo-supervisor")).Output,
            Does.StartWith("No open call-backs.")
        );
    }

    [Test]
    public async Task Who_waits_and_which_calls_there_are_is_listed()
    {
        Assert.That((await World.Types("queue", "--token", "demo-agent")).Output, Does.StartWith("Nobody waits."));
        await World.AgentSignsIn("agent-1");
        Assert.That((await World.Types("agents", "--token", "demo-agent")).Output, Does.Match("agent-1 +Agent +Ready"));
        var caller = World.Caller();
        await caller.Dials(Population.National);
        await caller.Presses("1", "2", "#");
        await World.Passes(30);

        var call = (await World.TheCall()).Id;
        Assert.That((await World.Types("queue", "--token", "demo-agent")).Output, Does.Match($@"{call}  \d+ s"));
        Assert.That((await World.Types("calls", "--token", "demo-agent")).Output, Does.Match($"{call}  Waiting"));
    }

    [Test]
    public async Task The_server_is_ready_and_knows_its_offices()
    {
        Assert.That((await World.Types("status")).Code, Is.Zero);
        Assert.That(
            (await World.Types("offices", "1481", "--token", "demo-agent")).Output,
            Does.Match("postcode +1481 .*Nav Nittedal +0233")
        );
    }

    [TestCase("The server asks who you are.", "calls")]
    [TestCase("The server does not know this token.", "calls", "--token", "guess")]
    [TestCase("This token's role may not see that.", "flags", "--token", "demo-agent")]
    [TestCase("call: there is no nonsense.", "call", "nonsense", "--token", "demo-agent")]
    [TestCase("q: Give 1 to 100 characters", "offices", "", "--token", "demo-agent")]
    [TestCase("--unit 23: an office's unit number has four digits", "flags", "--unit", "23")]
    public async Task A_refusal_says_why(string why, params string[] words)
    {
        var (code, _, error) = await World.Types(words);
        Assert.That(code, Is.EqualTo(1));
        Assert.That(error, Does.StartWith(why));
    }

    [Test]
    public async Task A_server_that_is_not_there_is_named()
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await CallRouting.Cli.CommandLine.Run(["status", "--server", "http://127.0.0.1:1"], output, error);
        Assert.That(code, Is.EqualTo(1));
        Assert.That(error.ToString(), Does.StartWith("http://127.0.0.1:1/ does not answer (ConnectionError)."));
    }
}
