namespace CallRouting.Core.Reports;

/// <summary>Cells that can go up while others go down by as much, so that every sum stays what it is.</summary>
/// <param name="Up">One more.</param>
/// <param name="Down">One less, when the others get one more.</param>
internal readonly record struct Shift(IReadOnlyList<int> Up, IReadOnlyList<int> Down)
{
    /// <summary>
    /// All elementary shifts of one hierarchy that raise a node: with all that is above it and one way down from it; or it, or something
    /// that it is below, against a sibling.
    /// </summary>
    public static IEnumerable<Shift> Raising(Hierarchy axis, int node) => axis.WaysDown(node).SelectMany(way => Raising(axis, node, way));

    /// <summary>A shift of one hierarchy in each of another's: where both go the same way, up.</summary>
    public Shift Times(Shift other, int stride) =>
        new(
            [.. Pairs(Up, other.Up, stride), .. Pairs(Down, other.Down, stride)],
            [.. Pairs(Up, other.Down, stride), .. Pairs(Down, other.Up, stride)]
        );

    private static IEnumerable<Shift> Raising(Hierarchy axis, int node, IReadOnlyList<int> way)
    {
        var up = new List<int>(way);
        for (var top = node; ; )
        {
            if (axis.Above(top) is not { } parent)
            {
                yield return new([.. up], []);
                yield break;
            }
            foreach (var sibling in axis.Below(parent).Where(other => other != top))
            foreach (var down in axis.WaysDown(sibling))
            {
                yield return new([.. up], down);
            }
            up.Add(parent);
            top = parent;
        }
    }

    private static IEnumerable<int> Pairs(IReadOnlyList<int> ours, IReadOnlyList<int> theirs, int stride) =>
        ours.SelectMany(one => theirs.Select(other => one * stride + other));
}
