using CallRouting.Core.Calls;
using CallRouting.Core.Menus;

namespace CallRouting.Server.Menus;

/// <summary>A flow file's words as a flow's content. What cannot be read is noted, and the rest is still read.</summary>
internal static class FlowReader
{
    /// <summary>The content of a file that could not be read.</summary>
    public static FlowContent Nothing { get; } =
        new(
            "",
            new Dictionary<string, string>(),
            new Dictionary<string, Node>(),
            new Dictionary<Language, IReadOnlyDictionary<string, Prompt>>()
        );

    public static FlowContent Read(YamlValue file, FileNotes notes, PromptFiles prompts, NumberPlan plan)
    {
        var fields = Fields.Of(file, "a flow", notes, "name", "entries", "numbers", "nodes");
        if (string.IsNullOrWhiteSpace(fields.Text("name")))
            notes.Fault(file, "the flow has no name. Add \"name\": numbers lead to flows by it.");
        if (!fields.Has("nodes"))
            notes.Fault(file, "the flow has no nodes. Add \"nodes\".");

        return new FlowContent(fields.Text("name") ?? "", Entries(fields, notes), Nodes(fields, notes), prompts.Prompts)
        {
            Words = prompts.Words,
            Numbers = Numbers(fields, notes, plan),
        };
    }

    private static Dictionary<string, OtherNumber> Numbers(Fields flow, FileNotes notes, NumberPlan plan)
    {
        if (flow.Value("numbers") is not { } value)
            return [];

        var numbers = Fields.Of(value, "\"numbers\"", notes);
        foreach (var name in numbers.Names)
            notes.Stands(new Spot.Number(name), numbers.Key(name)!);
        return numbers.Names.ToDictionary(name => name, name => Number(name, numbers.Value(name)!, notes, plan));
    }

    private static OtherNumber Number(string name, YamlValue value, FileNotes notes, NumberPlan plan)
    {
        var fields = Fields.Of(value, $"number \"{name}\"", notes, "name", "number");
        var answer = plan.DutyNumber(fields.Text("number"));
        if (!answer.IsAllowed)
            notes.Fault(fields.Value("number") ?? value, $"number \"{name}\": {answer.Sentence}");
        if (string.IsNullOrWhiteSpace(fields.Text("name")))
            notes.Fault(value, $"number \"{name}\" has no name. Add \"name\": who answers there.");
        return new OtherNumber(fields.Text("name") ?? "", answer.Number ?? default);
    }

    private static Dictionary<string, string> Entries(Fields flow, FileNotes notes)
    {
        if (flow.Value("entries") is not { } value)
            return [];

        var entries = Fields.Of(value, "\"entries\"", notes);
        foreach (var name in entries.Names)
            notes.Stands(new Spot.Entry(name), entries.Key(name)!);
        return entries.Names.ToDictionary(name => name, name => entries.Text(name) ?? "");
    }

    private static Dictionary<string, Node> Nodes(Fields flow, FileNotes notes)
    {
        if (flow.Value("nodes") is not { } value)
            return [];

        var nodes = new Dictionary<string, Node>(StringComparer.Ordinal);
        var names = Fields.Of(value, "\"nodes\"", notes);
        foreach (var name in names.Names)
        {
            notes.Stands(new Spot.InNode(name), names.Key(name)!);
            if (name == Node.Back)
                notes.Fault(names.Key(name)!, "no node may be called \"back\": that word leads out of a detour.");
            else
                nodes[name] = NodeReader.Read(name, names.Value(name)!, notes);
        }

        return nodes;
    }
}
