using CallRouting.Core.Calls;
using CallRouting.Core.Menus;

namespace CallRouting.Server.Menus;

/// <summary>The prompts of one language's file.</summary>
internal static class PromptReader
{
    public static Dictionary<string, Prompt> Read(YamlValue file, Language language, FileNotes notes)
    {
        var fields = Fields.Of(file, "a prompt file", notes, "language", "words", "prompts");
        if (fields.Text("language") != language.Code())
            notes.Fault(fields.Value("language") ?? file, $"\"language\" must be {language.Code()}, as the file's name says.");
        if (fields.Value("prompts") is not { } value)
        {
            notes.Fault(file, "there are no prompts. Add \"prompts\".");
            return [];
        }

        var prompts = Fields.Of(value, "\"prompts\"", notes);
        foreach (var id in prompts.Names)
            notes.Stands(new Spot.InPrompt(language, id), prompts.Key(id)!);
        return prompts.Names.ToDictionary(id => id, id => Prompt(prompts, id, notes));
    }

    private static Prompt Prompt(Fields prompts, string id, FileNotes notes)
    {
        if (prompts.Value(id) is not YamlValue.Map map)
            return new Prompt(prompts.Text(id) ?? "");

        var parts = Fields.Of(map, $"prompt \"{id}\"", notes, "in", "text");
        var spokenIn = notes.Spoken(parts.Text("in"));
        if (spokenIn is null)
            notes.Fault(map, $"\"in\" of prompt \"{id}\" must be the language of its text. There are {notes.Codes}.");
        return new Prompt(parts.Text("text") ?? "", spokenIn);
    }
}
