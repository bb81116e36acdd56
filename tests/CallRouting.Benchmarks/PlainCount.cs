using CallRouting.Core.Reports;
using CallRouting.Server.Database;
using NodaTime;

namespace CallRouting.Benchmarks;

/// <summary>The same figures counted from the raw rows by the database alone: what the sums are held against, and what asking costs without them.</summary>
internal static class PlainCount
{
    private const string Offered = "ending in ('Accepted', 'Exhausted', 'Abandoned', 'Cancelled')";

    private const string ByArea = $"""
        select   area_code as key, sum(case when ending = 'Accepted' then 1 else 0 end) as accepted,
                 sum(case when {Offered} then 1 else 0 end) as offered, sum(case when ending = 'Ours' then 1 else 0 end) as ours
        from     counted_transfers
        where    way <> 'Callback' and day between @first and @last
        group by area_code
        """;

    private const string ByUnit = $"""
        select   unit_number as key, sum(case when ending = 'Accepted' then 1 else 0 end) as accepted,
                 sum(case when {Offered} then 1 else 0 end) as offered, sum(case when ending = 'Ours' then 1 else 0 end) as ours
        from     counted_transfers
        where    way <> 'Callback' and day between @first and @last
        group by unit_number
        """;

    private const string SecondsByArea = """
        select   area_code as key, seconds_to_accept, count(*) as times
        from     counted_transfers
        where    ending = 'Accepted' and way <> 'Callback' and day between @first and @last
        group by area_code, seconds_to_accept
        """;

    private const string SecondsByUnit = """
        select   unit_number as key, seconds_to_accept, count(*) as times
        from     counted_transfers
        where    ending = 'Accepted' and way <> 'Callback' and day between @first and @last
        group by unit_number, seconds_to_accept
        """;

    public static async Task<IReadOnlyList<Counted>> Municipalities(ReportPeriod period, UnitOfWork unit) =>
        Join(await unit.Query<Row>(ByArea, Values(period)), await unit.Query<Seconds>(SecondsByArea, Values(period)));

    public static async Task<IReadOnlyList<Counted>> Offices(ReportPeriod period, UnitOfWork unit) =>
        Join(await unit.Query<Row>(ByUnit, Values(period)), await unit.Query<Seconds>(SecondsByUnit, Values(period)));

    private static object Values(ReportPeriod period) => new { first = period.First, last = period.Last };

    private static IReadOnlyList<Counted> Join(IEnumerable<Row> rows, IEnumerable<Seconds> seconds)
    {
        var bars = seconds.ToLookup(one => one.Key, one => new Bar((int)one.SecondsToAccept, one.Times));
        return
        [
            .. rows.OrderBy(row => row.Key, StringComparer.Ordinal)
                .Select(row => new Counted(row.Key, row.Offered, row.Accepted, row.Ours, Histogram.Gather(bars[row.Key]))),
        ];
    }

    private sealed class Row
    {
        public string Key { get; set; } = "";

        public long Accepted { get; set; }

        public long Offered { get; set; }

        public long Ours { get; set; }
    }

    private sealed class Seconds
    {
        public string Key { get; set; } = "";

        public long SecondsToAccept { get; set; }

        public long Times { get; set; }
    }
}

/// <summary>What is compared of a municipality or an office.</summary>
internal sealed record Counted(string Key, long Offered, long Accepted, long Ours, Histogram ToAccept);
