using System.Security.Cryptography;

namespace CallRouting.PhoneNetwork.Faults;

/// <summary>
/// Decides what goes wrong. Every place where something can asks here, each time; the same seed and the same order of questions give the same
/// answers. May be changed while calls run, from any thread.
/// </summary>
public sealed class FaultPlan
{
    private readonly Lock gate = new();
    private readonly FaultCounts counts;
    private readonly Dictionary<FaultPlace, Random> dice;
    private readonly List<(FaultKind Kind, string Where)> ordered = [];
    private Dictionary<string, double> own = [];
    private FaultLevel level;

    internal FaultPlan(NetworkOptions options, FaultCounts counts)
    {
        this.counts = counts;
        var seed = options.Faults.Seed ?? options.Seed ?? RandomNumberGenerator.GetInt32(int.MaxValue);
        dice = Enum.GetValues<FaultPlace>().ToDictionary(place => place, place => new Random(unchecked((seed * 31) + (int)place)));
        Set(LevelOf(options.Faults.Level), options.Faults.Rates);
    }

    /// <summary>Every kind's name.</summary>
    public static IReadOnlyList<string> Kinds { get; } = FaultKinds.All.Select(kind => kind.Name).ToList();

    /// <summary>What holds for every kind that has no rate of its own.</summary>
    public FaultLevel Level
    {
        get
        {
            lock (gate)
                return level;
        }
        set
        {
            lock (gate)
                level = value;
        }
    }

    /// <summary>The probability of each kind now.</summary>
    public IReadOnlyDictionary<string, double> Rates()
    {
        lock (gate)
            return FaultKinds.All.ToDictionary(kind => kind.Name, RateOf);
    }

    /// <summary>Sets the level and the rates that stand instead of it; all others are the level's again.</summary>
    /// <exception cref="BadSettingsException">A kind that does not exist, or a rate outside 0 to 1.</exception>
    public void Set(FaultLevel newLevel, IReadOnlyDictionary<string, double> rates)
    {
        foreach (var (kind, rate) in rates)
            Check(kind, rate);
        lock (gate)
            (level, own) = (newLevel, rates.ToDictionary());
    }

    /// <summary>Sets one kind's rate, 0 to 1.</summary>
    public void Set(string kind, double rate)
    {
        Check(kind, rate);
        lock (gate)
            own[kind] = rate;
    }

    /// <summary>Has a kind strike the next time it can, once; orders are carried out before anything is drawn.</summary>
    /// <param name="where">Part of the address of the request or the webhook; empty: anywhere.</param>
    public void Once(string kind, string where = "")
    {
        Check(kind, 0);
        lock (gate)
            ordered.Add((FaultKinds.All.Single(known => known.Name == kind), where));
    }

    /// <summary>The level of that name.</summary>
    public static FaultLevel LevelOf(string? word) =>
        word?.ToLowerInvariant() switch
        {
            null or "" or "none" => FaultLevel.None,
            "light" => FaultLevel.Light,
            "heavy" => FaultLevel.Heavy,
            _ => throw new BadSettingsException($"PhoneNetwork:Faults:Level is \"{word}\"; allowed are none, light and heavy."),
        };

    /// <summary>At most one of the kinds, drawn with one throw; null for none. What is drawn is counted.</summary>
    internal FaultKind? Draw(IReadOnlyList<FaultKind> kinds, string where = "")
    {
        lock (gate)
        {
            var struck = Ordered(kinds, where) ?? Drawn(kinds);
            if (struck is not null)
                counts.Add(struck);
            return struck;
        }
    }

    internal bool Strikes(FaultKind kind, string where = "") => Draw([kind], where) is not null;

    /// <summary>A length of time in a range, drawn for a place.</summary>
    internal TimeSpan Between(FaultPlace place, double least, double most) =>
        TimeSpan.FromSeconds(least + (Number(place) * (most - least)));

    /// <summary>A number from 0 up to 1.</summary>
    internal double Number(FaultPlace place)
    {
        lock (gate)
            return dice[place].NextDouble();
    }

    internal T One<T>(FaultPlace place, IReadOnlyList<T> of) => of[(int)(Number(place) * of.Count)];

    private FaultKind? Ordered(IReadOnlyList<FaultKind> kinds, string where)
    {
        var at = ordered.FindIndex(order => kinds.Contains(order.Kind) && where.Contains(order.Where, StringComparison.Ordinal));
        if (at < 0)
            return null;
        var kind = ordered[at].Kind;
        ordered.RemoveAt(at);
        return kind;
    }

    // Nothing is drawn where nothing can come of it: a network without faults is the same to the letter as one that never heard of them.
    private FaultKind? Drawn(IReadOnlyList<FaultKind> kinds)
    {
        if (level == FaultLevel.None && own.Count == 0)
            return null;
        var left = dice[kinds[0].Place].NextDouble();
        foreach (var kind in kinds)
        {
            left -= RateOf(kind);
            if (left < 0)
                return kind;
        }
        return null;
    }

    private double RateOf(FaultKind kind) => own.TryGetValue(kind.Name, out var rate) ? rate : kind.At(level);

    private static void Check(string kind, double rate)
    {
        if (!Kinds.Contains(kind))
            throw new BadSettingsException($"PhoneNetwork:Faults:Rates:{kind} is no kind of fault; there are {string.Join(", ", Kinds)}.");
        if (!(rate >= 0 && rate <= 1))
            throw new BadSettingsException($"PhoneNetwork:Faults:Rates:{kind} is {rate}; allowed is 0 to 1.");
    }
}
