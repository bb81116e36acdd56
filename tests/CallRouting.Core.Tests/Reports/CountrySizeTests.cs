using CallRouting.Core.Reports;

namespace CallRouting.Core.Tests.Reports;

/// <summary>The table that is published: 357 municipalities in 15 counties, most of them with few calls a month.</summary>
public sealed class CountrySizeTests
{
    [Test]
    public void A_month_of_the_country_and_its_year_are_hidden_in_reasonable_time_and_most_of_it_is_shown()
    {
        var random = new Random(1);
        var (units, outcomes) = (new Hierarchy().Add("country"), Outcomes());
        var months = Enumerable.Range(1, 12).Aggregate(new Hierarchy().Add("year"), (year, month) => year.Add($"{month}", "year"));
        for (var county = 0; county < 15; county++)
        {
            units.Add($"county {county}", "country");
            for (var town = 0; town < 24; town++)
            {
                units.Add($"{county}-{town}", $"county {county}");
            }
        }
        var table = new CountTable(months, units, outcomes);
        var (shown, hidden, usual) = (new HashSet<int>(), new HashSet<int>(), new HashSet<int>());
        var sizes = Enumerable.Range(0, units.Count).Select(_ => Math.Pow(random.NextDouble(), 3) * 300).ToArray();
        for (var month = 1; month <= 12; month++)
        {
            var alone = new CountTable(units, outcomes);
            for (var unit = 0; unit < units.Count; unit++)
            {
                if (units.IsLeaf(unit))
                {
                    foreach (var (outcome, part) in new[] { ("own", 0.75), ("neighbour", 0.05), ("exhausted", 0.12), ("abandoned", 0.08) })
                    {
                        var count = (long)(sizes[unit] * part * (0.5 + random.NextDouble()));
                        alone.Add([units.Name(unit), outcome], count);
                        table.Add([$"{month}", units.Name(unit), outcome], count);
                    }
                }
            }
            var secret = Suppression.Hide(alone, usual: usual);
            usual.UnionWith(secret);
            for (var cell = 0; cell < alone.Cells; cell++)
            {
                (secret.Contains(cell) ? hidden : shown).Add(month * alone.Cells + cell);
            }
            Assert.That(Attack.Narrowest(alone, secret), Is.GreaterThanOrEqualTo(Suppression.Width));
            Assert.That(secret.Count(cell => !Suppression.IsSmall(alone[cell])), Is.LessThan(alone.Cells / 5));
        }
        var all = Suppression.Hide(table, shown, hidden);
        Assert.That(Attack.Narrowest(table, all), Is.GreaterThanOrEqualTo(Suppression.Width));
        TestContext.Out.WriteLine(
            $"{hidden.Count} of {12 * units.Count * outcomes.Count} in months, {all.Count - hidden.Count} of {units.Count * outcomes.Count} in the year"
        );
    }

    private static Hierarchy Outcomes() =>
        new Hierarchy()
            .Add("offered")
            .Add("accepted", "offered")
            .Add("own", "accepted")
            .Add("neighbour", "accepted")
            .Add("exhausted", "offered")
            .Add("abandoned", "offered");
}
