namespace CallRouting.Scenarios.Simulation;

/// <summary>The entry point of scripts/simulate. Run by the test platform, this assembly is a library.</summary>
internal static class Simulate
{
    public static Task<int> Main(string[] args) => SimulateCommand.Run(args);
}
