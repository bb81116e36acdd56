using System.Text.RegularExpressions;

namespace CallRouting.PhoneNetwork.Twiml;

/// <summary>The languages and voices that the provider speaks and the product may ask for (contract §2.2). Neither nynorsk nor Sámi is among them.</summary>
internal static partial class Voices
{
    /// <summary>Characters of one Say; the figure is unverified.</summary>
    public const int LongestText = 4096;

    private static readonly string[] Languages = ["nb-NO", "en-GB", "en-US"];

    public static Warning? Objection(string? language, string? voice)
    {
        if (language is not null && !Languages.Contains(language))
            return new Warning(
                13512,
                $"no voice speaks \"{language}\"; allowed are {string.Join(", ", Languages)}. Read nynorsk with nb-NO."
            );
        if (voice is null)
            return null;
        if (SpokenBy(voice) is not { } spoken)
            return new Warning(
                13511,
                $"\"{voice}\" is no voice; allowed are Polly.Liv, Polly.Ida-Neural, Google.nb-NO-Wavenet-A and their like."
            );
        if (spoken.Length > 0 && language is not null && language != spoken)
            return new Warning(13511, $"the voice \"{voice}\" does not speak {language} but {spoken}.");
        return null;
    }

    public static string LanguageOf(string? voice) => voice is not null && SpokenBy(voice) is { Length: > 0 } spoken ? spoken : "en-US";

    // Empty: the old voices, which speak whatever language is asked for.
    private static string? SpokenBy(string voice) =>
        voice switch
        {
            "man" or "woman" or "alice" => "",
            "Polly.Liv" or "Polly.Ida-Neural" => "nb-NO",
            "Polly.Amy" or "Polly.Brian" or "Polly.Emma" => "en-GB",
            "Polly.Amy-Neural" or "Polly.Arthur-Neural" or "Polly.Brian-Neural" or "Polly.Emma-Neural" or "Polly.Amy-Generative" => "en-GB",
            "Polly.Joanna" or "Polly.Matthew" or "Polly.Joanna-Neural" or "Polly.Matthew-Neural" => "en-US",
            _ when GoogleNorwegian().IsMatch(voice) => "nb-NO",
            _ when GoogleBritish().IsMatch(voice) => "en-GB",
            _ => null,
        };

    [GeneratedRegex("^Google\\.nb-NO-(Standard|Wavenet)-[A-G]$")]
    private static partial Regex GoogleNorwegian();

    [GeneratedRegex("^Google\\.en-GB-((Standard|Wavenet|Neural2)-[ABCDFNO]|Chirp3-HD-[A-Za-z]+)$")]
    private static partial Regex GoogleBritish();
}
