using CallRouting.Core.Rosters;
using CallRouting.Server.Sheets;
using NodaTime;

namespace CallRouting.Server.Rosters.Exchange;

/// <summary>Writes a roster as an Excel workbook of one sheet.</summary>
public static class ExcelSheet
{
    public const string ContentType = Workbook.ContentType;

    /// <param name="now">When it was written.</param>
    public static byte[] Write(RosterSheet sheet, Instant now) => Workbook.Write([new("Vaktliste", [Header, .. Rows(sheet)])], now);

    private static IReadOnlyList<Cell> Header => [.. CsvSheet.Header.Select(Cell.Heading)];

    private static IEnumerable<IReadOnlyList<Cell>> Rows(RosterSheet sheet) =>
        sheet
            .Rows.SelectMany(row => DutySpans.Days(row.Span).Select(day => row with { Span = day }))
            .Select(row => CsvSheet.Header.Zip(CsvSheet.Fields(row), (column, field) => Of(column, field, row.Span)).ToList());

    private static Cell Of(string column, string field, DutySpan span) =>
        column switch
        {
            SheetColumns.Date => Cell.Of(span.From.Date),
            SheetColumns.From => Cell.Of(span.From.TimeOfDay),
            SheetColumns.To => Cell.Of(span.To.TimeOfDay),
            _ => Cell.Of(field),
        };
}
