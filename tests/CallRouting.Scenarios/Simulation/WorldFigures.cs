namespace CallRouting.Scenarios.Simulation;

/// <summary>What a world came to, as its process tells it in one line of JSON.</summary>
public sealed record WorldFigures
{
    public int Seed { get; init; }
    public int World { get; init; }
    public int Calls { get; init; }
    public int Ended { get; init; }
    public IReadOnlyList<Breach> Breaches { get; init; } = [];
    public int CallbacksMissing { get; init; }
    public int CallbacksDuplicated { get; init; }
    public int DoubleJoins { get; init; }

    /// <summary>Seconds; see <see cref="Ears"/> for what counts.</summary>
    public double LongestSilence { get; init; }
    public int Unanswered { get; init; }
    public IReadOnlyDictionary<string, int> Faults { get; init; } = new Dictionary<string, int>();
    public int Restarts { get; init; }
    public int Webhooks { get; init; }
    public double SimulatedSeconds { get; init; }

    /// <summary>Of a processor, by everything in the world's process.</summary>
    public double CpuSeconds { get; init; }

    /// <summary>Of everything that happened, in its order: two lives of the same plan have the same.</summary>
    public string Fingerprint { get; init; } = "";
}
