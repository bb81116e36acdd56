namespace CallRouting.Core.Reports;

/// <summary>One way of dividing counts: names, each on top or below one other, whose count is the sum of what is directly below it.</summary>
/// <remarks>Country, counties, municipalities; a year and its months; offered, and what became of it. Several may be on top.</remarks>
public sealed class Hierarchy
{
    private readonly List<string> names = [];
    private readonly List<int?> above = [];
    private readonly List<List<int>> below = [];
    private readonly Dictionary<string, int> places = [];

    /// <summary>How many names there are.</summary>
    public int Count => names.Count;

    /// <summary>Adds a name; what it is below must have been added before it.</summary>
    public Hierarchy Add(string name, string? parent = null)
    {
        int? place = parent is null ? null : places[parent];
        places.Add(name, names.Count);
        if (place is { } over)
        {
            below[over].Add(names.Count);
        }
        names.Add(name);
        above.Add(place);
        below.Add([]);
        return this;
    }

    public static Hierarchy Of(string single) => new Hierarchy().Add(single);

    public string Name(int node) => names[node];

    public int this[string name] => places[name];

    public bool Has(string name) => places.ContainsKey(name);

    public int? Above(int node) => above[node];

    public IReadOnlyList<int> Below(int node) => below[node];

    public bool IsLeaf(int node) => below[node].Count == 0;

    public IEnumerable<string> LeafNames => names.Where((_, node) => IsLeaf(node));

    /// <summary>The node and all that it is below, upwards.</summary>
    public IEnumerable<int> Upwards(int node)
    {
        for (int? at = node; at is { } here; at = above[here])
        {
            yield return here;
        }
    }

    /// <summary>Every way down from a node to a leaf, the node included.</summary>
    public IEnumerable<IReadOnlyList<int>> WaysDown(int node) =>
        IsLeaf(node)
            ?
            [
                [node],
            ]
            : below[node].SelectMany(child => WaysDown(child).Select(way => (IReadOnlyList<int>)[node, .. way]));

    public int Leaves(int node) => IsLeaf(node) ? 1 : below[node].Sum(Leaves);
}
