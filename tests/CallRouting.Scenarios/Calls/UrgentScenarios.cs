using CallRouting.PhoneNetwork.Phones;
using NodaTime;

namespace CallRouting.Scenarios.Calls;

/// <summary>"Do you lack food, power, medicine or a place to sleep?" — 1.</summary>
public sealed class UrgentScenarios : Scenario
{
    [Test]
    public async Task An_urgent_call_that_nobody_took_goes_to_the_contact_centre_and_is_rung_again_until_somebody_accepts()
    {
        var caller = await World.CallerToNittedal(urgent: true);
        await caller.Hears("Vi fortsetter å ringe Nav Nittedal", within: 120);
        await caller.HangsUp();
        var promised = (await World.Callbacks()).Single();
        Assert.That((promised.Urgent, promised.Unit), Is.EqualTo((true, "0233")));
        Assert.That(promised.DueAt, Is.EqualTo(DateTimeOffset.Parse("2026-11-18T15:00:00+01:00")), "the same day, before closing");

        await Officer("Backup").Will(Reaction.Accept);
        await Officer("Primary").Rings(within: 620);
        await caller.Rings(within: 60);
        await caller.Answers();
        await caller.Hears("Dette er Nav. Tast 1 for å snakke med oss.");
        await caller.Presses("1");

        await caller.IsTalkingWith("Backup");
        Assert.That(await World.Callbacks(), Is.Empty, "settled");
        Assert.That(await World.Flags(), Has.Count.EqualTo(1));
        await World.TimelineTells("unanswered", "call-back rung again", "Backup: accepted", "ringing the caller", "Backup: connected");
    }

    [Test]
    public async Task Whoever_accepts_after_an_urgent_caller_left_is_connected_by_ringing_the_caller()
    {
        var caller = await World.CallerToNittedal(urgent: true);
        await Officer("Primary").Rings();
        await caller.HangsUp();
        Assert.That(await World.Callbacks(), Has.Count.EqualTo(1));

        await Officer("Primary").AnswersAndPresses("1");
        await caller.Answers();
        await caller.Presses("1");

        await caller.IsTalkingWith("Primary");
        Assert.That(await World.Callbacks(), Is.Empty);
    }

    [Test]
    public async Task A_caller_who_does_not_press_1_when_rung_back_is_rung_again_later_and_the_officer_is_told()
    {
        var caller = await World.CallerToNittedal(urgent: true);
        await Officer("Primary").Rings();
        await caller.HangsUp();
        await Officer("Primary").AnswersAndPresses("1");
        await caller.Answers();
        await World.Passes(60);

        await Officer("Primary").Hears("Innringeren svarer ikke");
        await Officer("Primary").IsFree();
        var open = (await World.Callbacks()).Single();
        Assert.That(open.RingsAgainAt, Is.GreaterThan(open.CreatedAt));
        await caller.LastHeard("Dette er Nav. Tast 1 for å snakke med oss.", "Dette er Nav. Tast 1 for å snakke med oss.");
    }

    [Test]
    public async Task A_settled_call_back_is_not_rung_again()
    {
        var caller = await World.CallerToNittedal(urgent: true);
        await Officer("Primary").Rings();
        await caller.HangsUp();
        await Officer("Primary").AnswersAndPresses("1");
        await caller.Answers();
        await caller.Presses("1");
        await caller.IsTalkingWith("Primary");
        await caller.HangsUp();

        await World.Passes(Duration.FromMinutes(25));
        await Officer("Primary").DoesNotRing();
        await caller.DoesNotRing();
    }
}
