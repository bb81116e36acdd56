namespace CallRouting.Core.Reports;

/// <summary>
/// Counts in every combination of some hierarchies. Only leaves are counted; every sum follows from them, so that the table cannot
/// contradict itself.
/// </summary>
public sealed class CountTable
{
    private readonly long[] counts;
    private readonly int[] stride;
    private readonly int[][] leaves;

    public CountTable(params IReadOnlyList<Hierarchy> axes)
    {
        Axes = axes;
        stride = new int[axes.Count];
        var size = 1;
        for (var axis = axes.Count - 1; axis >= 0; axis--)
        {
            stride[axis] = size;
            size *= axes[axis].Count;
        }
        counts = new long[size];
        leaves = [.. axes.Select(axis => Enumerable.Range(0, axis.Count).Select(axis.Leaves).ToArray())];
    }

    public IReadOnlyList<Hierarchy> Axes { get; }

    /// <summary>How many cells there are; a cell is a number from 0.</summary>
    public int Cells => counts.Length;

    public long this[int cell] => counts[cell];

    public int Cell(params ReadOnlySpan<int> nodes)
    {
        var cell = 0;
        for (var axis = 0; axis < nodes.Length; axis++)
        {
            cell += nodes[axis] * stride[axis];
        }
        return cell;
    }

    public int Cell(params IReadOnlyList<string> names) => Cell([.. names.Select((name, axis) => Axes[axis][name])]);

    /// <summary>From a node's cell to the next node's of the same axis.</summary>
    public int Stride(int axis) => stride[axis];

    public int NodeOf(int cell, int axis) => cell / stride[axis] % Axes[axis].Count;

    /// <summary>Adds to a leaf, and to every sum that it is in.</summary>
    /// <exception cref="ArgumentException">It is below zero, or a sum itself.</exception>
    public void Add(IReadOnlyList<string> names, long count)
    {
        var nodes = names.Select((name, axis) => Axes[axis][name]).ToArray();
        if (count < 0 || nodes.Index().Any(node => !Axes[node.Index].IsLeaf(node.Item)))
        {
            throw new ArgumentException($"{string.Join(" × ", names)}: {count}. Count what has nothing below it, and not below zero.");
        }
        Add(nodes, axis: 0, cell: 0, count);
    }

    /// <summary>How many leaves a cell is the sum of.</summary>
    public int Leaves(int cell)
    {
        var product = 1;
        for (var axis = 0; axis < Axes.Count; axis++)
        {
            product *= leaves[axis][NodeOf(cell, axis)];
        }
        return product;
    }

    private void Add(int[] nodes, int axis, int cell, long count)
    {
        if (axis == nodes.Length)
        {
            counts[cell] += count;
            return;
        }
        foreach (var node in Axes[axis].Upwards(nodes[axis]))
        {
            Add(nodes, axis + 1, cell + node * stride[axis], count);
        }
    }
}
