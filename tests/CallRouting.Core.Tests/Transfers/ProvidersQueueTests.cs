using CallRouting.Core.Transfers;
using NodaTime;
using static CallRouting.Core.Tests.Transfers.Given;

namespace CallRouting.Core.Tests.Transfers;

/// <summary>Time in the provider's queue is nobody's ring time, and a phone whose ringing is not settled is not rung again.</summary>
public sealed class ProvidersQueueTests
{
    [Test]
    public void The_ring_begins_when_the_provider_expects_to_dial()
    {
        var story = Direct("Anna", "Bo").Starts().Tell(new AttemptSent(1) { Queued = Duration.FromSeconds(9) }).Passes(35);
        Assert.That(story.Rung, Is.EqualTo(new[] { "Anna" }), "9 s in the queue, 20 of ringing, 7 of patience");
        Assert.That(story.Passes(1).Rung, Is.EqualTo(new[] { "Bo" }));
    }

    [Test]
    public void When_it_dials_the_estimate_becomes_what_it_was_and_is_told()
    {
        var story = Direct("Anna")
            .Starts()
            .Tell(new AttemptSent(1) { Queued = Duration.FromSeconds(2) })
            .Passes(7)
            .Tell(new AttemptDialled(1));
        Assert.That(story.Transfer[1].Queued, Is.EqualTo(Duration.FromSeconds(7)));
        Assert.That(story.Last.Story, Is.EqualTo(new[] { new Told(Stories.Queued, "Anna", "7 s") }));
        Assert.That(story.Passes(26).Rung, Is.EqualTo(new[] { "Anna" }), "its ring time is whole");
    }

    [Test]
    public void A_queue_that_nobody_notices_is_not_told()
    {
        var story = Direct("Anna").Starts().Tell(new AttemptSent(1)).Tell(new AttemptDialled(1));
        Assert.That(story.Last.Story, Is.Empty);
    }

    [Test]
    public void What_was_never_sent_and_what_never_rang_are_told_apart()
    {
        Assert.That(Direct("Anna").Starts().Passes(15).Transfer[1].Why, Is.EqualTo(FailureReasons.NotSent));
        Assert.That(Direct("Anna").Starts().Tell(new AttemptSent(1)).Passes(27).Transfer[1].Why, Is.EqualTo(FailureReasons.NeverRang));
    }

    [Test]
    public void Why_we_failed_is_kept()
    {
        var story = Direct("Anna", "Bo").Starts().Tell(new AttemptEnded(1, LegEnding.OurFailure) { Why = FailureReasons.NeverMade });
        Assert.That(story.Transfer[1].Why, Is.EqualTo(FailureReasons.NeverMade));
    }

    [Test]
    public void A_phone_whose_ringing_is_not_settled_is_skipped_and_that_is_not_the_offices()
    {
        var transfer = Direct("Anna", "Bo").Transfer;
        var decision = TransferRules.Start(
            transfer,
            new Moment(transfer.StartedAt, new HashSet<string>())
            {
                UnsettledPhones = new HashSet<string> { transfer.Ladder.Rungs[0].People[0].Phone.E164 },
            }
        );
        Assert.That((decision.Transfer[1].Outcome, decision.Transfer[1].Why), Is.EqualTo((Outcome.Skipped, SkipReasons.Unsettled)));
        Assert.That(Attributions.Of(decision.Transfer, decision.Transfer[1]), Is.EqualTo(Attribution.NotTheOffice));
        Assert.That(decision.Actions, Is.EqualTo(new[] { new DialOfficer(2) }));
    }
}
