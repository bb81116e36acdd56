using CallRouting.Core.Calls;

namespace CallRouting.Core.Menus;

/// <summary>What the words of a language must keep, so that every day, time and deadline can be said in it.</summary>
public static class WordRules
{
    // Read by a voice that the provider does not have, a caller would hear nothing (contract §2.2).
    private static readonly string[] WithoutVoice = ["nn-NO", "se-NO"];

    /// <param name="spoken">Every language that callers can choose.</param>
    public static IEnumerable<FlowFault> Faults(Language language, LanguageWords words, IReadOnlyCollection<Language> spoken) =>
        [
            .. Voice(language, words.Voice),
            .. Count(language, "weekdays", words.Weekdays, 7, "from Monday to Sunday"),
            .. Count(language, "months", words.Months, 12, "from January to December"),
            .. spoken
                .Except(words.Languages.Keys)
                .InOrder()
                .Select(missing =>
                    At(
                        language,
                        "languages",
                        $"\"languages\" in {language.Code()} does not name {missing.Code()}. Officers hear it: add what {missing.Code()} is called."
                    )
                ),
            .. WordNames.All.SelectMany(word => Text(language, word.Key, word.Value, words)),
        ];

    private static IEnumerable<FlowFault> Voice(Language language, SpeechVoice? voice)
    {
        if (voice is null || voice.Name.Length == 0 || voice.Locale is not [_, _, '-', _, _])
            yield return At(
                language,
                "voice",
                $"there is no voice for {language.Code()}. Add it to \"words\": voice: {{ locale: nb-NO, name: Polly.Ida-Neural }}."
            );
        else if (WithoutVoice.Contains(voice.Locale))
            yield return At(
                language,
                "voice",
                $"the phone provider has no voice for {voice.Locale}. Nynorsk is read by a voice for nb-NO; Northern Sámi cannot be read aloud."
            );
    }

    private static IEnumerable<FlowFault> Count(Language language, string name, IReadOnlyList<string> words, int wanted, string order)
    {
        if (words.Count != wanted || words.Any(string.IsNullOrWhiteSpace))
            yield return At(language, name, $"\"{name}\" in {language.Code()} has {words.Count} words. Write {wanted}, {order}.");
    }

    private static IEnumerable<FlowFault> Text(Language language, string name, IReadOnlyList<string> allowed, LanguageWords words)
    {
        if (!words.Texts.TryGetValue(name, out var text) || string.IsNullOrWhiteSpace(text))
        {
            yield return At(
                language,
                name,
                $"\"{name}\" is missing in the words of {language.Code()}. Write it as the other languages do."
            );
            yield break;
        }

        foreach (var variable in Variables.In(text).Except(allowed))
            yield return At(
                language,
                name,
                $"\"{name}\" in {language.Code()} has {{{variable}}}, which is not known there. {Known(allowed)}"
            );
    }

    private static string Known(IReadOnlyList<string> allowed) =>
        allowed.Count == 0 ? "It has no variables." : $"Known are {string.Join(", ", allowed.Select(name => $"{{{name}}}"))}.";

    private static FlowFault At(Language language, string word, string message) => new(new Spot.InWords(language, word), message);
}
