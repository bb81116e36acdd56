using CallRouting.Core.Reports;

namespace CallRouting.Core.Tests.Reports;

/// <summary>Any table, any nesting: what is hidden stays hidden. A failing seed replays exactly.</summary>
public sealed class SuppressionProperties
{
    [Test]
    public void No_hidden_count_can_be_narrowed_by_sums_and_differences([Range(1, 120)] int seed)
    {
        var table = RandomTable(new Random(seed));
        var hidden = Suppression.Hide(table);
        for (var cell = 0; cell < table.Cells; cell++)
        {
            Assert.That(hidden.Contains(cell) || !Suppression.IsSmall(table[cell]), "a small count is shown");
        }
        Assert.That(Attack.Narrowest(table, hidden), Is.GreaterThanOrEqualTo(Suppression.Width));
    }

    [Test]
    public void Nor_by_trying_every_table_that_may_lie_behind_it([Range(1, 12)] int seed)
    {
        var table = SmallTable(new Random(seed));
        var hidden = Suppression.Hide(table);
        foreach (var (least, most) in EveryTable.Ranges(table, hidden, atMost: 12))
        {
            Assert.That(most - least, Is.GreaterThanOrEqualTo(Suppression.Width));
        }
    }

    [Test]
    public void Nor_when_months_came_first_and_their_year_afterwards([Range(1, 60)] int seed)
    {
        var random = new Random(seed);
        var units = RandomHierarchy(random, "u", 9);
        var table = new CountTable(new Hierarchy().Add("year").Add("m1", "year").Add("m2", "year").Add("m3", "year"), units);
        Fill(table, random);
        var (shown, hidden) = (new HashSet<int>(), new HashSet<int>());
        foreach (var month in new[] { 1, 2, 3 })
        {
            var alone = new CountTable(units);
            foreach (var leaf in Leaves(units))
            {
                alone.Add([units.Name(leaf)], table[table.Cell([month, leaf])]);
            }
            var secret = Suppression.Hide(alone);
            for (var unit = 0; unit < units.Count; unit++)
            {
                (secret.Contains(unit) ? hidden : shown).Add(table.Cell([month, unit]));
            }
        }
        var all = Suppression.Hide(table, shown, hidden);
        Assert.That(all.Intersect(shown), Is.Empty);
        Assert.That(Attack.Narrowest(table, all), Is.GreaterThanOrEqualTo(Suppression.Width));
    }

    private static CountTable RandomTable(Random random)
    {
        var axes = Enumerable.Range(0, random.Next(1, 4)).Select(axis => RandomHierarchy(random, $"a{axis}-", random.Next(2, 9)));
        var table = new CountTable([.. axes]);
        Fill(table, random);
        return table;
    }

    private static CountTable SmallTable(Random random)
    {
        var rows = new Hierarchy().Add("all").Add("r1", "all").Add("r2", "all").Add("r3", "all");
        var columns = new Hierarchy().Add("sum").Add("c1", "sum").Add("c2", "sum");
        var table = new CountTable(rows, columns);
        foreach (var row in Leaves(rows))
        foreach (var column in Leaves(columns))
        {
            table.Add([rows.Name(row), columns.Name(column)], random.Next(0, 8));
        }
        return table;
    }

    private static void Fill(CountTable table, Random random)
    {
        var most = random.Next(1, 60);
        for (var cell = 0; cell < table.Cells; cell++)
        {
            var nodes = table.Axes.Select((axis, i) => (axis, table.NodeOf(cell, i))).ToList();
            if (nodes.All(node => node.axis.IsLeaf(node.Item2)) && random.Next(4) > 0)
            {
                table.Add([.. nodes.Select(node => node.axis.Name(node.Item2))], random.Next(most));
            }
        }
    }

    // One or two on top, and whatever comes is below somebody who came before.
    private static Hierarchy RandomHierarchy(Random random, string prefix, int size)
    {
        var hierarchy = new Hierarchy();
        for (var i = 0; i < size; i++)
        {
            hierarchy.Add($"{prefix}{i}", i == 0 || random.Next(8) == 0 ? null : $"{prefix}{random.Next(i)}");
        }
        return hierarchy;
    }

    private static IEnumerable<int> Leaves(Hierarchy axis) => Enumerable.Range(0, axis.Count).Where(axis.IsLeaf);
}
