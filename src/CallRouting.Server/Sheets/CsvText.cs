using CsvHelper;

namespace CallRouting.Server.Sheets;

/// <summary>Writes rows as CSV that Excel in Norway opens: semicolons, decimal commas, UTF-8 with its mark.</summary>
/// <remarks>
/// A text that a spreadsheet would take for a formula gets a ' in front, and so does one that begins with a '. Whoever reads the file takes
/// one ' off the beginning of a field, and has what was written: nothing is lost.
/// </remarks>
public static class CsvText
{
    public const string ContentType = "text/csv; charset=utf-8";

    // The wide ones are what Excel makes of the others in some languages.
    private const string Dangerous = "=+-@\t\r\n\u0000'\uFF1D\uFF0B\uFF0D\uFF20";

    private static readonly CsvWriterOptions Options = new() { Separator = ';', WriteByteOrderMark = true };

    /// <param name="rows">Shorter ones are filled up with empty fields: a record has as many as the others (RFC 4180).</param>
    public static byte[] Write(IEnumerable<IReadOnlyList<Cell>> rows)
    {
        IReadOnlyList<IReadOnlyList<Cell>> table = [.. rows];
        var width = table.Max(row => row.Count);
        using var bytes = new MemoryStream();
        using (var csv = CsvWriter.Create(bytes, Options, leaveOpen: true))
        {
            foreach (var row in table)
            {
                foreach (var cell in row.Concat(Enumerable.Repeat(Cell.Of(""), width - row.Count)))
                {
                    csv.WriteField(cell.Number is null ? Harmless(cell.Text) : cell.Text);
                }
                csv.EndRecord();
            }
        }
        return bytes.ToArray();
    }

    public static string Harmless(string text) =>
        text.Length > 0 && Dangerous.Contains(text[0], StringComparison.Ordinal) ? $"'{text}" : text;
}
