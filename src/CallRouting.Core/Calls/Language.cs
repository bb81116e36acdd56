namespace CallRouting.Core.Calls;

/// <summary>The languages that every prompt exists in. Sámi has only verified strings, and no prompt is one yet.</summary>
public enum Language
{
    Bokmal,
    Nynorsk,
    English,
}

public static class Languages
{
    public static IReadOnlyList<Language> All { get; } = [Language.Bokmal, Language.Nynorsk, Language.English];

    /// <summary>Short code used in files, URLs and answers: nb, nn or en.</summary>
    public static string Code(this Language language) =>
        language switch
        {
            Language.Nynorsk => "nn",
            Language.English => "en",
            _ => "nb",
        };

    /// <summary>The language of a code, or null for a code we do not speak.</summary>
    public static Language? OfCode(string? code) =>
        code switch
        {
            "nb" => Language.Bokmal,
            "nn" => Language.Nynorsk,
            "en" => Language.English,
            _ => null,
        };
}
