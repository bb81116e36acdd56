using NodaTime;

namespace CallRouting.Core.Reports;

/// <summary>The sums of one day's transfers, of one line, from one municipality.</summary>
public sealed record DailyTransfers(LocalDate Day, Spot Spot, TransferFigures Figures)
{
    /// <summary>A plain count: every row is in exactly one sum.</summary>
    public static IReadOnlyList<DailyTransfers> Of(IEnumerable<CountedTransfer> rows) =>
        [
            .. rows.GroupBy(row => (row.Day, Spot: new Spot(row.Unit, row.Line, row.Area)))
                .Select(same => new DailyTransfers(same.Key.Day, same.Key.Spot, Sum(same.Select(TransferFigures.Of)))),
        ];

    private static TransferFigures Sum(IEnumerable<TransferFigures> all) => all.Aggregate(TransferFigures.None, (sum, one) => sum + one);
}

/// <summary>Where something was counted.</summary>
/// <param name="Unit">The office; empty: the contact centre.</param>
/// <param name="Line">The duty line; empty: none.</param>
/// <param name="Area">The caller's municipality at the time, four digits; empty: unknown.</param>
public readonly record struct Spot(string Unit, string Line, string Area);

/// <summary>What was counted in one spot.</summary>
public sealed record SpotFigures(Spot Spot, Figures Figures);
