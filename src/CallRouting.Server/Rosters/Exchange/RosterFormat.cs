using NodaTime;

namespace CallRouting.Server.Rosters.Exchange;

/// <summary>What a roster goes out as. What comes in is one of the first two.</summary>
public enum RosterFormat
{
    Csv,
    Calendar,
    Excel,
}

internal static class RosterFormats
{
    private const string Csv = "text/csv";
    private const string Calendar = "text/calendar";

    public const string MayComeIn = $"Send {Csv} or {Calendar}, in UTF-8.";

    /// <summary>Browsers on Windows call a CSV file Excel's.</summary>
    public static RosterFormat? OfContentType(string? type) =>
        type?.Split(';')[0].Trim().ToLowerInvariant() switch
        {
            Csv or "application/csv" or "application/vnd.ms-excel" => RosterFormat.Csv,
            Calendar => RosterFormat.Calendar,
            _ => null,
        };

    public static RosterFormat? OfFile(string path) =>
        Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".csv" => RosterFormat.Csv,
            ".ics" => RosterFormat.Calendar,
            _ => null,
        };

    public static IResult File(this RosterFormat format, RosterSheet sheet, Instant now) =>
        format switch
        {
            RosterFormat.Csv => TypedResults.File(CsvSheet.Write(sheet), $"{Csv}; charset=utf-8", $"{sheet.Name}.csv"),
            RosterFormat.Calendar => TypedResults.File(CalendarSheet.Write(sheet, now), $"{Calendar}; charset=utf-8", $"{sheet.Name}.ics"),
            _ => TypedResults.File(ExcelSheet.Write(sheet, now), ExcelSheet.ContentType, $"{sheet.Name}.xlsx"),
        };
}
