namespace CallRouting.Scenarios.Simulation;

/// <summary>Each invariant is broken on purpose, and the simulation says that this one, and no other, was.</summary>
[Category("Simulation")]
public sealed class SabotageTests
{
    [TestCase("silent-end", 1)]
    [TestCase("silent-room", 2)]
    [TestCase("lost-flag", 3)]
    [TestCase("two-officers", 4)]
    [TestCase("double-dial", 5)]
    [TestCase("slow-answer", 6)]
    [TestCase("broken-document", 6)]
    [TestCase("sleeping-actions", 7)]
    [TestCase("untold-promise", 8)]
    [TestCase("miscounted", 8)]
    [TestCase("stale-sums", 8)]
    public async Task What_is_broken_on_purpose_is_noticed(string saboteur, int invariant)
    {
        var kills = saboteur == "sleeping-actions" ? 1.0 : (double?)null;
        var figures = await SharedLabourer.Live(new WorldPlan(1, 1, 60, "none", kills, Sabotage: saboteur));
        Assert.That(figures.Breaches.Select(breach => breach.Invariant).Distinct(), Is.EqualTo(new[] { invariant }));
    }
}
