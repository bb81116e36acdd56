using CallRouting.Core.Offices;
using CallRouting.Core.Reports;
using CallRouting.Core.Rosters;
using CallRouting.Server.Database;
using CallRouting.Server.Offices;
using CallRouting.Server.Rosters;
using NodaTime;
using NodaTime.Extensions;

namespace CallRouting.Server.Reports;

/// <summary>
/// The one place that figures are asked of: whoever, whenever, whichever part. What is stale is summed up first, so that the answer is always
/// what a plain count would give.
/// </summary>
public sealed class FigureQuestions(
    CountRounds rounds,
    FigureReader reader,
    CountedTransferStore rows,
    RosterStore rosters,
    PlacesInForce registers,
    Reads reads,
    TimeProvider clock
)
{
    private LocalDate Today => clock.GetUtcNow().ToInstant().OsloDate();

    /// <param name="asItWas">Municipalities by the numbers that they had then; otherwise by those they have today.</param>
    public async Task<Figures> Of(
        Scope scope,
        ReportPeriod period,
        Slice slice,
        bool asItWas = false,
        CancellationToken cancel = default
    ) => Figures.Sum((await Spots(scope, period, slice, Places(asItWas), cancel)).Select(spot => spot.Figures));

    /// <summary>The figures of a scope, part by part: one for each that anything was counted of, by key.</summary>
    public async Task<IReadOnlyList<PartFigures>> By(
        Division division,
        Scope scope,
        ReportPeriod period,
        Slice slice,
        bool asItWas = false,
        CancellationToken cancel = default
    )
    {
        var places = Places(asItWas);
        var spots = await Spots(scope, period, slice, places, cancel);
        return
        [
            .. spots
                .SelectMany(spot => Keys(division, spot, places).Select(key => (Key: key, spot.Figures)))
                .GroupBy(part => part.Key, part => part.Figures, StringComparer.Ordinal)
                .Select(part => new PartFigures(part.Key, Name(division, part.Key, places), Figures.Sum(part)))
                .OrderBy(part => part.Key, StringComparer.Ordinal),
        ];
    }

    /// <summary>The transfers behind a figure, some at a time.</summary>
    /// <param name="scope">An office, a municipality or the country; a county has too many numbers to be paged by one key.</param>
    /// <param name="ending">Only those that ended so.</param>
    /// <param name="after">The last one that was seen.</param>
    public async Task<IReadOnlyList<CountedTransfer>> Rows(
        Scope scope,
        ReportPeriod period,
        Slice slice,
        Ending? ending,
        RowKey after,
        int count,
        CancellationToken cancel = default
    )
    {
        var pages = new List<CountedTransfer>();
        foreach (var extent in FigureReader.Extents(scope, Places(asItWas: false)))
        {
            pages.AddRange(await reads.Ask(unit => rows.Page(period.Days, extent, slice, ending, after, count, unit), cancel));
        }
        return [.. pages.OrderBy(row => row.Day).ThenBy(row => row.Transfer, StringComparer.Ordinal).Take(count)];
    }

    /// <summary>The offices that have a duty line today, of those that there are.</summary>
    public async Task<Share> OfficesWithLine(Scope scope, CancellationToken cancel = default)
    {
        var (places, today) = (registers.Places, Today);
        var lines = (await reads.Ask(rosters.EveryLine, cancel)).Select(line => line.Unit).ToHashSet();
        var offices = places.Offices(today).Where(office => IsIn(scope, office.Unit, places, today)).ToList();
        return new(offices.Count(office => lines.Contains(office.Unit)), offices.Count);
    }

    private async Task<IReadOnlyList<SpotFigures>> Spots(
        Scope scope,
        ReportPeriod period,
        Slice slice,
        ReportPlaces places,
        CancellationToken cancel
    )
    {
        await rounds.Count(period.Days, cancel);
        return await reads.Ask(unit => reader.Read(scope, period.Days, slice, places, unit), cancel);
    }

    private ReportPlaces Places(bool asItWas) => new(registers.Places, Today, asItWas);

    private static bool IsIn(Scope scope, UnitNumber unit, Places places, LocalDate today) =>
        scope.Kind switch
        {
            ScopeKind.Office => unit.Value == scope.Key,
            ScopeKind.Municipality => places.AreasOf(unit, today).Any(served => served.AreaCode[..4] == scope.Key),
            ScopeKind.County => places.CountyOf(unit, today) == scope.Key,
            _ => true,
        };

    // How a line was kept is of every municipality that its office is there for.
    private static IEnumerable<string> Keys(Division division, SpotFigures spot, ReportPlaces places) =>
        (division, spot.Spot) switch
        {
            (Division.Office, { Unit.Length: > 0 } at) => [at.Unit],
            (Division.Line, { Line.Length: > 0 } at) => [at.Line],
            (Division.County, var at) when places.County(at) is { } county => [county],
            (Division.Municipality, { Area.Length: > 0 } at) => [places.Municipality(at.Area)],
            (Division.Municipality, var at) when spot.Figures.Coverage != CoverageFigures.None => places.ServedBy(at.Unit),
            _ => [],
        };

    private static string Name(Division division, string key, ReportPlaces places) =>
        division switch
        {
            Division.Office => places.NameOfOffice(key),
            Division.Municipality => places.NameOfMunicipality(key),
            _ => key,
        };
}

/// <summary>What figures are shown side by side for.</summary>
public enum Division
{
    Office,
    Line,
    Municipality,
    County,
}

/// <param name="Key">A unit number, a line's id, a municipality's number or a county's name.</param>
public sealed record PartFigures(string Key, string Name, Figures Figures);
