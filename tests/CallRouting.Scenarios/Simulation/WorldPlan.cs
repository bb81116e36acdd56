namespace CallRouting.Scenarios.Simulation;

/// <summary>What one world is made of. The same plan is lived the same way again.</summary>
/// <param name="Seed">Of the whole run.</param>
/// <param name="Number">Which world of that run, from 1.</param>
/// <param name="Calls">How many callers dial.</param>
/// <param name="Faults">none, light or heavy.</param>
/// <param name="KillEvery">Minutes between two deaths of the server, on average; null: it lives.</param>
/// <param name="Engine">sqlite or postgres.</param>
/// <param name="Trace">The folder for what the wires carried; null: it is not kept.</param>
/// <param name="Sabotage">For the simulation's own tests: what is broken on purpose.</param>
public sealed record WorldPlan(
    int Seed,
    int Number,
    int Calls,
    string Faults,
    double? KillEvery = null,
    string Engine = "sqlite",
    string? Trace = null,
    string? Sabotage = null
)
{
    private const int Seeds = 1_000_003;

    /// <summary>Two worlds differ although their runs' seeds are neighbours.</summary>
    public int OwnSeed => (int)((((long)Seed * 7_919) + ((long)Number * 104_729)) % Seeds);

    public override string ToString() => $"seed {Seed}, world {Number}";
}
