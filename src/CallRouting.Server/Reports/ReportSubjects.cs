using CallRouting.Core.Offices;
using CallRouting.Core.Reports;
using NodaTime;

namespace CallRouting.Server.Reports;

/// <summary>Whom reports are about, by the places as they are on a day.</summary>
public sealed class ReportSubjects(Places places, LocalDate on)
{
    private IReadOnlyList<Municipality>? municipalities;

    public ReportPlaces Places { get; } = new(places, on, asItWas: false);

    /// <summary>Null for what is not there.</summary>
    public string? NameOf(Scope scope) =>
        scope.Kind switch
        {
            ScopeKind.Office => places.OfficeNumbered(new(scope.Key), on)?.Name,
            ScopeKind.Municipality => places.Numbered(scope.Key, on) is { } place && place.AreaCode == scope.Key
                ? places.NameAlone(place, on)
                : null,
            ScopeKind.County => places.All(on).Any(place => place.CountyName == scope.Key) ? scope.Key : null,
            _ => "Norge",
        };

    /// <summary>Every municipality, every county, the country.</summary>
    public IReadOnlyList<Scope> All() =>
        [
            .. places.All(on).Select(place => Scope.Municipality(place.AreaCode)),
            .. places.All(on).Select(place => place.CountyName).Distinct().Select(Scope.County),
            Scope.Country,
        ];

    /// <summary>What stands side by side in a report: counties, municipalities, offices.</summary>
    public IReadOnlyList<Scope> PartsOf(Scope scope) =>
        scope.Kind switch
        {
            ScopeKind.Country => [.. All().Where(part => part.Kind == ScopeKind.County)],
            ScopeKind.County =>
            [
                .. places.All(on).Where(place => place.CountyName == scope.Key).Select(place => Scope.Municipality(place.AreaCode)),
            ],
            ScopeKind.Municipality => [.. OfficesOf(scope.Key).Select(Scope.Office)],
            _ => [],
        };

    /// <summary>The offices that serve any of a municipality.</summary>
    public IReadOnlyList<string> OfficesOf(string municipality) =>
        [.. places.OfficesOf(municipality, on).Select(served => served.Office.Unit.Value).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>
    /// The offices that a report is read by: itself, those that serve the municipality. Of a county or the country none: it is the
    /// supervisors', with counts that no other office may see.
    /// </summary>
    public IReadOnlyList<string> OfficesOf(Scope scope) =>
        scope.Kind switch
        {
            ScopeKind.Office => [scope.Key],
            ScopeKind.Municipality => OfficesOf(scope.Key),
            _ => [],
        };

    public string? CountyOf(Scope scope) =>
        scope.Kind switch
        {
            ScopeKind.Office => places.CountyOf(new(scope.Key), on),
            ScopeKind.Municipality => places.Numbered(scope.Key, on)?.CountyName,
            ScopeKind.County => scope.Key,
            _ => null,
        };

    public bool Covers(Scope scope, Spot spot) => KeysOf(scope.Kind, new(spot, Figures.None)).Contains(scope.Key);

    /// <summary>Whose a count is, of the subjects of one kind. How a line was kept is of every municipality that its office is there for.</summary>
    public IReadOnlyList<string> KeysOf(ScopeKind kind, SpotFigures counted) =>
        (kind, counted.Spot) switch
        {
            (ScopeKind.Country, _) => [""],
            (ScopeKind.Office, var spot) => [spot.Unit],
            (ScopeKind.Municipality, { Area.Length: > 0 } spot) => [Places.Municipality(spot.Area)],
            (ScopeKind.County, var spot) => Places.County(spot) is { } county ? [county] : [],
            (_, var spot) => counted.Figures.Coverage != CoverageFigures.None ? Places.ServedBy(spot.Unit) : [],
        };

    public Hierarchy Hierarchy() => PublicTable.Places(places, on);

    /// <summary>Where a count stands in the public table: nothing is left out of it, so that its sums are those of the reports.</summary>
    public string PublicPlaceOf(Spot spot, Hierarchy known) =>
        spot.Area.Length > 0 && Places.Municipality(spot.Area) is var code && known.Has(code) ? code
        : Places.County(spot) is { } county && known.Has(county) ? PublicTable.UnknownIn(county)
        : PublicTable.Unknown;

    /// <summary>What makes municipalities comparable.</summary>
    public IReadOnlyList<Municipality> Municipalities() => municipalities ??= Compared();

    private IReadOnlyList<Municipality> Compared()
    {
        var postcodes = places
            .Registers.Postcodes.Where(row => row.Valid.Covers(on))
            .GroupBy(row => row.AreaCode)
            .ToDictionary(area => area.Key, area => area.Count());
        return [.. places.All(on).Select(place => Of(place.AreaCode, OfficesOf(place.AreaCode)))];

        Municipality Of(string code, IReadOnlyList<string> offices) =>
            new(
                code,
                NameOf(Scope.Municipality(code)) ?? code,
                postcodes.GetValueOrDefault(code),
                offices.Count,
                offices.Any(unit => Places.ServedBy(unit).Count > 1)
            );
    }
}
