namespace CallRouting.Scenarios.Simulation;

/// <summary>One process lives the worlds of all tests here: its first world takes as long as ten of the later ones.</summary>
[SetUpFixture]
public sealed class SharedLabourer
{
    private static Labourer? shared;

    internal static Task<WorldFigures> Live(WorldPlan plan) => (shared ??= new()).Live(plan);

    [OneTimeTearDown]
    public async Task LetGo() => await (shared?.DisposeAsync() ?? ValueTask.CompletedTask);
}
