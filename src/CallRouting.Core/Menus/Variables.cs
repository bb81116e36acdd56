using System.Text.RegularExpressions;
using CallRouting.Core.Calls;

namespace CallRouting.Core.Menus;

/// <summary>The variables a prompt may use, the same names in every language. ivr-flows/README.md tells them to authors.</summary>
public static partial class Variables
{
    private static readonly Dictionary<string, Func<SpokenFacts, Phrases, string?>> Values = new(StringComparer.Ordinal)
    {
        ["kontor"] = (facts, _) => facts.Office ?? "Nav",
        ["kommune"] = (facts, phrases) => facts.Municipality ?? phrases.UnknownMunicipality,
        ["fylke"] = (facts, _) => facts.County,
        ["sted"] = (facts, phrases) => phrases.Place(facts.Municipality, facts.County),
        ["bydel"] = (facts, _) => facts.District,
        ["postnummer"] = (facts, _) => Phrases.OneByOne(facts.Postcode),
        ["siffer"] = (facts, _) => Phrases.OneByOne(facts.Digits),
        ["kode"] = (facts, _) => facts.IsWritten ? facts.Code : Phrases.OneByOne(facts.Code),
        ["sluttsiffer"] = (facts, _) => Phrases.OneByOne(facts.NumberEnding),
        ["n"] = (facts, _) => facts.Count?.ToString(),
        ["ventetid"] = (facts, phrases) => facts.Wait is { } wait ? phrases.Minutes(wait) : null,
        ["dag"] = (facts, phrases) => facts.At is { } at ? phrases.Day(at, facts.Now) : null,
        ["tid"] = (facts, phrases) => facts.At is { } at ? phrases.Time(at) : null,
        ["når"] = (facts, phrases) => facts.At is { } at ? phrases.When(at, facts.Now) : null,
        ["frist"] = (facts, phrases) => facts.Due is { } due ? phrases.Deadline(due, facts.Now) : null,
        ["nummer"] = (facts, _) => facts.NumberShown,
        ["vaktlinje"] = (facts, _) => facts.Line,
        ["vaktnummer"] = (facts, _) => Phrases.OneByOne(facts.EmergencyNumber()?.NationalDigits),
        ["tolk"] = (facts, _) => facts.Interpreter,
        ["hast"] = (facts, phrases) => phrases.Urgency(facts.Urgency),
        ["språk"] = (facts, phrases) => phrases.NameOf(facts.CallerLanguage),
    };

    /// <summary>Before the name of one of the flow's numbers: {nummer_pensjon}.</summary>
    public const string OtherNumber = "nummer_";

    public static IReadOnlyCollection<string> Names => Values.Keys;

    /// <summary>Whether some flow may know it; which numbers exist is each flow's own.</summary>
    internal static bool IsKnown(string name) => Names.Contains(name) || name.StartsWith(OtherNumber, StringComparison.Ordinal);

    /// <summary>The variables of a text, also unknown ones, each once.</summary>
    public static IReadOnlyList<string> In(string text) => [.. Braces().Matches(text).Select(match => match.Groups[1].Value).Distinct()];

    /// <summary>The text with its variables filled in.</summary>
    /// <exception cref="ArgumentException">A variable is unknown, or the facts do not tell it: a mistake of the caller of this.</exception>
    public static string Fill(string text, Phrases phrases, SpokenFacts facts) =>
        Braces().Replace(text, match => Value(match.Groups[1].Value, phrases, facts));

    /// <summary>Whether the menu can say this variable by what is known; the rest is only for prompts that the server says.</summary>
    internal static bool IsTold(string name, Known known) =>
        name switch
        {
            "fylke" or "postnummer" => known.HasFlag(Known.Postcode),
            "siffer" => known.HasFlag(Known.Digits),
            "kode" => known.HasFlag(Known.Code),
            "sluttsiffer" => known.HasFlag(Known.NumberEnding),
            "vaktnummer" => known.HasFlag(Known.EmergencyNumber),
            "bydel" or "n" => known.HasFlag(Known.District),
            "ventetid" or "tolk" or "vaktlinje" => false,
            _ => true,
        };

    private static string Value(string name, Phrases phrases, SpokenFacts facts) =>
        (Values.TryGetValue(name, out var value) ? value(facts, phrases) : NumberNamed(name, facts))
        ?? throw new ArgumentException($"Nothing is known to say for {{{name}}}.", nameof(name));

    private static string? NumberNamed(string name, SpokenFacts facts) =>
        name.StartsWith(OtherNumber, StringComparison.Ordinal) && facts.Numbers.TryGetValue(name[OtherNumber.Length..], out var other)
            ? Phrases.OneByOne(other.Number.NationalDigits)
            : null;

    [GeneratedRegex(@"\{([^{}]*)\}")]
    private static partial Regex Braces();
}
