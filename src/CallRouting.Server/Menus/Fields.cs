using System.Text.Json;

namespace CallRouting.Server.Menus;

/// <summary>Reads the named parts of one mapping. What is misspelt, written twice or of the wrong kind becomes a fault.</summary>
/// <param name="subject">Who has these parts, as faults say it: node "greeting".</param>
internal sealed class Fields
{
    private readonly Dictionary<string, (YamlValue.Scalar Key, YamlValue Value)> found = new(StringComparer.Ordinal);
    private readonly string subject;
    private readonly FileNotes notes;
    private readonly YamlValue.Map map;

    private Fields(YamlValue.Map map, string subject, FileNotes notes)
    {
        this.map = map;
        this.subject = subject;
        this.notes = notes;
    }

    public int Line => map.Line;

    public IEnumerable<string> Names => found.Keys;

    public static Fields Of(YamlValue value, string subject, FileNotes notes, params ReadOnlySpan<string> allowed)
    {
        var map = value as YamlValue.Map ?? new YamlValue.Map(value.Line, []);
        if (value is not YamlValue.Map)
            notes.Fault(value, $"{subject} must be a list of \"name: value\". It may have {string.Join(", ", allowed!)}.");

        var fields = new Fields(map, subject, notes);
        foreach (var pair in map.Pairs)
            fields.Take(pair, allowed);
        return fields;
    }

    public bool Has(string name) => found.ContainsKey(name);

    public YamlValue? Value(string name) => found.TryGetValue(name, out var pair) ? pair.Value : null;

    public YamlValue.Scalar? Key(string name) => found.TryGetValue(name, out var pair) ? pair.Key : null;

    public string? Text(string name) =>
        Value(name) switch
        {
            null => null,
            YamlValue.Scalar scalar => scalar.Text,
            var other => Refuse(other, name, "must be one word or sentence"),
        };

    /// <summary>One word, or several in brackets.</summary>
    public IReadOnlyList<string> Texts(string name) =>
        Value(name) switch
        {
            null or YamlValue.Scalar { Text: "" } => [],
            YamlValue.Scalar scalar => [scalar.Text],
            YamlValue.List list => [.. list.Items.OfType<YamlValue.Scalar>().Select(item => item.Text)],
            var other => Refuse(other, name, "must be one word, or several in brackets") is null ? [] : [],
        };

    /// <summary>A number of seconds or times, within what callers can bear.</summary>
    public int Number(string name, int otherwise, int from, int to)
    {
        if (Text(name) is not { } text)
            return otherwise;
        if (int.TryParse(text, out var number) && number >= from && number <= to)
            return number;

        Refuse(Value(name)!, name, $"must be a number from {from} to {to}, not \"{text}\"");
        return otherwise;
    }

    /// <summary>Words of a fixed vocabulary, written in snake case.</summary>
    public IReadOnlyList<T> Words<T>(string name)
        where T : struct, Enum => [.. Texts(name).Select(text => Word<T>(name, text)).OfType<T>()];

    public T? Word<T>(string name)
        where T : struct, Enum => Text(name) is { } text ? Word<T>(name, text) : null;

    private T? Word<T>(string name, string text)
        where T : struct, Enum
    {
        var words = Enum.GetValues<T>().ToDictionary(value => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()));
        if (words.TryGetValue(text, out var word))
            return word;

        Refuse(Value(name)!, name, $"may be {string.Join(", ", words.Keys)}, but not \"{text}\"");
        return null;
    }

    private void Take((YamlValue.Scalar Key, YamlValue Value) pair, ReadOnlySpan<string> allowed)
    {
        if (allowed.Length > 0 && !allowed.Contains(pair.Key.Text))
            notes.Fault(
                pair.Key,
                $"{subject} has \"{pair.Key.Text}\", which means nothing here. It may have {string.Join(", ", allowed!)}."
            );
        else if (!found.TryAdd(pair.Key.Text, pair))
            notes.Fault(pair.Key, $"{subject} has \"{pair.Key.Text}\" twice, first on line {found[pair.Key.Text].Key.Line}. Remove one.");
    }

    private string? Refuse(YamlValue at, string name, string what)
    {
        notes.Fault(at, $"\"{name}\" of {subject} {what}.");
        return null;
    }
}
