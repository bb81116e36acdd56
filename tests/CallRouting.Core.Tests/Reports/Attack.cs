using CallRouting.Core.Reports;

namespace CallRouting.Core.Tests.Reports;

/// <summary>
/// Somebody who has all that is published, every sum and every difference, and patience: what a hidden count can be is narrowed by each
/// sum that it stands in until nothing narrows any more. Knows nothing of how cells were chosen.
/// </summary>
internal static class Attack
{
    private const long Anything = 1_000_000_000;

    /// <summary>The least distance between the most and the least that a hidden cell can be; very large where none is hidden.</summary>
    public static long Narrowest(CountTable table, IReadOnlySet<int> hidden)
    {
        var (low, high) = (new long[table.Cells], new long[table.Cells]);
        for (var cell = 0; cell < table.Cells; cell++)
        {
            (low[cell], high[cell]) = hidden.Contains(cell) ? (0, Anything) : (table[cell], table[cell]);
        }
        var sums = Sums(table).ToList();
        while (sums.Select(sum => Narrow(sum.Total, sum.Parts, low, high)).ToList().Contains(true)) { }
        return hidden.Count == 0 ? Anything : hidden.Min(cell => high[cell] - low[cell]);
    }

    public static IEnumerable<(int Total, int[] Parts)> Sums(CountTable table)
    {
        for (var cell = 0; cell < table.Cells; cell++)
        for (var axis = 0; axis < table.Axes.Count; axis++)
        {
            var nodes = Enumerable.Range(0, table.Axes.Count).Select(each => table.NodeOf(cell, each)).ToArray();
            var below = table.Axes[axis].Below(nodes[axis]);
            if (below.Count > 0)
            {
                yield return (cell, [.. below.Select(child => table.Cell([.. nodes[..axis], child, .. nodes[(axis + 1)..]]))]);
            }
        }
    }

    private static bool Narrow(int total, int[] parts, long[] low, long[] high)
    {
        var (least, most) = (parts.Sum(part => low[part]), parts.Sum(part => high[part]));
        var narrowed = Tighten(total, least, most, low, high);
        foreach (var part in parts)
        {
            // The others at their most and at their least leave this much for it.
            narrowed |= Tighten(part, low[total] - (most - high[part]), high[total] - (least - low[part]), low, high);
            (least, most) = (parts.Sum(each => low[each]), parts.Sum(each => high[each]));
        }
        return narrowed;
    }

    private static bool Tighten(int cell, long least, long most, long[] low, long[] high)
    {
        var before = (low[cell], high[cell]);
        (low[cell], high[cell]) = (Math.Max(low[cell], least), Math.Min(high[cell], most));
        Assert.That(low[cell], Is.LessThanOrEqualTo(high[cell]), "what is published contradicts itself");
        return (low[cell], high[cell]) != before;
    }
}
