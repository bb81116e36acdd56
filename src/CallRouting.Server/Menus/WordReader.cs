using CallRouting.Core.Calls;
using CallRouting.Core.Menus;

namespace CallRouting.Server.Menus;

/// <summary>The words of one language's file: days, times, deadlines, and its voice.</summary>
internal static class WordReader
{
    public static LanguageWords Read(YamlValue file, Language language, FileNotes notes)
    {
        if ((file as YamlValue.Map)?.Pairs.FirstOrDefault(pair => pair.Key.Text == "words").Value is not { } value)
        {
            notes.Fault(file, "there are no words for days, times and deadlines. Add \"words\", as the other languages have them.");
            return LanguageWords.None;
        }

        var fields = Fields.Of(value, "\"words\"", notes, ["voice", "weekdays", "months", "languages", .. WordNames.All.Keys]);
        foreach (var name in fields.Names)
            notes.Stands(new Spot.InWords(language, name), fields.Key(name)!);
        return new LanguageWords
        {
            Voice = Voice(fields, notes),
            Weekdays = fields.Texts("weekdays"),
            Months = fields.Texts("months"),
            Languages = Names(fields, notes),
            Texts = WordNames.All.Keys.Where(fields.Has).ToDictionary(name => name, name => fields.Text(name) ?? ""),
        };
    }

    private static SpeechVoice? Voice(Fields words, FileNotes notes)
    {
        if (words.Value("voice") is not { } value)
            return null;

        var voice = Fields.Of(value, "\"voice\"", notes, "locale", "name");
        return new SpeechVoice(voice.Text("locale") ?? "", voice.Text("name") ?? "");
    }

    private static Dictionary<Language, string> Names(Fields words, FileNotes notes)
    {
        if (words.Value("languages") is not { } value)
            return [];

        var names = Fields.Of(value, "\"languages\"", notes, [.. notes.Languages.Select(language => language.Code())]);
        return names.Names.ToDictionary(code => notes.Spoken(code)!.Value, code => names.Text(code) ?? "");
    }
}
