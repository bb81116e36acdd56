using CallRouting.Core.Menus;

namespace CallRouting.Server.Menus.Tool;

/// <summary>Where each box of one group stands: in layers from left to right, so that callers move to the right.</summary>
internal sealed class FlowLayout
{
    public const int BoxWidth = 330;
    private const int BetweenLayers = 70;
    private const int BetweenBoxes = 18;

    private readonly Dictionary<string, (int X, int Y)> places = [];
    private readonly Dictionary<string, int> layers;

    public FlowLayout(FlowGroup group, Flow flow, Func<string, int> heightOf)
    {
        layers = Layered(group, flow);
        foreach (var layer in group.Nodes.GroupBy(node => layers[node]).OrderBy(layer => layer.Key))
        {
            var y = 0;
            foreach (var node in layer.OrderBy(node => HeightOfParents(node, group, flow)).ToList())
            {
                places[node] = (layer.Key * (BoxWidth + BetweenLayers), y);
                y += heightOf(node) + BetweenBoxes;
                Height = Math.Max(Height, y - BetweenBoxes);
            }
            Width = Math.Max(Width, layer.Key * (BoxWidth + BetweenLayers) + BoxWidth);
        }
    }

    public int Width { get; }

    public int Height { get; }

    public (int X, int Y) this[string node] => places[node];

    /// <summary>Whether a line can be drawn: both in this group, and the target further to the right.</summary>
    public bool Leads(string from, string to) => layers.TryGetValue(to, out var there) && layers[from] < there;

    // The longest way from where the group is entered; a way back to the left does not count.
    private static Dictionary<string, int> Layered(FlowGroup group, Flow flow)
    {
        var layer = group.Nodes.ToDictionary(node => node, _ => 0);
        var path = new List<string>();
        var targets = group.Nodes.SelectMany(node => Inside(node, group, flow)).ToHashSet();
        foreach (var root in group.Nodes.Where(node => !targets.Contains(node)).DefaultIfEmpty(group.Nodes[0]))
            Visit(root, 0);
        return layer;

        void Visit(string node, int depth)
        {
            if (path.Contains(node) || (depth > 0 && depth <= layer[node]))
                return;
            layer[node] = depth;
            path.Add(node);
            foreach (var next in Inside(node, group, flow))
                Visit(next, depth + 1);
            path.RemoveAt(path.Count - 1);
        }
    }

    private double HeightOfParents(string node, FlowGroup group, Flow flow)
    {
        var parents = group.Nodes.Where(parent => places.ContainsKey(parent) && Inside(parent, group, flow).Contains(node)).ToList();
        return parents.Count == 0 ? group.Nodes.ToList().IndexOf(node) : parents.Average(parent => places[parent].Y);
    }

    private static IEnumerable<string> Inside(string node, FlowGroup group, Flow flow) =>
        NodeExits.Of(flow[node]).Select(exit => exit.Exit.To).Where(group.Nodes.Contains).Distinct();
}
