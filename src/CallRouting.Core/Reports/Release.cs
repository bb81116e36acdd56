namespace CallRouting.Core.Reports;

/// <summary>What is published for everybody of one month or year. A count that is null is hidden; nothing tells why.</summary>
public sealed record Release(string Period, IReadOnlyList<ReleasedPlace> Places)
{
    /// <summary>Whether these figures are of the demo's invented calls.</summary>
    public bool Example { get; init; }

    public ReleasedPlace? Place(string code) => Places.FirstOrDefault(place => place.Code == code);

    /// <param name="hidden">Cells of a table of places and outcomes.</param>
    /// <param name="of">Names and times of each place.</param>
    public static Release Of(
        string period,
        CountTable table,
        IReadOnlySet<int> hidden,
        Func<string, string> name,
        IReadOnlyDictionary<string, Figures> of
    )
    {
        var (places, outcomes) = (table.Axes[0], table.Axes[1]);
        return new(period, [.. Enumerable.Range(0, places.Count).Select(Place)]);

        ReleasedPlace Place(int place)
        {
            var counts = Enumerable
                .Range(0, outcomes.Count)
                .ToDictionary(
                    outcomes.Name,
                    outcome => table.Cell([place, outcome]) is var cell && hidden.Contains(cell) ? null : (long?)table[cell]
                );
            var code = places.Name(place);
            return new(code, name(code), places.Above(place) is { } above ? places.Name(above) : null, counts)
            {
                ToAcceptMedian = Time(of, code, counts, times => times.Median),
                ToAcceptP90 = Time(of, code, counts, times => times.P90),
            };
        }
    }

    // A time that stands there tells that five are behind it: only where their number stands there too.
    private static int? Time(
        IReadOnlyDictionary<string, Figures> of,
        string code,
        Dictionary<string, long?> counts,
        Func<Histogram, int?> take
    ) =>
        counts["accepted"] >= ReportFigure.LeastBehind
        && of.TryGetValue(code, out var figures)
        && figures.Transfers.ToAccept is { Count: >= ReportFigure.LeastBehind } times
            ? take(times)
            : null;
}

/// <param name="Code">country, unknown, a county's name or a municipality's four digits.</param>
/// <param name="Above">The code of what it is a part of; null for the country.</param>
/// <param name="Counts">By <see cref="PublicTable.Outcomes()"/>; null: hidden.</param>
public sealed record ReleasedPlace(string Code, string Name, string? Above, IReadOnlyDictionary<string, long?> Counts)
{
    public int? ToAcceptMedian { get; init; }

    public int? ToAcceptP90 { get; init; }

    /// <summary>Null where a count of it is hidden, or there is nothing.</summary>
    public ShareInterval? Answered => Share("accepted", "offered");

    public ShareInterval? InTime => Share("callbacksInTime", "callbacksDue");

    private ShareInterval? Share(string part, string whole) =>
        Counts[part] is { } some && Counts[whole] is { } all ? ShareInterval.Of(some, all) : null;
}
