using CallRouting.Core.Transfers;
using static CallRouting.Core.Tests.Transfers.Given;

namespace CallRouting.Core.Tests.Transfers;

/// <summary>Holding and un-holding take effect late: nobody may be left in the music.</summary>
public sealed class HoldTests
{
    private static readonly UnholdCaller[] Unhold = [new UnholdCaller()];

    [Test]
    public void A_hold_that_takes_effect_when_the_ladder_rings_again_is_undone()
    {
        var story = Warm("Anna", "Bo").Starts()["Anna"].Accepts().Passes(10).Tell(new CallerHeld());
        Assert.That(story.State, Is.InstanceOf<Ringing>());
        Assert.That(story.Actions, Is.EqualTo(Unhold));
    }

    [Test]
    public void A_hold_that_takes_effect_after_the_agent_cancelled_is_undone()
    {
        var story = Warm("Anna").Starts()["Anna"].Accepts().Tell(new AgentCancels(), new CallerHeld());
        Assert.That(story.Actions, Is.EqualTo(Unhold));
    }

    [Test]
    public void A_hold_that_takes_effect_after_connecting_is_undone()
    {
        var story = Warm("Anna").Starts()["Anna"].Accepts().Tell(new AgentSkipsConsult())["Anna"].Enters().Tell(new CallerHeld());
        Assert.That(story.State, Is.EqualTo(new Connected(1)));
        Assert.That(story.Actions, Is.EqualTo(Unhold));
    }

    [Test]
    public void A_hold_reported_when_the_caller_has_left_that_room_changes_nothing()
    {
        var story = Warm("Anna", "Bo").Starts()["Anna"].Accepts().Tell(new AgentGone()).Passes(10).Tell(new CallerHeld());
        Assert.That(story.Last.IsNothing);
        story["Bo"].Accepts().Tell(new CallerHeld());
        Assert.That(story.Last.IsNothing);
        Assert.That(story.Tell(new OfficerEntered(2), new CallerEntered()).State, Is.EqualTo(new Connected(2)));
    }

    [Test]
    public void An_end_of_hold_reported_late_does_not_end_the_next_consultation()
    {
        var story = Warm("Anna", "Bo").Starts()["Anna"].Accepts().Tell(new CallerHeld()).Passes(10).Consults("Bo");
        Assert.That(story.Tell(new CallerUnheld()).State, Is.InstanceOf<Consulting>());
        story.Tell(new AgentMerges());
        Assert.That(story.State, Is.EqualTo(new Connected(2)), "as far as anybody knows the caller hears them already");
        Assert.That(story.Actions, Is.EqualTo(Unhold), "but somebody might be wrong");
    }

    [Test]
    public void A_hold_that_nobody_reported_is_undone_when_caller_and_officer_are_connected()
    {
        var story = Warm("Anna").Starts()["Anna"].Accepts().Tell(new AgentGone())["Anna"].Enters();
        Assert.That(story.State, Is.EqualTo(new Connected(1)));
        Assert.That(story.Actions, Is.EqualTo(Unhold));
    }

    [Test]
    public void A_hold_reported_twice_changes_nothing()
    {
        var story = Warm("Anna").Starts()["Anna"].Accepts().Tell(new CallerHeld(), new CallerHeld());
        Assert.That(story.Last.IsNothing);
    }
}
