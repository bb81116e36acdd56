namespace CallRouting.Core.Menus;

/// <summary>Every number that a flow sends callers on to, or tells them, is one that it has; and none is kept for nothing.</summary>
internal static class NumberRules
{
    public static IEnumerable<FlowFault> Faults(FlowContent content) =>
        [
            .. from node in content.Nodes
            where node.Value is Node.Forward forward && !content.Numbers.ContainsKey(forward.Number)
            let forward = (Node.Forward)node.Value
            select FlowRules.At(
                node.Key,
                "forward",
                $"node \"{node.Key}\" sends callers on to \"{forward.Number}\", which is no number. {Known(content)}"
            ),
            .. Told(content)
                .Where(told => !content.Numbers.ContainsKey(told.Number))
                .Select(told =>
                    FlowRules.At(
                        told.Node,
                        "say",
                        $"node \"{told.Node}\" says \"{told.Prompt}\" with {{{Variables.OtherNumber}{told.Number}}}, but the flow has no number \"{told.Number}\". {Known(content)}"
                    )
                ),
            .. content
                .Numbers.Keys.Except(content.Nodes.Values.OfType<Node.Forward>().Select(node => node.Number))
                .Except(Told(content).Select(told => told.Number))
                .Select(name => new FlowFault(
                    new Spot.Number(name),
                    $"number \"{name}\" is used nowhere. Let a node \"forward\" to it or a prompt tell it, or remove it."
                )),
        ];

    private static IEnumerable<(string Node, string Prompt, string Number)> Told(FlowContent content) =>
        (
            from node in content.Nodes
            from prompt in FlowRules.SaidBy(node.Value)
            from language in content.Prompts.Values
            where language.ContainsKey(prompt)
            from variable in Variables.In(language[prompt].Text)
            where variable.StartsWith(Variables.OtherNumber, StringComparison.Ordinal)
            select (node.Key, prompt, variable[Variables.OtherNumber.Length..])
        ).Distinct();

    private static string Known(FlowContent content) =>
        content.Numbers.Count == 0
            ? "Add it under \"numbers\", with a name and a number."
            : $"The numbers are {string.Join(", ", content.Numbers.Keys)}.";
}
