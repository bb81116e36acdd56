namespace CallRouting.Core.Menus;

/// <summary>Where a caller can stand: a node, the node that a detour returns to, and what is known by then.</summary>
internal readonly record struct Standing(string Node, string? Return, Known Known);

/// <summary>A way that a caller can go from one standing to another; null: it leads nowhere that exists.</summary>
internal sealed record Way(Standing From, Lead Lead, Standing? To);

/// <summary>Every way that a caller can go through a flow, found by going them all. Finite, because a detour cannot begin in a detour.</summary>
internal sealed class FlowGraph
{
    private readonly Dictionary<Standing, List<Way>> ways = [];

    public FlowGraph(FlowContent content)
    {
        var ahead = new Queue<Standing>(content.Entries.Values.Select(node => new Standing(node, null, Known.Nothing)));
        while (ahead.TryDequeue(out var here))
        {
            if (!content.Nodes.TryGetValue(here.Node, out var node) || ways.ContainsKey(here))
                continue;

            ways[here] = [.. Leads.Of(node).Select(lead => new Way(here, lead, Target(content, here, lead)))];
            foreach (var way in ways[here])
                if (way.To is { } there)
                    ahead.Enqueue(there);
        }
    }

    public IReadOnlyCollection<Standing> Standings => ways.Keys;

    public IEnumerable<Way> Ways => ways.Values.SelectMany(each => each);

    public IReadOnlyList<Way> From(Standing standing) => ways[standing];

    private static Standing? Target(FlowContent content, Standing here, Lead lead)
    {
        var known = here.Known | lead.Gains;
        if (lead.Exit.To == Node.Back)
            return here.Return is { } back && content.Nodes.ContainsKey(back) ? new Standing(back, null, known) : null;
        if (!content.Nodes.ContainsKey(lead.Exit.To))
            return null;

        // A detour inside a detour is a fault of its own; here it is followed as if the outer one were over.
        return new Standing(lead.Exit.To, lead.Then ?? here.Return, known);
    }
}
