using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using CallRouting.Core.Calls;
using CallRouting.Core.Menus;
using CallRouting.Server.Menus;

namespace CallRouting.Scenarios.Day;

/// <summary>Which prompt words belong to, as people recognise a question whatever names and numbers are in it.</summary>
public sealed partial class Prompted
{
    private readonly Dictionary<string, string> whole = [];
    private readonly List<(Regex Words, string Prompt)> patterns = [];
    private readonly ConcurrentDictionary<string, string?> known = [];

    public Prompted(string flowFolder)
    {
        foreach (
            var (id, prompt) in FlowFiles
                .Read(flowFolder, new NumberPlan([], demoNumbers: true))
                .Flows.Single(flow => flow.Name == "national")
                .Content.Prompts.Values.SelectMany(each => each)
        )
        {
            if (Variables.In(prompt.Text).Count == 0)
            {
                whole.TryAdd(prompt.Text, id);
            }
            else
            {
                patterns.Add((Pattern(prompt.Text), id));
            }
        }
        // "You are number 2." begins what "You are number 2. The wait is …" says in full: the longer one is tried first.
        patterns.Sort((a, b) => b.Words.ToString().Length.CompareTo(a.Words.ToString().Length));
    }

    /// <summary>The prompt's name, or null for music and whatever is none.</summary>
    public string? Name(string heard) => whole.GetValueOrDefault(heard) ?? known.GetOrAdd(heard, Match);

    /// <summary>The last number in words that were heard.</summary>
    public static int? Number(string heard) => Digits().Matches(heard) is [.., var last] ? int.Parse(last.Value) : null;

    private string? Match(string heard) => patterns.Find(pattern => pattern.Words.IsMatch(heard)).Prompt;

    private static Regex Pattern(string text) => new($"^{Braces().Replace(Regex.Escape(text), ".+?")}$", RegexOptions.CultureInvariant);

    // Regex.Escape leaves the closing brace alone.
    [GeneratedRegex(@"\\\{[^{}]*\}")]
    private static partial Regex Braces();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();
}
