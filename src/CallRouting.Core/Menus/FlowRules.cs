using CallRouting.Core.Calls;

namespace CallRouting.Core.Menus;

/// <summary>
/// What a flow must keep so that no caller is left without an answer. All faults at once, each with what to do.
/// </summary>
public static class FlowRules
{
    private static readonly string[] RequiredEntries =
    [
        Entries.Start,
        Entries.Office,
        Entries.Unanswered,
        Entries.UnansweredUrgent,
        Entries.WaitOver,
        Entries.PoolEmpty,
        Entries.ChoseCallback,
        Entries.ChoseCallbackInQueue,
        Entries.Afterwards,
    ];

    /// <summary>Faults of the flow itself. Those of its prompts' words are told by <see cref="PromptRules"/>.</summary>
    public static IReadOnlyList<FlowFault> Faults(FlowContent content)
    {
        var graph = new FlowGraph(content);
        return
        [
            .. EntryFaults(content),
            .. content.Nodes.SelectMany(node => NodeFaults(node.Key, node.Value, content)),
            .. content.Prompts.Count > 0 ? SayingFaults(content, graph) : [],
            .. NumberRules.Faults(content),
            .. SpeakFaults(content),
            .. WayFaults(content, graph),
            .. CircleRules.Faults(content, graph),
        ];
    }

    private static IEnumerable<FlowFault> EntryFaults(FlowContent content)
    {
        foreach (var missing in RequiredEntries.Except(content.Entries.Keys))
            yield return new(new Spot.Whole(), $"entry \"{missing}\" is missing. Add it under \"entries\", with the node it begins at.");
        foreach (var unknown in content.Entries.Keys.Except(RequiredEntries))
            yield return new(
                new Spot.Entry(unknown),
                $"entry \"{unknown}\" is never used. The entries are {string.Join(", ", RequiredEntries)}."
            );
        foreach (var (entry, node) in content.Entries.Where(entry => !content.Nodes.ContainsKey(entry.Value)))
            yield return new(new Spot.Entry(entry), $"entry \"{entry}\" begins at \"{node}\", which is no node. {Nearest(node, content)}");
    }

    private static IEnumerable<FlowFault> NodeFaults(string name, Node node, FlowContent content)
    {
        if (node is Node.Ask { Keys.Count: 0 })
            yield return At(name, null, $"node \"{name}\" has no keys. Add \"keys\", or say what follows with \"to\".");
        if (node is Node.Enter enter && enter.Keys.Keys.FirstOrDefault(key => key is not ("*" or "#")) is { } digit)
            yield return At(name, digit, $"node \"{name}\" reads digits, so key {digit} can never be heard. Only \"*\" and \"#\" can.");
        foreach (var lead in Leads.Of(node))
            if (TargetFault(name, lead, content) is { } fault)
                yield return fault;
        if (node is Node.First first && !content.Nodes.ContainsKey(first.Then))
            yield return At(name, "then", $"node \"{name}\" goes on to \"{first.Then}\", which is no node. {Nearest(first.Then, content)}");
    }

    private static FlowFault? TargetFault(string name, Lead lead, FlowContent content)
    {
        var way = lead.IsKey ? $"key {lead.Part}" : $"\"{lead.Part}\"";
        return lead.Exit.To switch
        {
            "" when lead.IsKey => At(name, lead.Part, $"node \"{name}\" leads nowhere for {way}. Add a \"to\", or remove the key."),
            "" when lead.Part == "silence" => At(
                name,
                null,
                $"node \"{name}\" does not say where silence leads. Add \"silence\": whoever cannot press a key needs a human."
            ),
            "" => At(name, lead.Part, $"node \"{name}\" leads nowhere for {way}. Add {way} with the name of a node."),
            Node.Back => null,
            var to when content.Nodes.ContainsKey(to) => null,
            var to => At(name, lead.Part, $"node \"{name}\" leads to \"{to}\" for {way}, which is no node. {Nearest(to, content)}"),
        };
    }

    private static IEnumerable<FlowFault> SayingFaults(FlowContent content, FlowGraph graph)
    {
        foreach (var (name, node) in content.Nodes)
        foreach (
            var prompt in SaidBy(node).Distinct().Where(prompt => content.Prompts.Values.All(language => !language.ContainsKey(prompt)))
        )
            yield return At(name, "say", $"node \"{name}\" says \"{prompt}\", which is no prompt. Add it to prompts/, in every language.");

        foreach (
            var (name, prompt, variable) in graph
                .Standings.SelectMany(standing => Untold(standing, content.Nodes[standing.Node], content))
                .Distinct()
        )
            yield return At(
                name,
                "say",
                $"node \"{name}\" says \"{prompt}\" with {{{variable}}}, which is not known on every way there. "
                    + "Ask for it first, or use another prompt."
            );
    }

    private static IEnumerable<(string Node, string Prompt, string Variable)> Untold(Standing standing, Node node, FlowContent content) =>
        from prompt in SaidBy(node)
        let known = node is Node.PickDistrict pick && pick.Each == prompt ? standing.Known | Known.District : standing.Known
        from language in content.Prompts.Values
        where language.ContainsKey(prompt)
        from variable in Variables.In(language[prompt].Text)
        where Variables.Names.Contains(variable) && !Variables.IsTold(variable, known)
        select (standing.Node, prompt, variable);

    private static IEnumerable<FlowFault> SpeakFaults(FlowContent content)
    {
        foreach (var (name, node) in content.Nodes)
        foreach (var (part, exit) in NodeExits.Of(node))
        foreach (var language in exit.Speak is { } speak ? content.Prompts.Keys.Except(speak.Keys).InOrder().ToList() : [])
            yield return At(
                name,
                part,
                $"node \"{name}\" does not say which language follows {language.Code()} for {part}. Add {language.Code()} to \"speak\"."
            );
    }

    private static IEnumerable<FlowFault> WayFaults(FlowContent content, FlowGraph graph)
    {
        var reached = graph.Standings.Select(standing => standing.Node).ToHashSet();
        foreach (var node in content.Nodes.Keys.Where(node => !reached.Contains(node)))
            yield return At(node, null, $"node \"{node}\" is never reached. Lead to it from another node, or remove it.");

        foreach (var (node, part) in Parts(graph, way => way.Lead.Exit.To == Node.Back && way.From.Return is null))
            yield return At(node, part, $"node \"{node}\" leads back, but a caller can come here outside a detour. Name a node instead.");
        foreach (var (node, part) in Parts(graph, way => way.Lead.Then is not null && way.From.Return is not null))
            yield return At(node, part, $"node \"{node}\" begins a detour inside another one. Lead back first, and begin it from there.");
    }

    private static IEnumerable<(string Node, string Part)> Parts(FlowGraph graph, Func<Way, bool> which) =>
        graph.Ways.Where(which).Select(way => (way.From.Node, way.Lead.Part)).Distinct();

    /// <summary>Every prompt that a node can say.</summary>
    public static IEnumerable<string> SaidBy(Node node) =>
        node switch
        {
            Node.PickDistrict pick => [.. pick.Say, pick.Each, pick.After, pick.Invalid],
            Node.Asking asking => [.. asking.Say, asking.Invalid],
            _ => node.Say,
        };

    internal static FlowFault At(string node, string? part, string message) => new(new Spot.InNode(node, part), message);

    private static string Nearest(string name, FlowContent content) =>
        content.Nodes.Keys.MinBy(node => Spelling.Distance(node, name)) is { } nearest && Spelling.Distance(nearest, name) <= 3
            ? $"Did you mean \"{nearest}\"?"
            : "Write the name of a node, or add one.";
}
