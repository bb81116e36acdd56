namespace CallRouting.Scenarios.Simulation;

/// <summary>A few worlds whose seeds are fixed, under the worst that the provider, the database and death can do. scripts/simulate lives thousands.</summary>
[Category("Simulation")]
public sealed class SimulationTests
{
    [Test]
    public async Task Nobody_is_lost_under_heavy_faults_and_a_death_every_few_minutes([Values(1, 2, 3)] int seed)
    {
        var figures = await SharedLabourer.Live(new WorldPlan(seed, 1, 60, "heavy", KillEvery: 3));
        Assert.That(figures.Breaches.SelectMany(Told), Is.Empty);
        Assert.That(figures.Restarts, Is.GreaterThan(0));
        Assert.That(figures.Faults.Values.Sum(), Is.GreaterThan(100));
    }

    [Test]
    public async Task Without_faults_nobody_hears_silence_for_more_than_three_seconds()
    {
        var figures = await SharedLabourer.Live(new WorldPlan(4, 1, 60, "none"));
        Assert.That(figures.Breaches.SelectMany(Told), Is.Empty);
        Assert.That(figures.LongestSilence, Is.LessThan(3));
        Assert.That(figures.Ended, Is.EqualTo(60));
    }

    [Test]
    public async Task A_world_is_lived_the_same_way_again()
    {
        var plan = new WorldPlan(5, 1, 30, "heavy", KillEvery: 2);
        var again = await SharedLabourer.Live(plan);
        await using var another = new Labourer();
        Assert.That((await another.Live(plan)).Fingerprint, Is.EqualTo(again.Fingerprint));
    }

    private static IEnumerable<string> Told(Breach breach) => breach.Story.Prepend($"{breach.Invariant}: {breach.What}");
}
