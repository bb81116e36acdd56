using CallRouting.Core.Offices;
using CallRouting.Core.Reports;
using NodaTime;

namespace CallRouting.Server.Reports;

/// <summary>
/// Where what was counted belongs. After a merger a municipality's history is its successor's; after a split nobody can say whose it is, and it
/// stays under the old number. Or all of it as it was.
/// </summary>
/// <param name="on">The day whose municipalities are asked for.</param>
public sealed class ReportPlaces(Places places, LocalDate on, bool asItWas)
{
    private readonly Dictionary<string, string> successors = [];
    private readonly Dictionary<string, string?> counties = [];

    /// <summary>The number under which a municipality is reported; empty stays empty.</summary>
    public string Municipality(string area)
    {
        if (asItWas || area.Length == 0)
        {
            return area;
        }
        if (!successors.TryGetValue(area, out var successor))
        {
            successors[area] = successor = places.Numbered(area, on)?.AreaCode ?? area;
        }
        return successor;
    }

    /// <summary>Of the caller's municipality, or where nobody knows it, of the office.</summary>
    public string? County(Spot spot)
    {
        var key = spot.Area.Length > 0 ? spot.Area : "unit " + spot.Unit;
        if (!counties.TryGetValue(key, out var county))
        {
            counties[key] = county = spot.Area.Length > 0 ? CountyOfArea(spot.Area) : places.CountyOf(new(spot.Unit), on);
        }
        return county;
    }

    /// <summary>Every number, today's and earlier ones, whose callers are reported under this one.</summary>
    public IReadOnlyList<string> NumbersOf(string municipality) =>
        [
            .. places
                .Registers.Areas.Where(area => area.Kind != AreaKind.District)
                .Select(area => area.Code)
                .Append(municipality)
                .Distinct()
                .Where(code => Municipality(code) == municipality),
        ];

    /// <summary>The municipalities whose callers an office is there for.</summary>
    public IReadOnlyList<string> ServedBy(string unit) =>
        [.. places.AreasOf(new(unit), on).Select(served => served.AreaCode[..4]).Distinct()];

    public string NameOfOffice(string unit) => places.Registers.Offices.LastOrDefault(office => office.Unit.Value == unit)?.Name ?? unit;

    public string NameOfMunicipality(string number) => places.Registers.Areas.LastOrDefault(area => area.Code == number)?.Name ?? number;

    private string? CountyOfArea(string area) =>
        (asItWas ? null : places.Numbered(area, on)?.CountyName)
        ?? places.Registers.Areas.LastOrDefault(known => known.Code == area)?.CountyName;
}
