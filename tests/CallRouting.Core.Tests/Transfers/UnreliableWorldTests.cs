using CallRouting.Core.Transfers;

namespace CallRouting.Core.Tests.Transfers;

/// <summary>However late, doubled or lost the reports, in the end nobody is stranded by somebody else's hang-up.</summary>
public sealed class UnreliableWorldTests
{
    private const int Worlds = 2000;

    [Test]
    public void Nobody_is_stranded_however_unreliable_the_reports()
    {
        var ends = new HashSet<Type>();
        for (var seed = 1; seed <= Worlds; seed++)
        {
            ends.Add(Live(seed).GetType());
        }
        var lasting = Situations.Kinds(typeof(Over)).Append(typeof(Connected)).Append(typeof(Consulting));
        Assert.That(ends, Is.EquivalentTo(lasting), "every way to end was met");
    }

    private static TransferState Live(int seed)
    {
        var random = new Random(seed);
        var story = RandomTransfers.WhileSomeAreBusy(random, RandomTransfers.Any(random)).Starts();
        try
        {
            var world = new UnreliableWorld(random, story);
            for (var moves = random.Next(300); moves > 0; moves--)
            {
                world.Moves();
                if (moves % 40 == 0)
                {
                    world.CatchesUp();
                    Assert.That(world.Alone(), Is.Empty);
                }
            }
            world.ComesToRest();
            Assert.That(world.Alone().Concat(world.Stranded()), Is.Empty);
        }
        catch (Exception broken)
        {
            Assert.Fail($"seed {seed}: {broken.Message}\n{string.Join('\n', story.Timeline)}\n{story.State}");
        }
        return story.State;
    }
}
