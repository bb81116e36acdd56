using CallRouting.Core.Reports;

namespace CallRouting.Server.Reports;

/// <summary>A release with what it hides, as only we know it.</summary>
internal sealed record KnownRelease(ReleaseRow Row)
{
    private readonly Dictionary<string, long> secret = ReportJson.Read<Dictionary<string, long>>(Row.HiddenCounts);

    /// <summary>The hidden counts by place and outcome.</summary>
    public static SortedDictionary<string, long> Secret(CountTable table, IReadOnlySet<int> hidden) =>
        new(hidden.ToDictionary(cell => Key(table, cell), cell => table[cell]), StringComparer.Ordinal);

    /// <summary>Which cells of a table of the same places are hidden in it.</summary>
    public IReadOnlySet<int> Hidden(CountTable table) =>
        Enumerable.Range(0, table.Cells).Where(cell => secret.ContainsKey(Key(table, cell))).ToHashSet();

    /// <summary>All its counts, the hidden ones too.</summary>
    public CountTable Table(Hierarchy places)
    {
        var table = new CountTable(places, PublicTable.Outcomes());
        foreach (
            var place in ReportJson
                .Read<Release>(Row.Content)
                .Places.Where(place => places.Has(place.Code) && places.IsLeaf(places[place.Code]))
        )
        foreach (var (outcome, count) in place.Counts.Where(one => table.Axes[1].IsLeaf(table.Axes[1][one.Key])))
        {
            table.Add([place.Code, outcome], count ?? secret[$"{place.Code} {outcome}"]);
        }
        return table;
    }

    private static string Key(CountTable table, int cell) =>
        $"{table.Axes[0].Name(table.NodeOf(cell, 0))} {table.Axes[1].Name(table.NodeOf(cell, 1))}";
}
