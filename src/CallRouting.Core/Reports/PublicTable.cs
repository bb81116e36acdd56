using CallRouting.Core.Offices;
using NodaTime;

namespace CallRouting.Core.Reports;

/// <summary>
/// The counts that are published for everybody: the country, its counties and municipalities, by what became of those who were put through
/// and of what was promised.
/// </summary>
public static class PublicTable
{
    public const string Country = "country";

    /// <summary>What came from a place that nobody knows, to an office that nobody can place either.</summary>
    public const string Unknown = "unknown";

    /// <summary>What is counted, in the keys of the definitions where they have one.</summary>
    public static Hierarchy Outcomes() =>
        new Hierarchy()
            .Add("offered")
            .Add("accepted", "offered")
            .Add("acceptedByOffice", "accepted")
            .Add("acceptedByNeighbour", "accepted")
            .Add("exhausted", "offered")
            .Add("abandoned", "offered")
            .Add("cancelled", "offered")
            .Add("callbacksDue")
            .Add("callbacksInTime", "callbacksDue")
            .Add("callbacksLate", "callbacksDue");

    /// <summary>What came from a place that nobody knows, to an office in a county.</summary>
    public static string UnknownIn(string county) => $"{Unknown} {county}";

    /// <summary>The country's places on a day: counties by their names, municipalities by their four digits.</summary>
    public static Hierarchy Places(Places places, LocalDate on)
    {
        var units = new Hierarchy().Add(Country).Add(Unknown, Country);
        foreach (var place in places.All(on))
        {
            if (!units.Has(place.CountyName))
            {
                units.Add(place.CountyName, Country).Add(UnknownIn(place.CountyName), place.CountyName);
            }
            units.Add(place.AreaCode, place.CountyName);
        }
        return units;
    }

    /// <summary>One month, or other time that stands alone.</summary>
    /// <param name="figures">Of each place that has nothing below it.</param>
    public static CountTable Of(Hierarchy places, IEnumerable<KeyValuePair<string, Figures>> figures)
    {
        var table = new CountTable(places, Outcomes());
        foreach (var (place, counted) in figures)
        foreach (var (outcome, count) in Counts(counted))
        {
            table.Add([place, outcome], count);
        }
        return table;
    }

    /// <summary>Months of the same places, added up.</summary>
    public static CountTable Sum(IReadOnlyList<CountTable> months)
    {
        var sum = new CountTable(months[0].Axes);
        foreach (var month in months)
        foreach (var (place, outcome) in LeavesOf(month))
        {
            sum.Add([place, outcome], month[month.Cell(place, outcome)]);
        }
        return sum;
    }

    /// <summary>Months under their year. Cell by cell they are one after another: the year first.</summary>
    public static CountTable Year(IReadOnlyList<CountTable> months)
    {
        var (places, outcomes) = (months[0].Axes[0], months[0].Axes[1]);
        var year = months.Select((_, i) => $"{i}").Aggregate(new Hierarchy().Add("year"), (axis, month) => axis.Add(month, "year"));
        var table = new CountTable(year, places, outcomes);
        foreach (var (i, month) in months.Index())
        foreach (var (place, outcome) in LeavesOf(month))
        {
            table.Add([$"{i}", place, outcome], month[month.Cell(place, outcome)]);
        }
        return table;
    }

    private static IEnumerable<(string Place, string Outcome)> LeavesOf(CountTable table) =>
        table.Axes[0].LeafNames.SelectMany(place => table.Axes[1].LeafNames.Select(outcome => (place, outcome)));

    private static IEnumerable<(string, long)> Counts(Figures of) =>
        [
            ("acceptedByOffice", of.Transfers.AcceptedByOffice),
            ("acceptedByNeighbour", of.Transfers.AcceptedByNeighbour),
            ("exhausted", of.Transfers.Exhausted),
            ("abandoned", of.Transfers.Abandoned),
            ("cancelled", of.Transfers.Cancelled),
            ("callbacksInTime", of.Callbacks.WithinDeadline),
            ("callbacksLate", of.Callbacks.Due - of.Callbacks.WithinDeadline),
        ];
}
