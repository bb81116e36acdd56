using CallRouting.Core.Calls;
using CallRouting.Core.Menus;

namespace CallRouting.Server.Menus;

/// <summary>One node. What kind it is shows in one telling word.</summary>
internal sealed class NodeReader
{
    /// <summary>The telling word of each kind, and what else the kind may have.</summary>
    private static readonly (string Word, string[] Fields)[] Kinds =
    [
        ("if", ["if", "yes", "no"]),
        ("switch", ["switch", "on", "off"]),
        ("first", ["first", "then"]),
        ("forward", ["forward", "say", "answered", "no_answer"]),
        ("end", ["end", "say"]),
        ("enter", ["enter", "say", "found", "keys", "silence", "invalid", "wait_seconds"]),
        ("pick", ["pick", "say", "each", "after", "found", "silence", "invalid", "wait_seconds"]),
        ("keys", ["keys", "say", "silence", "invalid", "wait_seconds"]),
        ("to", ["to", "say", "do", "speak"]),
    ];

    private readonly string name;
    private readonly FileNotes notes;
    private readonly Fields fields;

    private NodeReader(string name, YamlValue value, string[] allowed, FileNotes notes)
    {
        this.name = name;
        this.notes = notes;
        fields = Fields.Of(value, $"node \"{name}\"", notes, allowed);
        foreach (var field in fields.Names)
            notes.Stands(new Spot.InNode(name, field), fields.Key(field)!);
    }

    // Content with faults is never walked: what cannot be read gets a stand-in, so that it causes no faults elsewhere.
    private static readonly Node StandIn = new Node.End([], Ending.HangUp);

    public static Node Read(string name, YamlValue value, FileNotes notes)
    {
        var words = value is YamlValue.Map map ? map.Pairs.Select(pair => pair.Key.Text).ToHashSet() : [];
        var (word, allowed) = Kinds.FirstOrDefault(kind => words.Contains(kind.Word));
        if (word is null)
        {
            notes.Fault(value, $"node \"{name}\" does nothing. It needs one of {string.Join(", ", Kinds.Select(kind => kind.Word))}.");
            return StandIn;
        }

        return new NodeReader(name, value, allowed!, notes).Read(word);
    }

    private Node Read(string word) =>
        word switch
        {
            "if" => new Node.If(fields.Word<Question>("if") ?? Question.Open, Exit("yes"), Exit("no")),
            "switch" => new Node.Switch(fields.Word<Turned>("switch") == Turned.On, Exit("on"), Exit("off")),
            "first" => new Node.First(Exit("first"), fields.Text("then") ?? ""),
            "forward" => new Node.Forward(Say, fields.Text("forward") ?? "", Exit("answered"), Exit("no_answer")),
            "end" => new Node.End(Say, fields.Word<Ending>("end") ?? Ending.HangUp),
            "enter" => Enter(fields.Word<Reading>("enter") ?? Reading.Postcode),
            "pick" => Pick(),
            "keys" => new Node.Ask(Say, Keys(), Silence(), Invalid(Prompts.WrongKey), Wait(Node.UsualWait)),
            _ => new Node.Tell(Say, ExitReader.Of(fields, notes)),
        };

    private enum Turned
    {
        Off,
        On,
    }

    private IReadOnlyList<string> Say => fields.Texts("say");

    private Node.Enter Enter(Reading reading) =>
        new(reading, Say, Exit("found"), Keys(), Silence(), Invalid(Prompts.Invalid), Wait(Node.UsualWait));

    private Node.PickDistrict Pick()
    {
        if (fields.Text("pick") is var what and not "district")
            notes.Fault(fields.Value("pick")!, $"\"pick\" of node \"{name}\" may be district, but not \"{what}\".");

        return new Node.PickDistrict(
            Say,
            Heard("each", "for each district"),
            Heard("after", "after the last district"),
            Exit("found"),
            Silence(),
            Invalid(Prompts.Invalid),
            Wait(Node.DistrictWait)
        );
    }

    private string Heard(string field, string when)
    {
        if (!fields.Has(field))
            notes.Fault(fields.Line, $"node \"{name}\" does not say what is heard {when}. Add \"{field}\" with a prompt.");
        return fields.Text(field) ?? Prompts.Invalid;
    }

    private Dictionary<string, Exit> Keys()
    {
        if (fields.Value("keys") is not { } value)
            return [];

        var keys = Fields.Of(value, $"\"keys\" of node \"{name}\"", notes, "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "#");
        foreach (var key in keys.Names)
            notes.Stands(new Spot.InNode(name, key), keys.Key(key)!);
        return keys.Names.ToDictionary(key => key, key => ExitReader.Read(keys.Value(key)!, $"key {key} of node \"{name}\"", notes));
    }

    private Exit Exit(string field) =>
        fields.Value(field) is { } value ? ExitReader.Read(value, $"\"{field}\" of node \"{name}\"", notes) : new Exit("", []);

    private Silence Silence()
    {
        var subject = $"\"silence\" of node \"{name}\"";
        return fields.Value("silence") switch
        {
            null => new Silence(new Exit("", [])),
            YamlValue.Map map when Fields.Of(map, subject, notes, "to", "do", "speak", "after") is var silence => new Silence(
                ExitReader.Of(silence, notes),
                silence.Number("after", otherwise: 2, from: 1, to: 3)
            ),
            var value => new Silence(ExitReader.Read(value, subject, notes)),
        };
    }

    private string Invalid(string usual) => fields.Text("invalid") ?? usual;

    private int Wait(int usual) => fields.Number("wait_seconds", usual, from: 2, to: 15);
}
