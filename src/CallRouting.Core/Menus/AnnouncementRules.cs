using CallRouting.Core.Calls;

namespace CallRouting.Core.Menus;

/// <summary>What may be told to all callers at once: a crisis, an outage. As strict as a prompt's rules, and short.</summary>
public static class AnnouncementRules
{
    /// <summary>Characters; some 25 seconds of speech, before anything else is heard.</summary>
    public const int LongestText = 400;

    /// <summary>What is wrong with the texts, each as a sentence with what to do; none when they may be said.</summary>
    /// <param name="texts">By the language's code.</param>
    /// <param name="languages">Those that callers can choose.</param>
    public static IReadOnlyList<string> Faults(IReadOnlyDictionary<string, string> texts, IReadOnlyCollection<Language> languages) =>
        [
            .. texts
                .Keys.Where(code => !languages.Any(language => language.Code() == code))
                .Select(code => $"\"{code}\" is no language. {Spoken(languages)}"),
            .. languages
                .Where(language => string.IsNullOrWhiteSpace(texts.GetValueOrDefault(language.Code())))
                .Select(language =>
                    $"The text in {language.Code()} is missing: every caller hears their own language. {Spoken(languages)}"
                ),
            .. from text in texts from objection in Objections(text.Value) select $"The text in {text.Key} {objection}",
        ];

    private static string Spoken(IEnumerable<Language> languages) =>
        $"The languages are {string.Join(", ", languages.Select(language => language.Code()))}.";

    private static IEnumerable<string> Objections(string text) =>
        [
            .. PromptRules.Objections(text),
            .. text.Contains('{', StringComparison.Ordinal) || text.Contains('}', StringComparison.Ordinal)
                ? ["has braces. It is said as it stands: write what the caller hears."]
                : Array.Empty<string>(),
            .. text.Length > LongestText
                ? [$"has {text.Length} characters. It may have {LongestText}: callers hear it before anything else."]
                : Array.Empty<string>(),
        ];
}

/// <summary>The timeline's words for announcements. Stored for years: add, never change.</summary>
public static class AnnouncementStories
{
    public const string On = "announcement switched on";
    public const string Off = "announcement switched off";
    public const string Heard = "announcement heard";
}
