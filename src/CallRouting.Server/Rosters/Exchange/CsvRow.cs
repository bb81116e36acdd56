using CsvHelper;

namespace CallRouting.Server.Rosters.Exchange;

/// <summary>One row of a spreadsheet after another, by the columns' own names.</summary>
internal sealed class CsvRow
{
    private readonly CsvReader csv;
    private readonly Dictionary<string, int> columns;

    public CsvRow(CsvReader csv)
    {
        this.csv = csv;
        columns = csv.Headers.Index().ToDictionary(header => SheetColumns.Canonical(header.Item)!, header => header.Index);
    }

    /// <summary>The line of the file, which is the spreadsheet's row.</summary>
    public int Number => (int)csv.LineNumber;

    /// <summary>A spreadsheet saves rows that were emptied.</summary>
    public bool IsEmpty => columns.Values.All(column => string.IsNullOrWhiteSpace(csv.GetString(column)));

    public bool Next() => csv.Read();

    /// <summary>Empty where there is no such column. The mark that keeps a text from being a formula is taken off.</summary>
    public string Text(string column)
    {
        if (!columns.TryGetValue(column, out var place))
        {
            return "";
        }
        var text = csv.GetString(place).Trim();
        return text is ['\'', '=' or '+' or '-' or '@', ..] ? text[1..] : text;
    }
}
