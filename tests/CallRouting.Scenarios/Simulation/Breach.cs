namespace CallRouting.Scenarios.Simulation;

/// <summary>Something that must never happen, and did.</summary>
/// <param name="Invariant">Its number in architecture §3, 1 to 8.</param>
/// <param name="What">What happened, on what line or phone.</param>
/// <param name="Call">Our id of the call, where one is concerned.</param>
/// <param name="At">On the world's clock; null for what was found when all was over.</param>
public sealed record Breach(int Invariant, string What, string? Call = null, DateTimeOffset? At = null)
{
    /// <summary>The timeline of the call, one line each.</summary>
    public IReadOnlyList<string> Story { get; init; } = [];
}
