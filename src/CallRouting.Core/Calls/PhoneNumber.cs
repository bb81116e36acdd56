namespace CallRouting.Core.Calls;

/// <summary>A telephone number in E.164 with its plus sign, for example +4722000000.</summary>
public readonly record struct PhoneNumber(string E164)
{
    private const string Norway = "+47";

    /// <summary>Whether the country code is Norway's. Svalbard and Jan Mayen share it.</summary>
    public bool IsNorwegian => E164.StartsWith(Norway, StringComparison.Ordinal);

    /// <summary>The digits after +47, or null for a foreign number.</summary>
    public string? NationalDigits => IsNorwegian ? E164[Norway.Length..] : null;

    /// <summary>As Norwegians print it: fixed «55 55 33 33», mobile and special «900 00 000»; anything else as it is.</summary>
    public string Display => NationalDigits is { Length: 8 } digits ? Grouped(digits) : E164;

    /// <summary>Takes an SMS: 4 and 9 by the number plan, and the demo's 1.</summary>
    public bool IsMobile => NationalDigits is { Length: 8 } and ['1' or '4' or '9', ..];

    public override string ToString() => E164;

    private static string Grouped(string digits) =>
        digits[0] is '1' or '4' or '8' or '9'
            ? $"{digits[..3]} {digits[3..5]} {digits[5..]}"
            : $"{digits[..2]} {digits[2..4]} {digits[4..6]} {digits[6..]}";
}
