namespace CallRouting.PhoneNetwork.Faults;

/// <summary>How much goes wrong by itself.</summary>
public enum FaultLevel
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A tenth of heavy: a bad day.</summary>
    Light,

    /// <summary>Far worse than any provider: about one REST request in fifteen and one report in five.</summary>
    Heavy,
}

/// <summary>The configuration section <c>PhoneNetwork:Faults</c>.</summary>
public sealed class FaultOptions
{
    /// <summary>none, light or heavy.</summary>
    public string Level { get; set; } = "none";

    /// <summary>Probabilities, 0 to 1, of single kinds; they stand instead of the level's.</summary>
    public Dictionary<string, double> Rates { get; set; } = [];

    /// <summary>The same seed and the same order of requests give the same faults. None: the network's own seed.</summary>
    public int? Seed { get; set; }
}
