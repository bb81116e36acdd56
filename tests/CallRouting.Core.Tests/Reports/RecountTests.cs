using CallRouting.Core.Reports;
using CallRouting.Core.Tests.Transfers;
using CallRouting.Core.Transfers;
using NodaTime;

namespace CallRouting.Core.Tests.Reports;

/// <summary>Whatever happens in a transfer, the timeline alone gives the same count as the transfer itself.</summary>
public sealed class RecountTests
{
    private const int Steps = 60;

    [Test]
    public void The_timeline_counts_what_the_transfer_counts([Range(0, 39)] int hundred)
    {
        var endings = new HashSet<Ending>();
        for (var seed = hundred * 50; seed < (hundred + 1) * 50; seed++)
        {
            if (Live(seed) is { } lived)
            {
                var (counted, recounted) = lived;
                endings.Add(counted.Ending);
                Assert.That(recounted, Is.EqualTo(counted), $"seed {seed}");
                var figures = TransferFigures.Of(counted);
                Assert.That(
                    figures.Offered + figures.ShortAbandoned + figures.ShortCancelled + figures.Ours,
                    Is.EqualTo(1),
                    $"seed {seed} is counted in exactly one way"
                );
            }
        }
        Assert.That(endings, Has.Count.GreaterThan(2), "the walk ends in many ways");
    }

    [Test]
    public void A_transfer_that_goes_on_counts_nowhere()
    {
        var walk = new Walk(Given.Direct("Anna"), new Random(1));
        Assert.That(Recount.Of(walk.Told), Is.Null);
    }

    [Test]
    public void A_target_group_is_read_back_as_it_was_told()
    {
        var began = CountingTests.Began with { TargetGroup = "youth; for 18–24", Area = "3002", Urgent = true, Language = "en" };
        var walk = new Walk(Given.Direct("Anna"), new Random(1), began);
        Assert.That(walk.EndsUnanswered(), Is.EqualTo(began with { Ending = Ending.Exhausted, CountsAgainstOffice = true }));
    }

    private static (CountedTransfer Counted, CountedTransfer? Recounted)? Live(int seed)
    {
        var random = new Random(seed);
        var walk = new Walk(RandomTransfers.Any(random), random);
        for (var step = 0; step < Steps && !walk.IsOver; step++)
        {
            walk.Step();
        }
        return walk.IsOver ? (walk.Counted, Recount.Of(walk.Told)) : null;
    }

    /// <summary>A transfer by lot, and all that is told of it.</summary>
    private sealed class Walk
    {
        private readonly TransferStory story;
        private readonly Random random;
        private readonly CountedTransfer began;
        private readonly List<Happened> told = [];
        private Instant? acceptedAt;
        private Instant endedAt;

        public Walk(TransferStory story, Random random, CountedTransfer? began = null)
        {
            (this.story, this.random, this.began) = (story, random, began ?? CountingTests.Began);
            var before = story.Transfer;
            Tell([CountStories.Offer(this.began, before.Ladder)]);
            story.Starts();
            Follow(before, story.Last);
        }

        public bool IsOver => story.Transfer.IsOver;

        public IReadOnlyList<Happened> Told => told;

        public CountedTransfer Counted => Counting.Of(story.Transfer, began, acceptedAt, endedAt);

        public void Step()
        {
            switch (random.Next(12))
            {
                case 0:
                    Pass(random.Next(40));
                    break;
                case 1:
                    var before = story.Transfer;
                    RandomTransfers.PhonesChange(random, story);
                    Follow(before, story.Last);
                    break;
                default:
                    Tell(RandomTransfers.AnyEvent(random, story.Transfer));
                    break;
            }
        }

        public CountedTransfer? EndsUnanswered()
        {
            Tell(new AttemptEnded(1, LegEnding.NoAnswer));
            return Recount.Of(told);
        }

        // Second by second, because each waking is a transaction of its own.
        private void Pass(int seconds)
        {
            for (var second = 0; second < seconds && !IsOver; second++)
            {
                var before = story.Transfer;
                story.Passes(1);
                if (story.Transfer != before)
                {
                    Follow(before, story.Last);
                }
            }
        }

        private void Tell(TransferEvent happened)
        {
            var before = story.Transfer;
            story.Tell(happened);
            Follow(before, story.Last);
        }

        private void Follow(Transfer before, Decision decision)
        {
            var after = decision.Transfer;
            if (before.IsOver || before == after)
            {
                return;
            }
            Tell(decision.Story);
            Tell(CountStories.Of(before, after));
            var (was, now) = (Counting.AcceptedAttempt(before)?.Number, Counting.AcceptedAttempt(after)?.Number);
            acceptedAt =
                now == was ? acceptedAt
                : now is null ? null
                : story.Now;
            endedAt = story.Now;
        }

        private void Tell(IEnumerable<Told> lines) =>
            told.AddRange(lines.Select(line => new Happened(story.Now, line.Kind, line.Who, line.Detail, began.Transfer, began.Unit)));
    }
}
