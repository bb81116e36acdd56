using System.Text.Json;

namespace CallRouting.Scenarios.Simulation;

/// <summary>What all worlds of a run came to.</summary>
internal sealed class Totals
{
    private readonly SortedDictionary<string, int> faults = new(StringComparer.Ordinal);
    private int calls;
    private int ended;
    private int missing;
    private int duplicated;
    private int doubleJoins;
    private int unanswered;
    private int restarts;
    private long webhooks;
    private double silence;
    private double simulated;

    public List<(WorldFigures World, Breach Breach)> Breaches { get; } = [];

    public IReadOnlyDictionary<string, int> Faults => faults;

    public void Add(WorldFigures world)
    {
        calls += world.Calls;
        ended += world.Ended;
        missing += world.CallbacksMissing;
        duplicated += world.CallbacksDuplicated;
        doubleJoins += world.DoubleJoins;
        unanswered += world.Unanswered;
        restarts += world.Restarts;
        webhooks += world.Webhooks;
        silence = Math.Max(silence, world.LongestSilence);
        simulated += world.SimulatedSeconds;
        Breaches.AddRange(world.Breaches.Select(breach => (world, breach)));
        foreach (var (kind, count) in world.Faults)
        {
            faults[kind] = faults.GetValueOrDefault(kind) + count;
        }
    }

    /// <summary>The names that a reader of the last line relies on.</summary>
    public string Json(TimeSpan wall) =>
        JsonSerializer.Serialize(
            new
            {
                calls,
                ended,
                invariantsBroken = Breaches.Count,
                callbacksMissing = missing,
                callbacksDuplicated = duplicated,
                doubleJoins,
                longestSilenceSeconds = silence,
                unanswered,
                faultsInjected = faults.Values.Sum(),
                restarts,
                webhooksPerCall = Math.Round((double)webhooks / Math.Max(1, calls), 1),
                simulatedHours = Math.Round(simulated / 3600, 2),
                wallSeconds = Math.Round(wall.TotalSeconds, 1),
            }
        );
}
