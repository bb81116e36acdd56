using System.Text.Json;

namespace CallRouting.Server.Reports;

/// <summary>The headings and sentences of a printed report, in a file for each language beside the definitions'.</summary>
internal sealed class PrintedWords
{
    private readonly Dictionary<string, string> words;

    private PrintedWords(string language, Dictionary<string, string> words) => (Language, this.words) = (language, words);

    public string Language { get; }

    public string this[string key] => words[key];

    /// <param name="language">nb, nn or en.</param>
    public static PrintedWords In(string language)
    {
        var assembly = typeof(PrintedWords).Assembly;
        var name = assembly.GetManifestResourceNames().Single(name => name.EndsWith($"printed.{language}.json", StringComparison.Ordinal));
        using var file = assembly.GetManifestResourceStream(name)!;
        return new(language, JsonSerializer.Deserialize<Dictionary<string, string>>(file, JsonSerializerOptions.Web)!);
    }
}
