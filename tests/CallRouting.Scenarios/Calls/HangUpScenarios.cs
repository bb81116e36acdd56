namespace CallRouting.Scenarios.Calls;

/// <summary>Callers hang up anywhere. Nobody else is stranded, and who needed help is not forgotten.</summary>
public sealed class HangUpScenarios : Scenario
{
    [Test]
    public async Task A_caller_who_leaves_the_greeting_owes_and_is_owed_nothing()
    {
        var caller = World.Caller();
        await caller.Dials(Population.National);
        await caller.HangsUp();
        Assert.That((await World.TheCall()).State, Is.EqualTo("Ended"));
        Assert.That(await World.Callbacks(), Is.Empty);
    }

    [Test]
    public async Task A_caller_who_said_urgent_and_left_the_menu_is_rung_by_the_contact_centre()
    {
        var caller = World.Caller();
        await caller.Dials(Population.National);
        await caller.Presses("1", "1");
        await caller.HangsUp();

        var callback = (await World.Callbacks()).Single();
        Assert.That((callback.Unit, callback.Urgent, callback.Reason), Is.EqualTo(((string?)null, true, "caller left the menu")));
        Assert.That(await World.Flags(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_caller_who_can_wait_and_leaves_before_saying_where_is_owed_nothing()
    {
        var caller = World.Caller();
        await caller.Dials(Population.National);
        await caller.Presses("1", "2", "1481");
        await caller.HangsUp();
        Assert.That(await World.Callbacks(), Is.Empty);
    }

    [Test]
    public async Task A_caller_who_leaves_while_a_phone_rings_gets_one_call_back_and_the_phone_falls_silent()
    {
        var caller = await World.CallerToNittedal();
        await Officer("Primary").Rings();
        await caller.HangsUp();

        await Officer("Primary").IsFree();
        Assert.That((await World.Callbacks()).Single().Reason, Is.EqualTo("caller left the ladder"));
        Assert.That((await World.Flags()).Single().CountsAgainstOffice, Is.False);
    }

    [Test]
    public async Task A_caller_who_leaves_while_an_officer_listens_is_told_to_the_officer()
    {
        var caller = await World.CallerToNittedal();
        await Officer("Primary").Answers();
        await caller.HangsUp();

        await Officer("Primary").Hears("Innringeren har lagt på");
        await Officer("Primary").IsFree();
        Assert.That(await World.Callbacks(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_caller_who_leaves_after_talking_is_owed_nothing_and_the_officer_is_free()
    {
        var caller = await World.CallerToNittedal();
        await Officer("Primary").AnswersAndPresses("1");
        await caller.IsTalkingWith("Primary");
        await caller.HangsUp();

        await Officer("Primary").IsFree();
        Assert.That(await World.Callbacks(), Is.Empty);
        Assert.That((await World.TheTransfer()).State, Is.EqualTo("Completed"));
    }

    [Test]
    public async Task When_the_officers_leg_drops_the_caller_is_kept_and_the_officer_is_rung_once_more()
    {
        var caller = await World.CallerToNittedal();
        await Officer("Primary").AnswersAndPresses("1");
        await caller.IsTalkingWith("Primary");
        await Officer("Primary").HangsUp();

        await caller.Hears("Samtalen med veilederen er slutt");
        await Officer("Primary").AnswersAndPresses("1");
        await caller.IsTalkingWith("Primary");
        await World.TimelineTells("Primary: connected", "Primary: officer's call ended", "Primary: ringing", "Primary: connected");
    }

    [Test]
    public async Task When_the_officer_does_not_come_back_the_whole_ladder_rings()
    {
        var caller = await World.CallerToNittedal();
        await Officer("Primary").AnswersAndPresses("1");
        await caller.IsTalkingWith("Primary");
        await Officer("Primary").HangsUp();
        await Officer("Backup").Rings(within: 60);
        await Officer("Backup").AnswersAndPresses("1");

        await caller.IsTalkingWith("Backup");
    }

    [Test]
    public async Task A_caller_who_hangs_up_when_the_talk_is_over_disturbs_nobody()
    {
        var caller = await World.CallerToNittedal();
        await Officer("Primary").AnswersAndPresses("1");
        await caller.IsTalkingWith("Primary");
        await Officer("Primary").HangsUp();
        await caller.HangsUp();

        await World.Passes(40);
        await Officer("Primary").DoesNotRing();
        Assert.That((await World.TheTransfer()).State, Is.EqualTo("Completed"));
        Assert.That(await World.Callbacks(), Is.Empty);
    }
}
