using CallRouting.Core.Offices;
using NodaTime;

namespace CallRouting.Server.Offices;

/// <summary>A district lies within its municipality, and no municipality ends without telling where it went.</summary>
internal static class AreaChecks
{
    public static IEnumerable<RegisterFault> Of(RegisterTables tables)
    {
        var spans = new AreaSpans(tables);
        var starts = tables.Areas.Rows.Select(area => (area.Code, area.Valid.From)).ToHashSet();
        var departures = tables
            .Changes.Rows.Where(change => change.Kind != ChangeKind.Boundary)
            .Select(change => (change.OldNumber, change.Date))
            .ToHashSet();
        return tables
            .Areas.Lines.Select(line => (Line: line, Reason: Misplaced(line.Row, spans) ?? Lost(line.Row, starts, departures)))
            .Where(found => found.Reason is not null)
            .Select(found => tables.Areas.Fault(found.Line, found.Reason!));
    }

    private static string? Misplaced(Area area, AreaSpans spans) =>
        area.Kind == AreaKind.District ? MisplacedDistrict(area, spans)
        : area.MunicipalityNumber == area.Code ? null
        : $"municipality_number {area.MunicipalityNumber} must be the code itself, {area.Code}.";

    private static string? MisplacedDistrict(Area district, AreaSpans spans) =>
        district.Code.StartsWith(district.MunicipalityNumber, StringComparison.Ordinal)
            ? spans.WhyNot(district.MunicipalityNumber, district.Valid)
            : $"district {district.Code} must begin with its municipality_number, {district.MunicipalityNumber}.";

    // Another row that begins where this one ends is the same municipality under a new name.
    private static string? Lost(Area area, HashSet<(string, LocalDate)> starts, HashSet<(string, LocalDate)> departures) =>
        area.Kind == AreaKind.District
        || area.Valid.To is not { } to
        || starts.Contains((area.Code, to))
        || departures.Contains((area.Code, to))
            ? null
            : $"{area.Code} ended {to.PlusDays(-1):uuuu-MM-dd}, and {RegisterTables.ChangesFile} does not say what it became on {to:uuuu-MM-dd}.";
}
