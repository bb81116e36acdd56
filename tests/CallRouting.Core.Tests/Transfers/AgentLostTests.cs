using CallRouting.Core.Transfers;
using static CallRouting.Core.Tests.Transfers.Given;

namespace CallRouting.Core.Tests.Transfers;

/// <summary>The agent's leg ends without the agent having meant it.</summary>
public sealed class AgentLostTests
{
    [Test]
    public void While_it_rings_the_transfer_turns_direct_and_the_caller_hears_us_again()
    {
        var story = Warm("Anna").Starts()["Anna"].Rings().Tell(new AgentGone());
        Assert.That(story.Rung, Is.EqualTo(new[] { "Anna" }));
        Assert.That(story.Actions, Is.EqualTo(new[] { new TellCaller() }));
        Assert.That(story.Timeline[^1], Is.EqualTo("agent lost"));
        story["Anna"].Accepts()["Anna"].Enters().Tell(new CallerEntered());
        Assert.That(story.State, Is.EqualTo(new Connected(1)));
        Assert.That(story.Transfer.Room, Is.EqualTo(2), "the agent's room is behind us");
    }

    [Test]
    public void While_an_officer_joins_caller_and_officer_are_connected_without_a_consultation()
    {
        var story = Warm("Anna").Starts()["Anna"].Accepts().Tell(new AgentGone())["Anna"].Enters();
        Assert.That(story.State, Is.EqualTo(new Connected(1)));
        Assert.That(story.Transfer.Room, Is.EqualTo(1), "the caller sits in it already");
    }

    [Test]
    public void While_an_officer_joins_and_the_caller_is_held_the_hold_ends_when_the_officer_is_in()
    {
        var story = Warm("Anna").Starts()["Anna"].Accepts().Tell(new CallerHeld(), new AgentGone())["Anna"].Enters();
        Assert.That(story.Actions, Is.EqualTo(new[] { new UnholdCaller() }));
        Assert.That(story.Tell(new CallerUnheld()).State, Is.EqualTo(new Connected(1)));
    }

    [Test]
    public void When_the_officer_does_not_come_either_the_caller_is_not_left_alone_in_the_room()
    {
        var story = Warm("Anna", "Bo").Starts()["Anna"].Accepts().Tell(new CallerHeld(), new AgentGone()).Passes(10);
        Assert.That(story.Actions, Is.EqualTo(new TransferAction[] { new EndOfficer(1), new TellCaller(), new DialOfficer(2) }));
        Assert.That(story.Transfer.CallerIsInRoom, Is.False);
    }

    [Test]
    public void While_consulting_caller_and_officer_are_connected()
    {
        var story = Warm("Anna").Starts().Consults("Anna").Tell(new AgentGone());
        Assert.That(story.Actions, Is.EqualTo(new[] { new UnholdCaller() }));
        Assert.That(story.Tell(new CallerUnheld()).State, Is.EqualTo(new Connected(1)));
    }

    [Test]
    public void While_all_three_talk_the_two_talk_on()
    {
        var story = Warm("Anna").Starts().Connects("Anna").Tell(new AgentGone());
        Assert.That(story.State, Is.EqualTo(new Connected(1)));
        Assert.That(story.Actions, Is.Empty);
        Assert.That(story.Timeline[^1], Is.EqualTo("agent lost"));
    }

    [Test]
    public void Agent_and_officer_both_lost_while_consulting_brings_the_caller_back_to_us()
    {
        var story = Warm("Anna").Starts().Consults("Anna").Tell(new AgentGone())["Anna"].HangsUp();
        Assert.That(story.State, Is.InstanceOf<Interrupted>());
        Assert.That(story.Actions, Is.EqualTo(new[] { new TellCaller() }));
    }
}
