namespace CallRouting.Scenarios.Simulation;

/// <summary>What a run is asked for.</summary>
/// <param name="Seeds">Each is a run of its own.</param>
/// <param name="World">Only this world of each run; null: all.</param>
/// <param name="Trace">The folder for what each world's wires carried; null: it is not kept.</param>
public sealed record RunPlan(
    int Calls,
    IReadOnlyList<int> Seeds,
    string Faults,
    double? KillEvery,
    int Jobs,
    string Engine,
    bool Json,
    int? World,
    string? Trace,
    string? Sabotage
)
{
    /// <summary>Enough for a busy period that reaches every corner, few enough that many worlds share the work.</summary>
    private const int CallsOfAWorld = 400;

    /// <summary>Every world of the run, and how many callers each has.</summary>
    public IEnumerable<WorldPlan> Worlds() =>
        from seed in Seeds
        from number in Enumerable.Range(1, (Calls + CallsOfAWorld - 1) / CallsOfAWorld)
        where World is null || World == number
        select new WorldPlan(
            seed,
            number,
            Math.Min(CallsOfAWorld, Calls - (CallsOfAWorld * (number - 1))),
            Faults,
            KillEvery,
            Engine,
            Trace,
            Sabotage
        );
}
