namespace CallRouting.Scenarios.Calls;

/// <summary>The server stops and starts while callers are on the line. What was acknowledged is known, and the call goes on.</summary>
[Category(WorldDatabase.Postgres)]
public sealed class RestartScenarios : Scenario
{
    [Test]
    public async Task A_changed_flow_never_changes_a_call_in_progress()
    {
        var caller = World.Caller();
        await caller.Dials(Population.National);
        await caller.Presses("1");

        await World.PromptChanges("Hvor er du nå?", "Hvor befinner du deg?");

        await caller.Presses("2");
        await caller.Hears("Hvor er du nå?");
        await caller.Presses("1481", "1");
        await Officer("Primary").AnswersAndPresses("1");
        await caller.IsTalkingWith("Primary");

        var second = World.Caller("Second caller");
        await second.Dials(Population.National);
        await second.Presses("1", "2");
        await second.Hears("Hvor befinner du deg?");
    }

    [Test]
    public async Task A_ladder_goes_on_where_it_stood()
    {
        var caller = await World.CallerToNittedal();
        await Officer("Primary").Rings();
        await World.ServerRestarts();

        await Officer("Backup").Rings(within: 40);
        await World.ServerRestarts();
        await Officer("Backup").AnswersAndPresses("1");
        await caller.IsTalkingWith("Backup");
        await World.TimelineTells("Primary: no answer", "Backup: connected");
    }

    [Test]
    public async Task An_urgent_call_back_is_rung_again_by_the_server_that_comes_after()
    {
        var caller = await World.CallerToNittedal(urgent: true);
        await Officer("Primary").Rings();
        await caller.HangsUp();
        await World.Until(async () => (await World.TheTransfer()).State == "Unanswered", "the ladder is spent", 120);
        await World.ServerRestarts();

        await Officer("Primary").Rings(within: 660);
        await Officer("Primary").AnswersAndPresses("1");
        await caller.Answers();
        await caller.Presses("1");
        await caller.IsTalkingWith("Primary");
    }
}
