using CallRouting.Core.Calls;
using CallRouting.Core.Menus;

namespace CallRouting.Server.Menus;

/// <summary>The prompts of a folder in every language, one file each.</summary>
internal sealed class PromptFiles
{
    private readonly Dictionary<Language, FileNotes> notes = [];

    public Dictionary<Language, IReadOnlyDictionary<string, Prompt>> Prompts { get; } = [];

    public IEnumerable<string> Ids => Prompts.Values.SelectMany(language => language.Keys);

    public static PromptFiles Read(string folder, string shown)
    {
        var files = new PromptFiles();
        foreach (var language in Enum.GetValues<Language>())
            files.Read(Path.Combine(folder, "prompts", $"{language.Code()}.yaml"), $"{shown}/prompts/{language.Code()}.yaml", language);
        return files;
    }

    /// <param name="said">Every prompt that some node says.</param>
    public IEnumerable<FileFault> Faults(IReadOnlySet<string> said) =>
        [.. notes.Values.SelectMany(note => note.Faults), .. PromptRules.Faults(Prompts, said).Select(Located)];

    private FileFault Located(FlowFault fault) =>
        notes[
            fault.At switch
            {
                Spot.InPrompt prompt => prompt.Language,
                Spot.InPrompts prompts => prompts.Language,
                _ => Language.Bokmal,
            }
        ]
            .Located(fault);

    private void Read(string file, string shown, Language language)
    {
        var note = notes[language] = new FileNotes(shown);
        if (File.Exists(file) && FlowFiles.Parse(file, note) is var read && !note.IsUnreadable)
            Prompts[language] = PromptReader.Read(read, language, note);
        else if (!note.IsUnreadable)
            note.Unreadable(1, $"the file is missing. Every prompt must exist in {language.Code()}.");
    }
}
