using System.Text.Json;

namespace CallRouting.Server.Reports;

/// <summary>The words of definitions, in files beside this one: one for each language, each with every definition.</summary>
public sealed class DefinitionWords
{
    private static readonly string[] Languages = ["nb", "nn", "en"];

    private readonly Dictionary<string, IReadOnlyDictionary<string, DefinitionText>> words = Languages.ToDictionary(code => code, Read);

    /// <summary>By the definition's key; null for a language that there are no words in.</summary>
    public IReadOnlyDictionary<string, DefinitionText>? In(string language) => words.GetValueOrDefault(language);

    private static IReadOnlyDictionary<string, DefinitionText> Read(string code)
    {
        var assembly = typeof(DefinitionWords).Assembly;
        var name = assembly.GetManifestResourceNames().Single(name => name.EndsWith($"definitions.{code}.json", StringComparison.Ordinal));
        using var file = assembly.GetManifestResourceStream(name)!;
        return JsonSerializer.Deserialize<Dictionary<string, DefinitionText>>(file, JsonSerializerOptions.Web)!;
    }
}

public sealed record DefinitionText(string Name, string Meaning, string Example);
