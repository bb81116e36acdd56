using CallRouting.Core.Reports;
using CallRouting.Server.Database;

namespace CallRouting.Server.Reports;

/// <summary>What was counted in one period, ready to be summed for whichever subject.</summary>
/// <param name="rulings">Rows that are counted otherwise than the spots have them.</param>
public sealed class CountedSpots(ReportSubjects subjects, IReadOnlyList<SpotFigures> spots, IReadOnlyList<RuledRow> rulings)
{
    private readonly Dictionary<ScopeKind, ILookup<string, Figures>> sorted = [];

    public IReadOnlyList<RuledRow> Rulings => rulings;

    public Figures Of(Scope scope) => Sum(Sorted(scope.Kind)[scope.Key], RulingsOf(scope));

    /// <summary>By whatever tells spots apart.</summary>
    public IEnumerable<KeyValuePair<string, Figures>> By(Func<Spot, string> key) =>
        spots
            .GroupBy(spot => key(spot.Spot), spot => spot.Figures)
            .Select(same => KeyValuePair.Create(same.Key, Sum(same, rulings.Where(ruling => key(ruling.Spot) == same.Key))));

    public IEnumerable<RuledRow> RulingsOf(Scope scope) => rulings.Where(ruling => subjects.Covers(scope, ruling.Spot));

    private static Figures Sum(IEnumerable<Figures> counted, IEnumerable<RuledRow> ruled)
    {
        var sum = Figures.Sum(counted);
        return sum with { Transfers = Recounted.Ruled(sum.Transfers, ruled.Select(ruling => (ruling.Row, ruling.As))) };
    }

    private ILookup<string, Figures> Sorted(ScopeKind kind)
    {
        if (!sorted.TryGetValue(kind, out var known))
        {
            sorted[kind] = known = spots
                .SelectMany(spot => subjects.KeysOf(kind, spot).Select(key => (key, spot.Figures)))
                .ToLookup(one => one.key, one => one.Figures);
        }
        return known;
    }
}

/// <summary>All that reports of one period are written from, read once for however many of them.</summary>
/// <param name="Slices">By urgency, language, hour, way and target group: those of which there is something.</param>
/// <param name="Trend">The periods before it, the oldest first, and itself.</param>
public sealed record PeriodFigures(
    ReportPeriod Period,
    IReadOnlyList<(Slice Slice, CountedSpots Counted)> Slices,
    IReadOnlyList<(ReportPeriod Period, CountedSpots Counted)> Trend
)
{
    public CountedSpots Whole => Trend[^1].Counted;
}

/// <summary>A contested row, and what was ruled.</summary>
public sealed record RuledRow(ObjectionRow Objection, CountedTransfer Row)
{
    public CountedAs As => Enum.Parse<CountedAs>(Objection.CountedAs!);

    public Spot Spot => new(Row.Unit, Row.Line, Row.Area);
}

/// <summary>Reads what reports are written from. What is stale is summed up first.</summary>
public sealed class PeriodReader(
    CountRounds rounds,
    FigureReader figures,
    CountedTransferStore transfers,
    ObjectionStore objections,
    Reads reads
)
{
    private const int PeriodsBefore = 12;

    /// <param name="scope">Everything that is asked of it is within this.</param>
    public async Task<PeriodFigures> Read(Scope scope, ReportPeriod period, ReportSubjects subjects, CancellationToken cancel)
    {
        var trend = new List<(ReportPeriod, CountedSpots)>();
        var one = period;
        for (var i = 0; i <= PeriodsBefore; i++, one = one.Previous)
        {
            trend.Insert(0, (one, await Whole(scope, one, subjects, cancel)));
        }
        return new(period, await reads.Ask(unit => Sliced(scope, period, subjects, unit), cancel), trend);
    }

    public async Task<CountedSpots> Whole(Scope scope, ReportPeriod period, ReportSubjects subjects, CancellationToken cancel)
    {
        await rounds.Count(period.Days, cancel);
        return await reads.Ask(
            async unit => new CountedSpots(
                subjects,
                await figures.Read(scope, period.Days, Slice.All, subjects.Places, unit),
                await Rulings(period, unit)
            ),
            cancel
        );
    }

    private async Task<IReadOnlyList<RuledRow>> Rulings(ReportPeriod period, UnitOfWork unit)
    {
        var ruled = new List<RuledRow>();
        foreach (var objection in (await objections.OfDays(period.Days, unit)).Where(one => one.RuledAt is not null))
        {
            ruled.Add(new(objection, (await transfers.Find(objection.TransferId, unit))!.Counted()));
        }
        return ruled;
    }

    // From the rows, once, and divided here: each slice asked for alone would read them all again.
    private async Task<IReadOnlyList<(Slice, CountedSpots)>> Sliced(
        Scope scope,
        ReportPeriod period,
        ReportSubjects subjects,
        UnitOfWork unit
    )
    {
        var rulings = (await Rulings(period, unit)).ToDictionary(ruling => ruling.Row.Transfer, ruling => ruling.As);
        var rows = new List<CountedTransfer>();
        foreach (var extent in FigureReader.Extents(scope, subjects.Places))
        {
            rows.AddRange((await transfers.Of(period.Days, extent, Slice.All, unit)).Select(Ruled));
        }
        return
        [
            .. rows.SelectMany(row => SlicesOf(row).Select(slice => (slice, row)))
                .GroupBy(one => one.slice, one => one.row)
                .OrderBy(same => same.Key.Kind)
                .ThenBy(same => same.Key.Value.Length)
                .ThenBy(same => same.Key.Value, StringComparer.Ordinal)
                .Select(same => (same.Key, new CountedSpots(subjects, Spots(same), []))),
        ];

        CountedTransfer Ruled(CountedTransfer row) => rulings.TryGetValue(row.Transfer, out var counted) ? Recounted.As(row, counted) : row;
    }

    private static IReadOnlyList<SpotFigures> Spots(IEnumerable<CountedTransfer> rows) =>
        [.. DailyTransfers.Of(rows).Select(sum => new SpotFigures(sum.Spot, new() { Transfers = sum.Figures }))];

    private static IEnumerable<Slice> SlicesOf(CountedTransfer row)
    {
        yield return Slice.Urgent(row.Urgent);
        yield return Slice.Hour(row.HalfHour / 2);
        yield return Slice.Of(row.Way);
        if (Slice.Read($"language:{row.Language}") is { } language)
        {
            yield return language;
        }
        if (row.TargetGroup.Length > 0)
        {
            yield return Slice.Group(row.TargetGroup);
        }
    }
}
