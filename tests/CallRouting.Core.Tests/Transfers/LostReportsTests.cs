using CallRouting.Core.Transfers;
using static CallRouting.Core.Tests.Transfers.Given;

namespace CallRouting.Core.Tests.Transfers;

/// <summary>The provider's reports come late, twice or never: a deadline speaks for each that may be lost.</summary>
public sealed class LostReportsTests
{
    [Test]
    public void A_request_that_leads_to_nothing_is_our_failure_after_15_seconds()
    {
        var story = Direct("Anna", "Bo").Starts().Passes(14);
        Assert.That(story.Rung, Is.EqualTo(new[] { "Anna" }));
        story.Passes(1);
        Assert.That(story.Tried, Is.EqualTo(new[] { "Anna: OurFailure", "Bo: Dialling" }));
        Assert.That(story.Actions, Is.EqualTo(new TransferAction[] { new EndOfficer(1), new DialOfficer(2) }));
    }

    [Test]
    public void Ring_time_counts_from_the_providers_ringing()
    {
        var story = Direct("Anna", "Bo").Starts().Tell(new AttemptSent(1)).Passes(10).Tell(new AttemptRinging(1)).Passes(26);
        Assert.That(story.Rung, Is.EqualTo(new[] { "Anna" }), "20 s, 5 of the provider's, 2 for the report");
        Assert.That(story.Passes(1).Tried, Is.EqualTo(new[] { "Anna: NoAnswer", "Bo: Dialling" }));
    }

    [Test]
    public void A_lost_ringing_does_not_keep_the_ladder_waiting()
    {
        var story = Direct("Anna", "Bo").Starts().Tell(new AttemptSent(1)).Passes(27);
        Assert.That(story.Tried, Is.EqualTo(new[] { "Anna: OurFailure", "Bo: Dialling" }), "nobody knows that it rang");
    }

    [Test]
    public void Who_hears_the_whisper_holds_the_ladder_up_for_at_most_25_seconds()
    {
        var story = Direct("Anna", "Bo").Starts()["Anna"].Rings().Passes(19)["Anna"].Answers().Passes(24);
        Assert.That(story.Rung, Is.EqualTo(new[] { "Anna" }), "43 s after ringing: listening suspends the ring's deadline");
        story.Passes(1);
        Assert.That(story.Tried, Is.EqualTo(new[] { "Anna: AnsweredNotAccepted", "Bo: Dialling" }));
    }

    [Test]
    public void An_answer_reported_twice_does_not_prolong_the_listening()
    {
        var story = Direct("Anna", "Bo").Starts()["Anna"].Answers().Passes(20).Tell(new AttemptAnswered(1));
        Assert.That(story.Last.IsNothing);
        Assert.That(story.Passes(5).Rung, Is.EqualTo(new[] { "Bo" }));
    }

    [Test]
    public void Reports_out_of_order_change_nothing()
    {
        var story = Direct("Anna").Starts()["Anna"].Answers();
        Assert.That(story.Tell(new AttemptRinging(1)).Last.IsNothing);
        Assert.That(story.Tell(new AttemptSent(1)).Last.IsNothing);
    }

    [Test]
    public void Waking_too_early_changes_nothing()
    {
        Assert.That(Direct("Anna").Starts().Tell(new TimePassed()).Last.IsNothing);
        Assert.That(Direct("Anna").Starts()["Anna"].Accepts().Tell(new TimePassed()).Last.IsNothing);
    }

    [Test]
    public void Phones_that_ring_together_each_have_their_own_deadline()
    {
        var story = Direct(Ladder(Together("Anna", "Bo"))).Starts()["Anna"].Rings().Passes(15);
        Assert.That(story.Tried, Is.EqualTo(new[] { "Anna: Ringing", "Bo: OurFailure" }));
        Assert.That(story.Passes(12).State, Is.EqualTo(new Unanswered()));
    }

    [Test]
    public void An_unhold_whose_report_is_lost_connects_after_10_seconds_and_is_asked_for_again()
    {
        var story = Warm("Anna").Starts().Consults("Anna").Tell(new AgentMerges()).Passes(10);
        Assert.That(story.State, Is.EqualTo(new Connected(1)));
        Assert.That(story.Actions, Is.EqualTo(new[] { new UnholdCaller() }));
    }

    [Test]
    public void Consulting_lasts_as_long_as_the_agent_likes()
    {
        var story = Warm("Anna").Starts().Consults("Anna");
        Assert.That(story.Transfer.WakeAt, Is.Null);
    }
}
