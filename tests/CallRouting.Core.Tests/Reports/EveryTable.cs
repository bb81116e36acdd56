using CallRouting.Core.Reports;

namespace CallRouting.Core.Tests.Reports;

/// <summary>The most patient attack on a table of two levels: every table that adds up to what is shown is tried.</summary>
internal static class EveryTable
{
    /// <summary>What each hidden cell can be, where no leaf is more than <paramref name="atMost"/>.</summary>
    public static IEnumerable<(long Least, long Most)> Ranges(CountTable table, IReadOnlySet<int> hidden, int atMost)
    {
        var ranges = hidden.ToDictionary(cell => cell, _ => (Least: long.MaxValue, Most: long.MinValue));
        var (rows, columns) = (table.Axes[0].Count - 1, table.Axes[1].Count - 1);
        Try(new long[rows, columns], 0);
        return ranges.Values;

        void Try(long[,] guess, int leaf)
        {
            if (leaf == rows * columns)
            {
                if (
                    hidden.Count == 0
                    || Enumerable.Range(0, table.Cells).All(cell => hidden.Contains(cell) || Value(guess, cell) == table[cell])
                )
                    foreach (var cell in hidden)
                        ranges[cell] = (Math.Min(ranges[cell].Least, Value(guess, cell)), Math.Max(ranges[cell].Most, Value(guess, cell)));
                return;
            }
            var (row, column) = (leaf / columns, leaf % columns);
            var own = table.Cell([row + 1, column + 1]);
            var (from, to) = hidden.Contains(own) ? (0, atMost) : (table[own], table[own]);
            for (var count = from; count <= to; count++)
            {
                guess[row, column] = count;
                if (column < columns - 1 || RowFits(guess, row))
                    Try(guess, leaf + 1);
            }
        }

        bool RowFits(long[,] guess, int row) =>
            table.Cell([row + 1, 0]) is var sum && (hidden.Contains(sum) || Value(guess, sum) == table[sum]);

        // Node 0 is the sum of the others.
        long Value(long[,] guess, int cell)
        {
            var (row, column) = (table.NodeOf(cell, 0), table.NodeOf(cell, 1));
            var sum = 0L;
            for (var r = row == 0 ? 0 : row - 1; r < (row == 0 ? rows : row); r++)
            for (var c = column == 0 ? 0 : column - 1; c < (column == 0 ? columns : column); c++)
                sum += guess[r, c];
            return sum;
        }
    }
}
