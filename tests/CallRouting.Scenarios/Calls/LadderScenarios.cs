using CallRouting.PhoneNetwork.Phones;

namespace CallRouting.Scenarios.Calls;

/// <summary>A caller to Nittedal, postcode 1481, and the three people who may be rung.</summary>
[Category(WorldDatabase.Postgres)]
public sealed class LadderScenarios : Scenario
{
    [Test]
    public async Task The_first_officer_accepts()
    {
        var caller = World.Caller();
        await caller.Dials("55 55 33 33");
        await caller.Hears("tast 1");
        await caller.Presses("1", "1", "1481", "1");
        await caller.Hears("Vi ringer vakttelefonen på Nav Nittedal");

        await Officer("Primary").AnswersAndPresses("1");

        await caller.IsTalkingWith("Primary");
        await World.TimelineTells("Primary: ringing", "Primary: answered", "Primary: accepted", "Primary: connected");
        Assert.That(await World.Callbacks(), Is.Empty);
        Assert.That(await World.Flags(), Is.Empty);
    }

    [Test]
    public async Task The_backup_is_rung_when_the_first_officer_does_not_press_1()
    {
        var caller = await World.CallerToNittedal();
        await Officer("Primary").Rings();
        await World.Passes(26);
        await Officer("Backup").AnswersAndPresses("1");

        await caller.IsTalkingWith("Backup");
        await World.TimelineTells("Primary: no answer", "Backup: accepted");
    }

    [Test]
    public async Task A_voicemail_that_answers_does_not_count()
    {
        await Officer("Primary").Will(Reaction.Voicemail);
        await Officer("Backup").Will(Reaction.Accept);
        var caller = await World.CallerToNittedal();

        await caller.IsTalkingWith("Backup");
        await World.TimelineTells("Primary: answered", "Primary: answered, not accepted", "Backup: accepted");
    }

    [Test]
    public async Task A_headset_that_answers_by_itself_does_not_count()
    {
        await Officer("Primary").Will(Reaction.AnswerSilently);
        await Officer("Backup").Will(Reaction.Accept);
        var caller = await World.CallerToNittedal();

        await caller.IsTalkingWith("Backup");
        await World.TimelineTells("Primary: answered, not accepted", "Backup: connected");
    }

    [Test]
    public async Task An_officer_who_presses_2_passes_the_call_on_at_once()
    {
        var caller = await World.CallerToNittedal();
        await Officer("Primary").AnswersAndPresses("2");
        await Officer("Backup").Rings(within: 3);
        await Officer("Backup").AnswersAndPresses("1");

        await caller.IsTalkingWith("Backup");
        await World.TimelineTells("Primary: declined", "Backup: accepted");
    }

    [Test]
    public async Task An_officer_who_presses_3_has_a_minute_in_which_1_still_accepts()
    {
        var caller = await World.CallerToNittedal();
        var primary = Officer("Primary");
        await primary.AnswersAndPresses("3");
        await primary.Hears("Du har ett minutt");
        await Officer("Backup").Rings(within: 3);

        await primary.Presses("1");

        await caller.IsTalkingWith("Primary");
        await Officer("Backup").IsFree();
        await World.TimelineTells("Primary: a minute to find a room", "Backup: ringing", "Backup: withdrawn", "Primary: connected");
    }

    [Test]
    public async Task While_one_looks_for_a_room_another_may_accept_first()
    {
        var caller = await World.CallerToNittedal();
        var primary = Officer("Primary");
        await primary.AnswersAndPresses("3");
        await Officer("Backup").AnswersAndPresses("1");

        await caller.IsTalkingWith("Backup");
        await primary.Hears("En kollega tok samtalen");
        await primary.IsFree();
    }

    [Test]
    public async Task A_busy_phone_and_a_bad_number_cost_no_waiting()
    {
        await Officer("Primary").Will(Reaction.Busy);
        await Officer("Backup").Will(Reaction.Unreachable);
        var caller = await World.CallerToNittedal();
        await Officer("Lead").Rings(within: 5);
        await Officer("Lead").AnswersAndPresses("1");

        await caller.IsTalkingWith("Lead");
        await World.TimelineTells("Primary: busy", "Backup: bad number", "Lead: accepted");
    }

    [Test]
    public async Task When_all_ignore_the_caller_hears_the_truth_and_a_call_back_and_a_flag_exist()
    {
        var caller = await World.CallerToNittedal();
        await caller.Hears("Ingen på Nav Nittedal svarte", within: 120);
        await caller.Hears("Det er ikke et avslag");

        var callback = (await World.Callbacks()).Single();
        var flag = (await World.Flags()).Single();
        Assert.That((callback.Unit, callback.Urgent, callback.Number), Is.EqualTo(("0233", false, "known")));
        Assert.That(callback.DueAt, Is.EqualTo(DateTimeOffset.Parse("2026-11-20T10:01:35+01:00")).Within(TimeSpan.FromMinutes(1)));
        Assert.That((flag.Unit, flag.Callback, flag.CountsAgainstOffice), Is.EqualTo(("0233", callback.Id, true)));

        await caller.Presses("1");
        await caller.Hears("Nav Nittedal ringer deg innen");
        await caller.IsFree();
        Assert.That(await World.Callbacks(), Has.Count.EqualTo(1), "the same promise, not another one");
        Assert.That(await World.Flags(), Has.Count.EqualTo(1));
        await World.TimelineTells(
            "Primary: no answer",
            "Backup: no answer",
            "Lead: no answer",
            "unanswered",
            "call-back owed",
            "call ended"
        );
    }

    [Test]
    public async Task A_caller_may_choose_a_call_back_while_the_ladder_rings()
    {
        var caller = await World.CallerToNittedal();
        await Officer("Backup").Rings(within: 40);
        await caller.Presses("5");
        await caller.Hears("Vil du at vi ringer deg tilbake");
        await caller.Presses("1");
        await caller.IsFree();

        await Officer("Backup").IsFree();
        Assert.That((await World.Callbacks()).Single().Unit, Is.EqualTo("0233"));
        Assert.That((await World.Flags()).Single().CountsAgainstOffice, Is.False);
    }
}
