using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CallRouting.Core.Calls;

namespace CallRouting.Core.Menus;

/// <summary>
/// A flow as one text, to be stored and walked again years later. Canonical: the same content gives the same text,
/// whatever the order in the files.
/// </summary>
public static class FlowText
{
    private static readonly JsonSerializerOptions Canonical = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    public static string Write(Flow flow) => Write(flow.Content);

    /// <exception cref="JsonException">The text is no flow.</exception>
    public static Flow Read(string text) =>
        new(JsonSerializer.Deserialize<FlowContent>(text, Canonical) ?? throw new JsonException("The text holds no flow."));

    internal static string Write(FlowContent content) =>
        JsonSerializer.Serialize(
            content with
            {
                Entries = Sorted(content.Entries),
                Numbers = Sorted(content.Numbers),
                Nodes = Sorted(content.Nodes.ToDictionary(node => node.Key, node => WithSortedKeys(node.Value))),
                Prompts = content
                    .Prompts.Keys.InOrder()
                    .ToDictionary(
                        language => language,
                        IReadOnlyDictionary<string, Prompt> (language) => Sorted(content.Prompts[language])
                    ),
                Words = content.Words.Keys.InOrder().ToDictionary(language => language, language => Sorted(content.Words[language])),
            },
            Canonical
        );

    private static Node WithSortedKeys(Node node) => node is Node.Asking asking ? asking with { Keys = Sorted(asking.Keys) } : node;

    private static LanguageWords Sorted(LanguageWords words) =>
        words with
        {
            Texts = Sorted(words.Texts),
            Languages = words.Languages.Keys.InOrder().ToDictionary(language => language, language => words.Languages[language]),
        };

    private static SortedDictionary<string, T> Sorted<T>(IReadOnlyDictionary<string, T> unsorted) =>
        new(unsorted.ToDictionary(), StringComparer.Ordinal);
}
