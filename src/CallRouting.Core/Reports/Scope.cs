namespace CallRouting.Core.Reports;

public enum ScopeKind
{
    Office,
    Municipality,
    County,
    Country,
}

/// <summary>Of whom figures are asked.</summary>
/// <param name="Key">An office's unit number, a municipality's four digits, a county's name as the registers have it; empty for the country.</param>
public sealed record Scope(ScopeKind Kind, string Key)
{
    public static Scope Country { get; } = new(ScopeKind.Country, "");

    public static Scope Office(string unit) => new(ScopeKind.Office, unit);

    /// <summary>By where the caller was, whichever office answered.</summary>
    public static Scope Municipality(string number) => new(ScopeKind.Municipality, number);

    public static Scope County(string name) => new(ScopeKind.County, name);

    /// <summary>As <see cref="ToString"/> writes it: office:0104, municipality:3002, county:Østfold, country. Null for anything else.</summary>
    public static Scope? Read(string text) =>
        text.Split(':', 2) switch
        {
            ["country"] => Country,
            ["office", { Length: > 0 } unit] => Office(unit),
            ["municipality", { Length: > 0 } number] => Municipality(number),
            ["county", { Length: > 0 } name] => County(name),
            _ => null,
        };

    public override string ToString() => Kind == ScopeKind.Country ? "country" : $"{Kind.ToString().ToLowerInvariant()}:{Key}";
}
