using CallRouting.Core.Transfers;

namespace CallRouting.Core.Tests.Transfers;

/// <summary>Anything may happen, in any order, sense or nonsense. A seed that fails is named, and walks the same way again.</summary>
public sealed class RandomWalkTests
{
    private const int Walks = 2000;
    private const int Steps = 80;
    private const int AnHour = 3600;

    [Test]
    public void Whatever_happens_every_decision_is_well_formed_and_time_alone_brings_rest()
    {
        var seen = new HashSet<Type>();
        for (var seed = 1; seed <= Walks; seed++)
        {
            Walk(seed, seen);
        }
        Assert.That(seen, Is.EquivalentTo(Situations.Kinds(typeof(TransferState))), "the walks get everywhere");
    }

    private static void Walk(int seed, HashSet<Type> seen)
    {
        var random = new Random(seed);
        var story = RandomTransfers.WhileSomeAreBusy(random, RandomTransfers.Any(random));
        try
        {
            story.Starts();
            for (var step = 0; step < Steps; step++)
            {
                seen.Add(story.State.GetType());
                RandomTransfers.AnythingHappens(random, story);
            }
            story.Passes(AnHour);
            Assert.That(story.State, Is.InstanceOf<Over>().Or.InstanceOf<Connected>().Or.InstanceOf<Consulting>());
            Assert.That(story.Transfer.WakeAt, Is.Null);
        }
        catch (Exception broken)
        {
            Assert.Fail($"seed {seed}: {broken.Message}\n{string.Join('\n', story.Timeline)}");
        }
    }
}
