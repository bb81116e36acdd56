using CallRouting.Core.Calls;
using CallRouting.Core.Menus;

namespace CallRouting.Server.Menus;

/// <summary>Where something leads: a node's name, or that with what it settles.</summary>
internal static class ExitReader
{
    public static Exit Read(YamlValue value, string subject, FileNotes notes) =>
        value is YamlValue.Scalar scalar ? new Exit(scalar.Text, []) : Of(Fields.Of(value, subject, notes, "to", "do", "speak"), notes);

    /// <summary>The exit among the fields of something that may have more.</summary>
    public static Exit Of(Fields fields, FileNotes notes) => new(fields.Text("to") ?? "", fields.Words<Act>("do"), Speak(fields, notes));

    private static Dictionary<Language, Language>? Speak(Fields fields, FileNotes notes)
    {
        if (fields.Value("speak") is not { } value)
            return null;
        if (value is YamlValue.Scalar { Text: var all })
            return LanguageOf(all, value, notes) is { } language ? notes.Languages.ToDictionary(from => from, _ => language) : null;

        var speak = Fields.Of(value, "\"speak\"", notes, [.. notes.Languages.Select(language => language.Code())]);
        return speak
            .Names.Select(from => (From: notes.Spoken(from)!.Value, To: LanguageOf(speak.Text(from), speak.Value(from)!, notes)))
            .Where(change => change.To is not null)
            .ToDictionary(change => change.From, change => change.To!.Value);
    }

    private static Language? LanguageOf(string? code, YamlValue at, FileNotes notes)
    {
        if (notes.Spoken(code) is { } language)
            return language;

        notes.Fault(at, $"\"{code}\" is no language that there are prompts in. There are {notes.Codes}.");
        return null;
    }
}
