using System.Text.RegularExpressions;

namespace CallRouting.PhoneNetwork.Phones;

/// <summary>Reads numbers as people write them.</summary>
internal static partial class PhoneNumbers
{
    /// <summary>E.164 of "55 55 33 33", "0047…", "47…" or "+47…"; null when it is none.</summary>
    public static string? Normalise(string? text)
    {
        var bare = Separators().Replace(text ?? "", "");
        var number = bare switch
        {
            ['+', ..] => bare,
            ['0', '0', ..] => "+" + bare[2..],
            { Length: 8 } => "+47" + bare,
            _ => "+" + bare,
        };
        return E164().IsMatch(number) ? number : null;
    }

    public static bool IsE164(string text) => E164().IsMatch(text);

    [GeneratedRegex(@"[\s\u00A0\-.()]")]
    private static partial Regex Separators();

    [GeneratedRegex(@"^\+[1-9]\d{6,14}$")]
    private static partial Regex E164();
}
