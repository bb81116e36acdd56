using System.Text;
using System.Text.Json;

namespace CallRouting.Server.Rosters;

/// <summary>A JSON value that knows where in its text it stands, so that a fault can name the line.</summary>
internal sealed record JsonSpot(string Path, int Line, JsonTokenType Kind)
{
    /// <summary>The text of a string, or a number as it is written; otherwise empty.</summary>
    public string Text { get; private init; } = "";

    public IReadOnlyDictionary<string, JsonSpot> Members { get; private init; } = new Dictionary<string, JsonSpot>();

    public IReadOnlyList<JsonSpot> Items { get; private init; } = [];

    /// <exception cref="JsonException">The text is not JSON, or an object names a member twice.</exception>
    public static JsonSpot Parse(ReadOnlySpan<byte> utf8)
    {
        // Some editors begin a file with a byte-order mark, which is not JSON.
        utf8 = utf8.StartsWith(Encoding.UTF8.Preamble) ? utf8[Encoding.UTF8.Preamble.Length..] : utf8;
        var reader = new Utf8JsonReader(utf8);
        var lines = new LineCounter(utf8);
        reader.Read();
        var root = ReadValue(ref reader, ref lines, "");
        // Reading on to the end finds what stands behind the last bracket.
        reader.Read();
        return root;
    }

    private static JsonSpot ReadValue(ref Utf8JsonReader reader, ref LineCounter lines, string path)
    {
        var spot = new JsonSpot(path, lines.At(reader.TokenStartIndex), reader.TokenType);
        return reader.TokenType switch
        {
            JsonTokenType.StartObject => spot with { Members = ReadMembers(ref reader, ref lines, path) },
            JsonTokenType.StartArray => spot with { Items = ReadItems(ref reader, ref lines, path) },
            JsonTokenType.String => spot with { Text = reader.GetString()! },
            JsonTokenType.Number => spot with { Text = Encoding.UTF8.GetString(reader.ValueSpan) },
            _ => spot,
        };
    }

    private static Dictionary<string, JsonSpot> ReadMembers(ref Utf8JsonReader reader, ref LineCounter lines, string path)
    {
        var members = new Dictionary<string, JsonSpot>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString()!;
            var line = lines.At(reader.TokenStartIndex);
            reader.Read();
            if (!members.TryAdd(name, ReadValue(ref reader, ref lines, path.Length == 0 ? name : $"{path}.{name}")))
                throw new JsonException($"\"{name}\" stands twice in one object.", path, line - 1, null);
        }

        return members;
    }

    private static List<JsonSpot> ReadItems(ref Utf8JsonReader reader, ref LineCounter lines, string path)
    {
        var items = new List<JsonSpot>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            items.Add(ReadValue(ref reader, ref lines, $"{path}[{items.Count}]"));

        return items;
    }

    /// <summary>Lines from 1. Asked for places that only move forward, so each byte is looked at once.</summary>
    private ref struct LineCounter(ReadOnlySpan<byte> text)
    {
        private readonly ReadOnlySpan<byte> text = text;
        private int counted;
        private int line = 1;

        public int At(long index)
        {
            line += text[counted..(int)index].Count((byte)'\n');
            counted = (int)index;
            return line;
        }
    }
}
