using CallRouting.Core.Reports;
using CallRouting.Server.Database;
using NodaTime;

namespace CallRouting.Server.Reports;

/// <summary>Gathers what was counted in a part of the country: everything from the days' sums, a slice of it from the rows.</summary>
public sealed class FigureReader(
    DailyTransferStore daily,
    CountedTransferStore transfers,
    CountedCallbackStore callbacks,
    CountedCallStore calls,
    DailyCoverageStore coverage
)
{
    public async Task<IReadOnlyList<SpotFigures>> Read(Scope scope, DateInterval days, Slice slice, ReportPlaces places, UnitOfWork unit)
    {
        var found = new List<SpotFigures>();
        foreach (var extent in Extents(scope, places))
        {
            found.AddRange(await Transfers(days, extent, slice, unit));
            found.AddRange(await Callbacks(days, extent, slice, unit));
            found.AddRange(await Calls(days, extent, slice, unit));
        }
        if (scope.Kind == ScopeKind.County)
        {
            found.RemoveAll(spot => places.County(spot.Spot) != scope.Key);
        }
        if (slice == Slice.All)
        {
            found.AddRange(await Coverage(scope, days, places, unit));
        }
        return found;
    }

    /// <summary>How a scope is read: by office, by each of a municipality's numbers, or all to be sorted out.</summary>
    internal static IReadOnlyList<Extent> Extents(Scope scope, ReportPlaces places) =>
        scope.Kind switch
        {
            ScopeKind.Office => [new Extent.Office(scope.Key)],
            ScopeKind.Municipality => [.. places.NumbersOf(scope.Key).Select(number => new Extent.Area(number))],
            _ => [Extent.Everything],
        };

    private async Task<IEnumerable<SpotFigures>> Transfers(DateInterval days, Extent extent, Slice slice, UnitOfWork unit)
    {
        var sums =
            slice == Slice.All ? await daily.Of(days, extent, unit) : DailyTransfers.Of(await transfers.Of(days, extent, slice, unit));
        return sums.Select(sum => new SpotFigures(sum.Spot, new() { Transfers = sum.Figures }));
    }

    private async Task<IEnumerable<SpotFigures>> Callbacks(DateInterval days, Extent extent, Slice slice, UnitOfWork unit) =>
        (await callbacks.Of(days, extent, unit))
            .Where(slice.Covers)
            .Select(one => new SpotFigures(new(one.Unit, one.Line, one.Area), new() { Callbacks = CallbackFigures.Of(one, days) }));

    private async Task<IEnumerable<SpotFigures>> Calls(DateInterval days, Extent extent, Slice slice, UnitOfWork unit) =>
        (await calls.Of(days, extent, unit))
            .Where(slice.Covers)
            .Select(one => new SpotFigures(new(one.Unit, "", one.Area), new() { Queue = QueueFigures.Of(one) }));

    private async Task<IEnumerable<SpotFigures>> Coverage(Scope scope, DateInterval days, ReportPlaces places, UnitOfWork unit)
    {
        var all = await coverage.Of(days, scope.Kind == ScopeKind.Office ? scope.Key : null, unit);
        return scope.Kind switch
        {
            ScopeKind.Municipality => all.Where(spot => places.ServedBy(spot.Spot.Unit).Contains(scope.Key)),
            ScopeKind.County => all.Where(spot => places.County(spot.Spot) == scope.Key),
            _ => all,
        };
    }
}
