using System.Collections.Concurrent;

namespace CallRouting.PhoneNetwork.Faults;

/// <summary>How often each kind has struck since the network started.</summary>
public sealed class FaultCounts
{
    private readonly ConcurrentDictionary<string, int> counts = new();

    /// <summary>Zero for a kind that has not struck.</summary>
    public int this[string kind] => counts.GetValueOrDefault(kind);

    public int Total => counts.Values.Sum();

    /// <summary>Every kind, in the README's order, with zeros.</summary>
    public IReadOnlyDictionary<string, int> ToDictionary() => FaultKinds.All.ToDictionary(kind => kind.Name, kind => this[kind.Name]);

    internal void Add(FaultKind kind) => counts.AddOrUpdate(kind.Name, 1, (_, count) => count + 1);
}
