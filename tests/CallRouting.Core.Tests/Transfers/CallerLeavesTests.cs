using CallRouting.Core.Transfers;
using static CallRouting.Core.Tests.Transfers.Given;

namespace CallRouting.Core.Tests.Transfers;

public sealed class CallerLeavesTests
{
    [Test]
    public void A_caller_who_leaves_while_it_rings_ends_the_transfer_and_every_phone_is_let_go()
    {
        var story = Direct(Ladder(Together("Anna", "Bo"))).Starts()["Anna"].Answers()["Bo"].Rings().Tell(new CallerGone());
        Assert.That(story.State, Is.EqualTo(new Abandoned()));
        Assert.That(story.Tried, Is.EqualTo(new[] { "Anna: Withdrawn", "Bo: Withdrawn" }));
        Assert.That(story.Actions, Is.EqualTo(new TransferAction[] { new TellOfficer(1), new EndOfficer(2) }));
        Assert.That(story.Timeline.TakeLast(4), Is.EqualTo(new[] { "caller left", "Anna: withdrawn", "Bo: withdrawn", "abandoned" }));
    }

    [Test]
    public void A_caller_who_leaves_while_an_officer_joins_is_abandoned_and_the_officer_hears_it()
    {
        var onTheWay = Direct("Anna").Starts()["Anna"].Accepts().Tell(new CallerGone());
        Assert.That(onTheWay.State, Is.EqualTo(new Abandoned()));
        Assert.That(onTheWay["Anna"].Outcome, Is.EqualTo(Outcome.Withdrawn));
        Assert.That(onTheWay.Actions, Is.EqualTo(new[] { new TellOfficer(1) }));

        var inTheRoom = Direct("Anna").Starts()["Anna"].Accepts()["Anna"].Enters().Tell(new CallerGone());
        Assert.That(inTheRoom.State, Is.EqualTo(new Abandoned()));
        Assert.That(inTheRoom["Anna"].Outcome, Is.EqualTo(Outcome.Accepted), "the officer did what was asked");
        Assert.That(inTheRoom.Actions, Is.EqualTo(new[] { new TellOfficer(1) }));
    }

    [Test]
    public void A_caller_who_leaves_the_hold_music_is_abandoned_and_agent_and_officer_hear_it()
    {
        var story = Warm("Anna").Starts().Consults("Anna").Tell(new CallerGone());
        Assert.That(story.State, Is.EqualTo(new Abandoned()));
        Assert.That(story.Actions, Is.EqualTo(new TransferAction[] { new TellAgent(), new TellOfficer(1) }));
    }

    [Test]
    public void A_leaving_reported_twice_counts_once()
    {
        var story = Direct(Ladder("Anna"), urgent: true).Starts().Tell(new CallerGone(), new CallerGone());
        Assert.That(story.Last.IsNothing);
    }

    [Test]
    public void Choosing_a_call_back_ends_a_transfer_that_can_wait()
    {
        var story = Direct("Anna").Starts().Tell(new CallerChoseCallback());
        Assert.That(story.State, Is.EqualTo(new Abandoned()));
        Assert.That(story.Last.Story[0], Is.EqualTo(new Told(Stories.CallerLeft, Detail: "chose a call-back")));
    }

    [Test]
    public void Choosing_a_call_back_does_not_stop_an_urgent_ladder_but_is_told()
    {
        var story = Direct(Ladder("Anna"), urgent: true).Starts().Tell(new CallerChoseCallback());
        Assert.That(story.Rung, Is.EqualTo(new[] { "Anna" }));
        Assert.That(story.Last.Story, Is.EqualTo(new[] { new Told(Stories.CallerLeft, Detail: "chose a call-back") }));
        Assert.That(story.Actions, Is.Empty);
    }

    [Test]
    public void An_officer_who_accepts_before_the_callers_5_arrives_wins()
    {
        var story = Direct("Anna").Starts()["Anna"].Accepts().Tell(new CallerChoseCallback());
        Assert.That(story.Last.IsNothing);
    }
}

