using CallRouting.Core.Calls;

namespace CallRouting.Core.Menus;

/// <summary>
/// A menu: its nodes, where a call enters it, and its prompts in every language. Immutable, and one content has one hash,
/// so that a call goes on in the flow it began in after the file has changed.
/// </summary>
public sealed class Flow(FlowContent content)
{
    private readonly Lazy<FlowHash> hash = new(() => FlowHash.Of(FlowText.Write(content)));

    public FlowContent Content => content;

    public string Name => content.Name;

    public FlowHash Hash => hash.Value;

    public Node this[string node] => content.Nodes[node];

    /// <summary>The node where an entry begins, for example "start". See <see cref="Calls.Entries"/>.</summary>
    public string EntryNode(string entry) =>
        content.Entries.TryGetValue(entry, out var node)
            ? node
            : throw new ArgumentException($"Flow \"{Name}\" has no entry \"{entry}\".", nameof(entry));

    /// <summary>The languages that callers can choose, bokmål first.</summary>
    public IEnumerable<Language> Languages => content.Prompts.Keys.InOrder();

    public LanguageWords WordsOf(Language language) => content.Words.GetValueOrDefault(language, LanguageWords.None);

    /// <summary>A prompt with everything filled in.</summary>
    /// <exception cref="ArgumentException">The flow has no such prompt.</exception>
    public Spoken Say(string promptId, Language language, SpokenFacts facts)
    {
        if (!content.Prompts[language].TryGetValue(promptId, out var prompt))
            throw new ArgumentException($"Flow \"{Name}\" has no prompt \"{promptId}\" in {language.Code()}.", nameof(promptId));

        var spokenIn = prompt.In ?? language;
        var words = WordsOf(spokenIn);
        return new Spoken(
            promptId,
            spokenIn,
            Variables.Fill(prompt.Text, new Phrases(words), facts with { Numbers = content.Numbers }),
            words.Voice
        );
    }
}

/// <summary>What a flow is made of.</summary>
/// <param name="Entries">From the entry's name to a node.</param>
public sealed record FlowContent(
    string Name,
    IReadOnlyDictionary<string, string> Entries,
    IReadOnlyDictionary<string, Node> Nodes,
    IReadOnlyDictionary<Language, IReadOnlyDictionary<string, Prompt>> Prompts
)
{
    /// <summary>Other services that callers can be sent on to, by the name that nodes and prompts use.</summary>
    public IReadOnlyDictionary<string, OtherNumber> Numbers { get; init; } = new Dictionary<string, OtherNumber>();

    /// <summary>Days, times and the voice of each language.</summary>
    public IReadOnlyDictionary<Language, LanguageWords> Words { get; init; } = new Dictionary<Language, LanguageWords>();
}

/// <summary>A number of somebody else's.</summary>
/// <param name="Name">Who answers there, for people who read the timeline: Nav pensjon.</param>
public sealed record OtherNumber(string Name, PhoneNumber Number);

/// <summary>The words of a prompt, with its variables in braces.</summary>
/// <param name="In">A language other than the file's, for the one sentence that offers it.</param>
public sealed record Prompt(string Text, Language? In = null);
