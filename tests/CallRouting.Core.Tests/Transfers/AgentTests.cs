using CallRouting.Core.Transfers;
using static CallRouting.Core.Tests.Transfers.Given;

namespace CallRouting.Core.Tests.Transfers;

/// <summary>What the agent's console keys do: skip, merge, leave, return, cancel.</summary>
public sealed class AgentTests
{
    [Test]
    public void Merging_takes_the_caller_out_of_the_music_and_all_three_talk()
    {
        var story = Warm("Anna").Starts().Consults("Anna").Tell(new AgentMerges());
        Assert.That(story.Actions, Is.EqualTo(new[] { new UnholdCaller() }));
        Assert.That(story.State, Is.InstanceOf<Consulting>(), "until the provider has done it");
        story.Tell(new CallerUnheld());
        Assert.That(story.State, Is.EqualTo(new Connected(1)));
        Assert.That(story.Transfer.HasAgent);
    }

    [Test]
    public void Leaving_from_the_consultation_merges_first_and_then_ends_the_agents_leg()
    {
        var story = Warm("Anna").Starts().Consults("Anna").Tell(new AgentLeaves());
        Assert.That(story.Actions, Is.EqualTo(new[] { new UnholdCaller() }));
        story.Tell(new CallerUnheld());
        Assert.That(story.Actions, Is.EqualTo(new[] { new EndAgent() }));
        story.Tell(new AgentGone());
        Assert.That(story.State, Is.EqualTo(new Connected(1)));
        Assert.That(story.Timeline[^1], Is.EqualTo("agent left"));
    }

    [Test]
    public void Leaving_after_merging_lets_caller_and_officer_talk_on()
    {
        var story = Warm("Anna").Starts().Connects("Anna").Tell(new AgentLeaves());
        Assert.That(story.Actions, Is.EqualTo(new[] { new EndAgent() }));
        Assert.That(story.Tell(new AgentGone()).State, Is.EqualTo(new Connected(1)));
        Assert.That(story.Transfer.HasAgent, Is.False);
    }

    [Test]
    public void Leaving_while_it_rings_turns_the_transfer_direct()
    {
        var story = Warm("Anna").Starts().Tell(new AgentLeaves());
        Assert.That(story.Actions, Is.EqualTo(new[] { new EndAgent() }));
        story.Tell(new AgentGone());
        Assert.That(story.Actions, Is.EqualTo(new[] { new TellCaller() }));
        Assert.That(story.Timeline[^1], Is.EqualTo("agent left"), "and was not lost");
    }

    [Test]
    public void Returning_from_the_consultation_ends_the_officers_leg_and_the_hold()
    {
        var story = Warm("Anna").Starts().Consults("Anna").Tell(new AgentReturns());
        Assert.That(story.State, Is.EqualTo(new Returned()));
        Assert.That(story.Actions, Is.EqualTo(new TransferAction[] { new EndOfficer(1), new UnholdCaller() }));
    }

    [Test]
    public void Cancelling_the_consultation_is_returning()
    {
        Assert.That(Warm("Anna").Starts().Consults("Anna").Tell(new AgentCancels()).State, Is.EqualTo(new Returned()));
    }

    [Test]
    public void Returning_after_merging_ends_the_officers_leg()
    {
        var story = Warm("Anna").Starts().Connects("Anna").Tell(new AgentReturns());
        Assert.That(story.State, Is.EqualTo(new Returned()));
        Assert.That(story["Anna"].Outcome, Is.EqualTo(Outcome.Accepted));
    }

    [Test]
    public void Cancelling_while_it_rings_lets_every_phone_go_and_the_caller_never_notices()
    {
        var story = Warm(Ladder(Together("Anna", "Bo"))).Starts()["Bo"].Answers().Tell(new AgentCancels());
        Assert.That(story.State, Is.EqualTo(new Cancelled()));
        Assert.That(story.Tried, Is.EqualTo(new[] { "Anna: Withdrawn", "Bo: Withdrawn" }));
        Assert.That(story.Actions, Is.SupersetOf(new TransferAction[] { new EndOfficer(1), new TellOfficer(2) }));
    }

    [Test]
    public void Cancelling_while_an_officer_joins_takes_the_caller_out_of_the_music()
    {
        var story = Warm("Anna").Starts()["Anna"].Accepts().Tell(new CallerHeld(), new AgentCancels());
        Assert.That(story.State, Is.EqualTo(new Cancelled()));
        Assert.That(story.Actions, Is.EqualTo(new TransferAction[] { new TellOfficer(1), new UnholdCaller() }));
        Assert.That(story["Anna"].Outcome, Is.EqualTo(Outcome.Withdrawn));
    }

    [Test]
    public void Skipping_the_consultation_while_it_rings_connects_all_three_without_any_music()
    {
        var story = Warm("Anna").Starts().Tell(new AgentSkipsConsult())["Anna"].Accepts();
        Assert.That(story.Actions, Is.Empty);
        Assert.That(story["Anna"].Enters().State, Is.EqualTo(new Connected(1)));
    }

    [Test]
    public void Skipping_as_the_officer_joins_ends_the_hold_that_was_begun()
    {
        var story = Warm("Anna").Starts()["Anna"].Accepts().Tell(new CallerHeld(), new AgentSkipsConsult())["Anna"].Enters();
        Assert.That(story.Actions, Is.EqualTo(new[] { new UnholdCaller() }));
        Assert.That(story.Tell(new CallerUnheld()).State, Is.EqualTo(new Connected(1)));
    }

    [Test]
    public void Skipping_in_the_consultation_is_merging()
    {
        var story = Warm("Anna").Starts().Consults("Anna").Tell(new AgentSkipsConsult(), new CallerUnheld());
        Assert.That(story.State, Is.EqualTo(new Connected(1)));
    }

    [Test]
    public void The_agent_may_take_the_caller_back_while_the_merge_is_on_its_way()
    {
        var story = Warm("Anna").Starts().Consults("Anna").Tell(new AgentMerges(), new AgentReturns(), new CallerUnheld());
        Assert.That(story.State, Is.EqualTo(new Returned()));
    }

    [Test]
    public void An_agent_who_is_on_the_way_out_decides_nothing_more()
    {
        var ringing = Warm("Anna").Starts().Tell(new AgentLeaves(), new AgentCancels());
        Assert.That(ringing.Last.IsNothing);
        var connected = Warm("Anna").Starts().Connects("Anna").Tell(new AgentLeaves(), new AgentReturns());
        Assert.That(connected.Last.IsNothing);
    }

    [TestCaseSource(nameof(Keys))]
    public void A_key_pressed_by_an_agent_who_is_no_longer_there_changes_nothing(TransferEvent key)
    {
        TransferStory[] withoutAgent =
        [
            Direct("Anna").Starts(),
            Direct("Anna").Starts()["Anna"].Accepts(),
            Direct("Anna").Starts().Connects("Anna"),
            Warm("Anna").Starts().Tell(new AgentGone()),
            Warm("Anna").Starts().Consults("Anna").Tell(new AgentGone()),
        ];
        Assert.That(withoutAgent.Select(story => story.Tell(key).Last.IsNothing), Is.All.True);
    }

    private static TransferEvent[] Keys() =>
        [new AgentSkipsConsult(), new AgentMerges(), new AgentLeaves(), new AgentReturns(), new AgentCancels(), new AgentGone()];
}
