using CallRouting.Core.Rosters;
using CsvHelper;
using NodaTime;
using NodaTime.Text;

namespace CallRouting.Server.Rosters.Exchange;

/// <summary>Writes a roster as <see cref="CsvRoster"/> reads it. Excel in Norway opens it: semicolons, UTF-8 with its mark.</summary>
public static class CsvSheet
{
    private static readonly string[] Columns =
    [
        SheetColumns.Line,
        SheetColumns.Date,
        SheetColumns.Weekday,
        SheetColumns.From,
        SheetColumns.To,
        SheetColumns.Officer,
        SheetColumns.Id,
        SheetColumns.Role,
    ];

    // What begins like a formula gets a ' in front, which spreadsheets do not show.
    private static readonly CsvWriterOptions Options = new()
    {
        Separator = ';',
        WriteByteOrderMark = true,
        Injection = CsvInjection.Escape,
    };

    public static byte[] Write(RosterSheet sheet)
    {
        using var bytes = new MemoryStream();
        using (var csv = CsvWriter.Create(bytes, Options, leaveOpen: true))
        {
            Write(csv, Columns);
            foreach (var row in sheet.Rows.SelectMany(row => DutySpans.Days(row.Span).Select(day => row with { Span = day })))
            {
                Write(csv, Fields(row));
            }
        }
        return bytes.ToArray();
    }

    internal static string[] Fields(SheetRow row) =>
        [
            row.Line.Id.Value,
            LocalDatePattern.Iso.Format(row.Span.From.Date),
            Weekday(row.Span.From.DayOfWeek),
            WallTime.Write(row.Span.From.TimeOfDay),
            WallTime.Write(row.Span.To.TimeOfDay),
            row.Officer,
            row.Span.OfficerId,
            RoleWords.Write(row.Span.Role),
        ];

    internal static IReadOnlyList<string> Header => Columns;

    private static string Weekday(IsoDayOfWeek day) =>
        day switch
        {
            IsoDayOfWeek.Monday => "mandag",
            IsoDayOfWeek.Tuesday => "tirsdag",
            IsoDayOfWeek.Wednesday => "onsdag",
            IsoDayOfWeek.Thursday => "torsdag",
            IsoDayOfWeek.Friday => "fredag",
            IsoDayOfWeek.Saturday => "lørdag",
            _ => "søndag",
        };

    private static void Write(CsvWriter csv, string[] fields)
    {
        foreach (var field in fields)
        {
            csv.WriteField(field);
        }
        csv.EndRecord();
    }
}
