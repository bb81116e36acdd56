using CallRouting.Core.Offices;
using CallRouting.Core.Rosters;
using NodaTime;
using NodaTime.Extensions;

namespace CallRouting.Server.Rosters.Exchange;

/// <summary>A line's or an office's roster as a file: CSV, a calendar, an Excel workbook.</summary>
public static class ExportEndpoints
{
    private const int UsualDays = 31;

    public static void MapExports(this RouteGroupBuilder api)
    {
        api.MapGet("/lines/{line}/roster.csv", OfLine(RosterFormat.Csv));
        api.MapGet("/lines/{line}/roster.ics", OfLine(RosterFormat.Calendar));
        api.MapGet("/lines/{line}/roster.xlsx", OfLine(RosterFormat.Excel));
        api.MapGet("/offices/{unit}/roster.csv", OfOffice(RosterFormat.Csv));
        api.MapGet("/offices/{unit}/roster.ics", OfOffice(RosterFormat.Calendar));
        api.MapGet("/offices/{unit}/roster.xlsx", OfOffice(RosterFormat.Excel));
    }

    // from, to: dates, the last included; left out: 31 days from today.
    private static Delegate OfLine(RosterFormat format) =>
        async (string line, string? from, string? to, RosterSheets sheets, TimeProvider clock, CancellationToken cancel) =>
            Days(from, to, clock) is not { } days ? AskedDays.Refused("from, to", from, to)
            : await sheets.OfLine(new DutyLineId(line), days, cancel) is { } sheet ? File(format, sheet, clock)
            : LineDoor.Missing(line);

    private static Delegate OfOffice(RosterFormat format) =>
        async (string unit, string? from, string? to, RosterSheets sheets, TimeProvider clock, CancellationToken cancel) =>
            Days(from, to, clock) is not { } days ? AskedDays.Refused("from, to", from, to)
            : await sheets.OfOffice(new UnitNumber(unit), days, cancel) is { } sheet ? File(format, sheet, clock)
            : Problems.NotFound("unit", $"office {unit} with duty lines", "A unit number has four digits, such as 0104.");

    private static IResult File(RosterFormat format, RosterSheet sheet, TimeProvider clock) =>
        format.File(sheet, clock.GetUtcNow().ToInstant());

    private static DateInterval? Days(string? from, string? to, TimeProvider clock) =>
        AskedDays.Read(from, to, clock.GetUtcNow().ToInstant(), UsualDays);
}
