namespace CallRouting.Core.Menus;

/// <summary>A caller who presses nothing must come to an end, and nobody may be led round without being asked.</summary>
internal static class CircleRules
{
    public static IEnumerable<FlowFault> Faults(FlowContent content, FlowGraph graph)
    {
        var told = new HashSet<string>();
        foreach (var circle in Circles(graph))
            if (told.Add(string.Join(' ', circle.Order(StringComparer.Ordinal))))
                yield return FlowRules.At(circle[0], null, Message(circle, content));
    }

    private static string Message(IReadOnlyList<string> circle, FlowContent content)
    {
        var path = string.Join(" → ", circle.Append(circle[0]));
        return circle.Any(node => content.Nodes[node] is Node.Asking)
            ? $"a caller who presses nothing never comes to an end: {path}. Lead silence to a human, or to an end."
            : $"nothing is asked on the way round {path}. Let one of them ask for a key, or lead elsewhere.";
    }

    // A standing on the path that is met again closes a circle. One that has been left is never entered again.
    private static List<IReadOnlyList<string>> Circles(FlowGraph graph)
    {
        var left = new HashSet<Standing>();
        var circles = new List<IReadOnlyList<string>>();
        foreach (var standing in graph.Standings)
            Visit(standing, [], graph, left, circles);
        return circles;
    }

    private static void Visit(
        Standing here,
        List<Standing> path,
        FlowGraph graph,
        HashSet<Standing> left,
        List<IReadOnlyList<string>> circles
    )
    {
        if (path.IndexOf(here) is var start and >= 0)
            circles.Add([.. path.Skip(start).Select(standing => standing.Node).Distinct()]);
        else if (!left.Contains(here))
        {
            path.Add(here);
            foreach (var way in graph.From(here).Where(way => !way.Lead.NeedsKey))
                if (way.To is { } there)
                    Visit(there, path, graph, left, circles);
            path.RemoveAt(path.Count - 1);
            left.Add(here);
        }
    }
}