/// <summary>An urgent caller who leaves does not stop the ladder: whoever accepts is connected by ringing the caller.</summary>
public sealed class UrgentCallerLeavesTests
{
    [Test]
    public void The_ladder_rings_on_and_whoever_accepts_is_connected_by_ringing_the_caller()
    {
        var story = Direct(Ladder("Anna", "Bo"), urgent: true).Starts()["Anna"].Rings().Tell(new CallerGone());
        Assert.That(story.Rung, Is.EqualTo(new[] { "Anna" }));
        story["Anna"].DoesNotAnswer()["Bo"].Accepts()["Bo"].Enters();
        Assert.That(story.State, Is.InstanceOf<RingingCaller>());
        Assert.That(story.Actions, Is.EqualTo(new[] { new DialCaller() }));
        Assert.That(story.Tell(new CallerEntered()).State, Is.EqualTo(new Connected(2)));
        Assert.That(story.Tell(new CallerGone()).State, Is.EqualTo(new Completed()));
    }

    [Test]
    public void Leaving_as_the_officer_presses_1_rings_the_caller_when_the_officer_is_in()
    {
        var story = Direct(Ladder("Anna"), urgent: true).Starts()["Anna"].Accepts().Tell(new CallerGone());
        Assert.That(story.State, Is.InstanceOf<Joining>());
        Assert.That(story["Anna"].Enters().State, Is.InstanceOf<RingingCaller>());
    }

    [Test]
    public void Leaving_on_the_way_into_the_room_rings_the_caller_at_once()
    {
        var story = Direct(Ladder("Anna"), urgent: true).Starts()["Anna"].Accepts()["Anna"].Enters().Tell(new CallerGone());
        Assert.That(story.State, Is.InstanceOf<RingingCaller>());
        Assert.That(story.Actions, Is.EqualTo(new[] { new DialCaller() }));
    }

    [Test]
    public void Leaving_the_hold_music_rings_the_caller_and_sets_the_agent_free()
    {
        var story = Warm(Ladder("Anna"), urgent: true).Starts().Consults("Anna").Tell(new CallerGone());
        Assert.That(story.State, Is.InstanceOf<RingingCaller>());
        Assert.That(story.Actions, Is.EqualTo(new TransferAction[] { new TellAgent(), new DialCaller() }));
        Assert.That(story.Transfer.HasAgent, Is.False);
    }

    [Test]
    public void Leaving_while_the_agent_waits_with_the_ladder_sets_the_agent_free()
    {
        var story = Warm(Ladder("Anna"), urgent: true).Starts().Tell(new CallerGone());
        Assert.That(story.Actions, Is.EqualTo(new[] { new TellAgent() }));
        Assert.That(story["Anna"].Accepts()["Anna"].Enters().State, Is.InstanceOf<RingingCaller>());
    }

    [Test]
    public void When_nobody_accepts_after_the_caller_left_there_is_nobody_to_tell()
    {
        var story = Direct(Ladder("Anna"), urgent: true).Starts().Tell(new CallerGone())["Anna"].DoesNotAnswer();
        Assert.That(story.State, Is.EqualTo(new Unanswered()));
        Assert.That(story.Actions, Is.Empty);
    }

    [Test]
    public void A_call_back_begins_with_the_officer_and_then_rings_the_caller()
    {
        var story = CallingBack("Anna").Starts()["Anna"].Accepts()["Anna"].Enters();
        Assert.That(story.State, Is.InstanceOf<RingingCaller>());
    }

    [Test]
    public void A_caller_who_cannot_be_reached_ends_the_transfer_and_the_officer_hears_it()
    {
        var story = CallingBack("Anna").Starts()["Anna"].Accepts()["Anna"].Enters().Tell(new CallerNotReached());
        Assert.That(story.State, Is.EqualTo(new Abandoned()));
        Assert.That(story.Actions, Is.EqualTo(new[] { new TellOfficer(1) }));
        Assert.That(story["Anna"].Outcome, Is.EqualTo(Outcome.Accepted));
    }

    [Test]
    public void A_caller_who_is_rung_for_75_seconds_cannot_be_reached()
    {
        var story = CallingBack("Anna").Starts()["Anna"].Accepts()["Anna"].Enters().Passes(75);
        Assert.That(story.State, Is.EqualTo(new Abandoned()));
        Assert.That(story.Actions, Is.EqualTo(new TransferAction[] { new EndCaller(), new TellOfficer(1) }));
    }

    [Test]
    public void An_officer_who_is_lost_while_the_caller_is_rung_sends_the_ladder_on()
    {
        var story = CallingBack("Anna", "Bo").Starts()["Anna"].Accepts()["Anna"].Enters()["Anna"].HangsUp();
        Assert.That(story.Tried, Is.EqualTo(new[] { "Anna: AnsweredNotAccepted", "Bo: Dialling" }));
        Assert.That(story.Actions, Is.EqualTo(new TransferAction[] { new EndCaller(), new DialOfficer(2) }));
    }
}
