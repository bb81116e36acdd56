using CallRouting.Server.Menus;

namespace CallRouting.Scenarios.Calls;

/// <summary>The menus are edited while people call.</summary>
public sealed class FlowScenarios : Scenario
{
    private Person caller = null!;

    [SetUp]
    public async Task Somebody_is_in_the_menu()
    {
        await World.HasOwnFlows();
        caller = World.Caller();
        await caller.Dials(Population.National);
        await caller.Presses("1", "2");
        await caller.Hears("Hvor er du nå? Tast postnummeret, fire siffer.");
    }

    [Test]
    public async Task A_flow_replaced_in_mid_call_is_met_by_the_next_caller_and_not_by_this_one()
    {
        Assert.That(await World.FlowsChange("Stemmer det, tast 1.", "Er det riktig, tast 1."), Is.True);

        var next = World.Caller("Second caller");
        await next.Dials(Population.National);
        await next.Presses("1", "2", "1481");
        await next.Hears("1 4 8 1 er Nittedal i Akershus. Er det riktig, tast 1.");

        await caller.Presses("1481");
        await caller.Hears("1 4 8 1 er Nittedal i Akershus. Stemmer det, tast 1.");
        await caller.Presses("1");
        await Officer("Primary").AnswersAndPresses("1");
        await caller.IsTalkingWith("Primary");
    }

    [Test]
    public async Task A_call_goes_on_in_its_flow_also_after_a_restart()
    {
        await World.FlowsChange("  confirm_place:\n    say: [confirm_place]", "  confirm_place:\n    say: [confirm_place, unsure]");
        await World.ServerRestarts();
        await caller.Presses("1481");
        await caller.LastHeard("1 4 8 1 er Nittedal i Akershus. Stemmer det, tast 1. Er det feil, tast 2.");
    }

    [Test]
    public async Task A_faulty_change_is_refused_whole_and_told_with_file_and_line()
    {
        var before = await Flow();
        Assert.That(await World.FlowsChange("found: confirm_place", "found: confirm_plaec"), Is.False);
        Assert.That(World.Faults.Single(), Does.Contain("node \"ask_postcode\" leads to \"confirm_plaec\""));
        World.Faults.Clear();

        var after = await Flow();
        Assert.That((after.Version, after.TakenUpAt), Is.EqualTo((before.Version, before.TakenUpAt)));
        var fault = after.Faults.First(told => told.Message.Contains("confirm_plaec", StringComparison.Ordinal));
        Assert.That(
            (fault.File, fault.Line, fault.Message),
            Is.EqualTo(
                (
                    "ivr-flows/national.yaml",
                    LineOf("found: confirm_plaec"),
                    "node \"ask_postcode\" leads to \"confirm_plaec\" for \"found\", which is no node. Did you mean \"confirm_place\"?"
                )
            )
        );

        var next = World.Caller("Second caller");
        await next.Dials(Population.National);
        await next.Hears("velkommen til Nav");
        Assert.That(await World.FlowsChange("found: confirm_plaec", "found: confirm_place"), Is.True, "corrected");
        Assert.That((await Flow()).Faults, Is.Empty);
    }

    [Test]
    public async Task A_flow_that_a_number_leads_to_cannot_be_renamed_away()
    {
        Assert.That(await World.FlowsChange("name: national", "name: country"), Is.False);
        World.Faults.Clear();
        Assert.That(
            (await Flow()).Faults[0].Message,
            Does.StartWith("55 55 33 33 (Nav) leads to a flow \"national\", and there is none. Keep it")
        );
    }

    [Test]
    public async Task Nothing_is_taken_up_where_nothing_changed() => Assert.That(await World.FlowsChange("no such words", ""), Is.False);

    private int LineOf(string words) =>
        1
        + Array.FindIndex(
            File.ReadAllLines(Path.Combine(World.FlowFolder, "national.yaml")),
            line => line.Contains(words, StringComparison.Ordinal)
        );

    private async Task<FlowAnswer> Flow() => (await World.Get<List<FlowAnswer>>("supervisor", "flows")).Single();
}
