using CallRouting.Core.Calls;
using CallRouting.Core.Menus;

namespace CallRouting.Server.Menus;

/// <summary>The prompts and words of a folder, one file for each language. Which languages there are, the files say.</summary>
internal sealed class PromptFiles
{
    private readonly Dictionary<Language, FileNotes> notes = [];

    public required IReadOnlyList<Language> Languages { get; init; }

    public Dictionary<Language, IReadOnlyDictionary<string, Prompt>> Prompts { get; } = [];

    public Dictionary<Language, LanguageWords> Words { get; } = [];

    public IEnumerable<string> Ids => Prompts.Values.SelectMany(language => language.Keys);

    private List<FileFault> Strangers { get; } = [];

    public static PromptFiles Read(string folder, string shown)
    {
        var prompts = Path.Combine(folder, "prompts");
        var names = Directory.Exists(prompts)
            ? Directory.GetFiles(prompts, "*.yaml").Select(file => Path.GetFileNameWithoutExtension(file)).ToList()
            : [];
        // Bokmål is what our own people hear, whatever callers speak.
        var languages = names.Select(Core.Calls.Languages.OfCode).OfType<Language>().Append(Language.Bokmal).Distinct().InOrder().ToList();
        var files = new PromptFiles { Languages = languages };
        foreach (var stranger in names.Where(name => Core.Calls.Languages.OfCode(name) is null).Order(StringComparer.Ordinal))
            files.Strangers.Add(
                new FileFault(
                    $"{shown}/prompts/{stranger}.yaml",
                    1,
                    $"\"{stranger}\" is no language's code. Call the file by two or three small letters, as nb.yaml."
                )
            );
        foreach (var language in languages)
            files.Read(Path.Combine(prompts, $"{language.Code()}.yaml"), $"{shown}/prompts/{language.Code()}.yaml", language);
        return files;
    }

    /// <param name="said">Every prompt that some node says.</param>
    public IEnumerable<FileFault> Faults(IReadOnlySet<string> said) =>
        [
            .. Strangers,
            .. notes.Values.SelectMany(note => note.Faults),
            .. PromptRules.Faults(Prompts, said).Select(Located),
            .. Words
                .Where(words => words.Value != LanguageWords.None)
                .SelectMany(words => WordRules.Faults(words.Key, words.Value, Languages))
                .Select(Located),
        ];

    private FileFault Located(FlowFault fault) =>
        notes[
            fault.At switch
            {
                Spot.InPrompt prompt => prompt.Language,
                Spot.InPrompts prompts => prompts.Language,
                Spot.InWords words => words.Language,
                _ => Language.Bokmal,
            }
        ]
            .Located(fault);

    private void Read(string file, string shown, Language language)
    {
        var note = notes[language] = new FileNotes(shown, Languages);
        if (File.Exists(file) && FlowFiles.Parse(file, note) is var read && !note.IsUnreadable)
        {
            Prompts[language] = PromptReader.Read(read, language, note);
            Words[language] = WordReader.Read(read, language, note);
        }
        else if (!note.IsUnreadable)
            note.Unreadable(1, $"the file is missing. Every prompt must exist in {language.Code()}.");
    }
}
