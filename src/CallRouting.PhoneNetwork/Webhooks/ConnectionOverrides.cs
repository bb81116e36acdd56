namespace CallRouting.PhoneNetwork.Webhooks;

/// <summary>How patiently one webhook is delivered: the overrides that ride in its URL's fragment (contract §3.6).</summary>
/// <param name="RetryOn">Any of ct, rt, 4xx, 5xx; <c>all</c> stands for the four.</param>
internal sealed record ConnectionOverrides(TimeSpan Connect, TimeSpan Read, TimeSpan Total, int Retries, IReadOnlySet<string> RetryOn)
{
    private static readonly string[] Policies = ["ct", "rt", "4xx", "5xx"];

    public static ConnectionOverrides Default { get; } =
        new(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(15), 1, new HashSet<string> { "ct" });

    /// <summary>Reads the fragment of <paramref name="url"/>; what it does not say, or says out of range, keeps its default.</summary>
    public static ConnectionOverrides Of(string url, Action<string> complain)
    {
        var hash = url.IndexOf('#', StringComparison.Ordinal);
        var overrides = Default;
        if (hash < 0)
            return overrides;
        foreach (var pair in url[(hash + 1)..].Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var (key, value) = pair.Split('=', 2) is [var k, var v] ? (k, v) : (pair, "");
            if (overrides.With(key, value) is { } read)
                overrides = read;
            else
                complain($"#{pair}: allowed are ct=100–10000, rt=100–15000, tt=100–15000, rc=0–5, rp=ct,rt,4xx,5xx or all, sni, e.");
        }
        return overrides;
    }

    private ConnectionOverrides? With(string key, string value) =>
        key switch
        {
            "ct" when Milliseconds(value, 10_000) is { } time => this with { Connect = time },
            "rt" when Milliseconds(value, 15_000) is { } time => this with { Read = time },
            "tt" when Milliseconds(value, 15_000) is { } time => this with { Total = time },
            "rc" when int.TryParse(value, out var count) && count is >= 0 and <= 5 => this with { Retries = count },
            "rp" when Policy(value) is { } policy => this with { RetryOn = policy },
            "sni" or "e" => this,
            _ => null,
        };

    private static TimeSpan? Milliseconds(string value, int most) =>
        int.TryParse(value, out var ms) && ms >= 100 && ms <= most ? TimeSpan.FromMilliseconds(ms) : null;

    private static HashSet<string>? Policy(string value)
    {
        var named = value.Split(',').SelectMany(word => word == "all" ? Policies : [word]).ToHashSet();
        return named.IsSubsetOf(Policies) ? named : null;
    }
}
