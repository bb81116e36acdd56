using CallRouting.Core.Reports;

namespace CallRouting.Core.Tests.Reports;

public sealed class SuppressionTests
{
    private static readonly Hierarchy Country = new Hierarchy()
        .Add("country")
        .Add("north", "country")
        .Add("south", "country")
        .Add("n1", "north")
        .Add("n2", "north")
        .Add("n3", "north")
        .Add("s1", "south")
        .Add("s2", "south");

    private static readonly Hierarchy Outcomes = new Hierarchy().Add("offered").Add("accepted", "offered").Add("unanswered", "offered");

    [TestCase(0, false)]
    [TestCase(1, true)]
    [TestCase(4, true)]
    [TestCase(5, false)]
    public void Counts_from_one_to_four_are_small(long count, bool small) => Assert.That(Suppression.IsSmall(count), Is.EqualTo(small));

    [Test]
    public void Where_nothing_is_small_nothing_is_hidden() => Assert.That(Suppression.Hide(Counted(small: 7)), Is.Empty);

    [Test]
    public void One_small_count_takes_others_with_it_in_its_row_and_its_column()
    {
        var table = Counted(small: 2);
        var hidden = Suppression.Hide(table);
        Assert.That(hidden, Does.Contain(table.Cell("n1", "unanswered")));
        Assert.That(hidden, Has.Count.GreaterThanOrEqualTo(4));
        Assert.That(hidden, Does.Not.Contain(table.Cell("country", "offered")), "the sum of all is what people ask for");
        Assert.That(Attack.Narrowest(table, hidden), Is.GreaterThanOrEqualTo(Suppression.Width));
    }

    [Test]
    public void What_is_hidden_for_its_own_sake_alone_is_computed_back()
    {
        var table = Counted(small: 2);
        var careless = new HashSet<int> { table.Cell("n1", "unanswered") };
        Assert.That(Attack.Narrowest(table, careless), Is.Zero);
    }

    [Test]
    public void A_single_call_in_the_whole_country_is_hidden_with_every_sum_that_it_is_in()
    {
        var table = new CountTable(Country, Outcomes);
        table.Add(["n1", "accepted"], 1);
        var hidden = Suppression.Hide(table);
        Assert.That(hidden, Does.Contain(table.Cell("country", "offered")));
        Assert.That(Attack.Narrowest(table, hidden), Is.GreaterThanOrEqualTo(Suppression.Width));
    }

    [Test]
    public void A_year_after_its_months_gives_no_month_away()
    {
        var months = new Hierarchy().Add("year").Add("jan", "year").Add("feb", "year").Add("mar", "year");
        var table = new CountTable(months, Country);
        foreach (var (month, unit, count) in Months())
        {
            table.Add([month, unit], count);
        }
        var (shown, hidden) = Monthly(table, "jan", "feb", "mar");

        var careless = hidden;
        Assert.That(Attack.Narrowest(table, careless), Is.LessThan(Suppression.Width), "a year of which all is shown gives it away");
        var all = Suppression.Hide(table, shown, hidden);
        Assert.That(all.Intersect(shown), Is.Empty);
        Assert.That(all, Is.SupersetOf(hidden));
        Assert.That(Attack.Narrowest(table, all), Is.GreaterThanOrEqualTo(Suppression.Width));
    }

    [Test]
    public void What_has_been_shown_cannot_be_hidden_any_more_and_that_is_said()
    {
        var table = Counted(small: 2);
        var shown = Enumerable.Range(0, table.Cells).Except([table.Cell("n1", "unanswered")]).ToHashSet();
        Assert.That(
            () => Suppression.Hide(table, shown),
            Throws.InvalidOperationException.With.Message.Contains("n1 × unanswered cannot be hidden")
        );
    }

    [Test]
    public void A_sum_cannot_be_counted_nor_less_than_nothing()
    {
        var table = new CountTable(Country, Outcomes);
        Assert.That(() => table.Add(["north", "accepted"], 1), Throws.ArgumentException);
        Assert.That(() => table.Add(["n1", "accepted"], -1), Throws.ArgumentException);
    }

    private static CountTable Counted(long small)
    {
        var table = new CountTable(Country, Outcomes);
        foreach (var unit in new[] { "n1", "n2", "n3", "s1", "s2" })
        {
            table.Add([unit, "accepted"], 40);
            table.Add([unit, "unanswered"], unit == "n1" ? small : 12);
        }
        return table;
    }

    // One small month in n1, and the others are large: the year minus two months is the third.
    private static IEnumerable<(string, string, long)> Months() =>
        from month in new[] { "jan", "feb", "mar" }
        from unit in new[] { "n1", "n2", "n3", "s1", "s2" }
        select (month, unit, unit == "n1" && month == "feb" ? 3L : 20L);

    // Each month published by itself, as it happens.
    private static (HashSet<int> Shown, HashSet<int> Hidden) Monthly(CountTable table, params string[] months)
    {
        var (shown, hidden) = (new HashSet<int>(), new HashSet<int>());
        foreach (var month in months)
        {
            var alone = new CountTable(Country);
            for (var unit = 0; unit < Country.Count; unit++)
            {
                if (Country.IsLeaf(unit))
                {
                    alone.Add([Country.Name(unit)], table[table.Cell(month, Country.Name(unit))]);
                }
            }
            var secret = Suppression.Hide(alone);
            foreach (var unit in Enumerable.Range(0, Country.Count))
            {
                (secret.Contains(unit) ? hidden : shown).Add(table.Cell(month, Country.Name(unit)));
            }
        }
        return (shown, hidden);
    }
}
