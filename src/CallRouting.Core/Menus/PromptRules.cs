using CallRouting.Core.Calls;

namespace CallRouting.Core.Menus;

/// <summary>What the prompts of all languages must keep.</summary>
public static class PromptRules
{
    // A caller is never led to believe that others than Nav and the municipality owe help (report 5/2021).
    private static readonly string[] Steering =
    [
        "frivillig",
        "friviljug",
        "Kirkens",
        "Kyrkja",
        "Frelsesarm",
        "Blå Kors",
        "Blå Kross",
        "Røde Kors",
        "Raude Kross",
        "Fattighus",
        "Caritas",
        "matutdeling",
        "ideelle organisasjon",
        "volunteer",
        "voluntary",
        "charit",
        "Salvation Army",
        "Red Cross",
        "Blue Cross",
        "food bank",
    ];

    // Who calls has a telephone, perhaps no more than that: no path ends at a web page.
    private static readonly string[] WebPages =
    [
        "http",
        "www",
        ".no",
        ".com",
        "nav punktum",
        "nettsid",
        "nettstad",
        "hjemmesid",
        "heimesid",
        "internett",
        "web page",
        "webpage",
        "website",
        "nav dot",
        "online",
    ];

    /// <param name="prompts">Of every language whose file could be read.</param>
    /// <param name="said">Every prompt that some node of some flow says.</param>
    public static IReadOnlyList<FlowFault> Faults(
        IReadOnlyDictionary<Language, IReadOnlyDictionary<string, Prompt>> prompts,
        IReadOnlySet<string> said
    )
    {
        var all = prompts.Values.SelectMany(language => language.Keys).Distinct().Order(StringComparer.Ordinal).ToList();
        return
        [
            .. Prompts.Required.Except(all).Select(MissingEverywhere),
            .. from id in all from language in prompts.Keys from fault in Compared(id, language, prompts) select fault,
            .. from language in prompts
            from prompt in language.Value
            from fault in Own(language.Key, prompt.Key, prompt.Value)
            select fault,
            .. from language in prompts from id in language.Value.Keys where IsUnused(id, said) select Unused(language.Key, id),
        ];
    }

    private static FlowFault MissingEverywhere(string id) =>
        new(new Spot.InPrompts(Language.Bokmal), $"prompt \"{id}\" is missing, and the product says it. Add it in every language.");

    // Every language against the first that has the prompt: the same prompts, the same variables.
    private static IEnumerable<FlowFault> Compared(
        string id,
        Language language,
        IReadOnlyDictionary<Language, IReadOnlyDictionary<string, Prompt>> prompts
    )
    {
        var first = prompts.Keys.InOrder().First(each => prompts[each].ContainsKey(id));
        var model = prompts[first];
        if (!prompts[language].TryGetValue(id, out var prompt))
        {
            yield return new(
                new Spot.InPrompts(language),
                $"prompt \"{id}\" is missing in {language.Code()}. It exists in {first.Code()}."
            );
            yield break;
        }

        foreach (var variable in Variables.In(model[id].Text).Except(Variables.In(prompt.Text)).Where(Variables.IsKnown))
            yield return new(
                new Spot.InPrompt(language, id),
                $"prompt \"{id}\" does not say {{{variable}}} in {language.Code()}, but in {first.Code()}. Add it, or remove it there."
            );
        foreach (var variable in Variables.In(prompt.Text).Except(Variables.In(model[id].Text)).Where(Variables.IsKnown))
            yield return new(
                new Spot.InPrompt(language, id),
                $"prompt \"{id}\" says {{{variable}}} in {language.Code()}, but not in {first.Code()}. Remove it, or add it there."
            );
    }

    private static IEnumerable<FlowFault> Own(Language language, string id, Prompt prompt)
    {
        var at = new Spot.InPrompt(language, id);
        if (string.IsNullOrWhiteSpace(prompt.Text))
            yield return new(at, $"prompt \"{id}\" is empty. Write what the caller hears.");
        foreach (var variable in Variables.In(prompt.Text).Where(name => !Variables.IsKnown(name)))
            yield return new(at, $"prompt \"{id}\" has an unknown variable {{{variable}}}. Known are {Known()}.");
        foreach (var objection in Objections(prompt.Text))
            yield return new(at, $"prompt \"{id}\" {objection}");
    }

    /// <summary>What may not be said to a caller, whoever wrote it; each as the rest of a sentence about the text.</summary>
    public static IEnumerable<string> Objections(string text) =>
        [
            .. Steering
                .Where(words => text.Contains(words, StringComparison.OrdinalIgnoreCase))
                .Select(words =>
                    $"steers callers to voluntary organisations (\"{words}\"). Say what the Nav office and the municipality do."
                ),
            .. WebPages
                .Where(words => text.Contains(words, StringComparison.OrdinalIgnoreCase))
                .Select(words => $"leads callers to a web page (\"{words}\"). Say what they can do by telephone."),
        ];

    private static bool IsUnused(string id, IReadOnlySet<string> said) =>
        !said.Contains(id) && !Prompts.Required.Contains(id) && !Prompts.Optional.Contains(id);

    private static FlowFault Unused(Language language, string id) =>
        new(new Spot.InPrompt(language, id), $"prompt \"{id}\" is said nowhere. Let a node say it, or remove it.");

    private static string Known() => string.Join(", ", Variables.Names.Append($"{Variables.OtherNumber}…").Select(name => $"{{{name}}}"));
}
