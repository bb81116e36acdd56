using CallRouting.Core.Calls;

namespace CallRouting.Core.Menus;

/// <summary>What is put together in one language: days, times, deadlines, and the voice that reads it all. Content, as prompts are.</summary>
public sealed record LanguageWords
{
    /// <summary>Of a language that has none: nothing can be put together in it.</summary>
    public static LanguageWords None { get; } = new();

    public SpeechVoice? Voice { get; init; }

    /// <summary>From Monday to Sunday.</summary>
    public IReadOnlyList<string> Weekdays { get; init; } = [];

    /// <summary>From January to December.</summary>
    public IReadOnlyList<string> Months { get; init; } = [];

    /// <summary>What officers hear of a caller's language, in this one.</summary>
    public IReadOnlyDictionary<Language, string> Languages { get; init; } = new Dictionary<Language, string>();

    /// <summary>The rest, by its name in the file; see <see cref="WordNames"/>.</summary>
    public IReadOnlyDictionary<string, string> Texts { get; init; } = new Dictionary<string, string>();
}

/// <summary>Who reads a text aloud, in the phone provider's words.</summary>
/// <param name="Locale">For example nb-NO. Nynorsk has no voice of its own: nb-NO reads it (contract §2.2).</param>
/// <param name="Name">For example Polly.Ida-Neural.</param>
public sealed record SpeechVoice(string Locale, string Name);

/// <summary>The words that every language must have, and what each may be made of.</summary>
public static class WordNames
{
    public const string Today = "today";
    public const string Date = "date";
    public const string Clock = "clock";
    public const string FullHour = "full_hour";
    public const string When = "when";
    public const string WhenToday = "when_today";
    public const string Due = "due";
    public const string DueToday = "due_today";
    public const string Place = "place";
    public const string UnknownMunicipality = "unknown_municipality";
    public const string LessThanAMinute = "less_than_a_minute";
    public const string OneMinute = "one_minute";
    public const string Minutes = "minutes";
    public const string Urgent = "urgent";
    public const string CanWait = "can_wait";
    public const string UrgencyNotStated = "urgency_not_stated";

    private static readonly string[] Times = ["time", "time12", "minutt", "am_pm"];

    /// <summary>Each word, and the variables that it may have.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> All { get; } =
        new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
        {
            [Today] = [],
            [Date] = ["ukedag", "dato", "måned"],
            [Clock] = Times,
            [FullHour] = Times,
            [When] = ["dag", "tid"],
            [WhenToday] = ["tid"],
            [Due] = ["dag", "tid"],
            [DueToday] = ["tid"],
            [Place] = ["kommune", "fylke"],
            [UnknownMunicipality] = [],
            [LessThanAMinute] = [],
            [OneMinute] = [],
            [Minutes] = ["n"],
            [Urgent] = [],
            [CanWait] = [],
            [UrgencyNotStated] = [],
        };
}
