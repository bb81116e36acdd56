using System.Text;

namespace CallRouting.Cli;

/// <summary>Rows under headings, each column as wide as its widest cell.</summary>
public sealed class Table(params string[] headings)
{
    private const string Between = "  ";

    private readonly List<string[]> rows = [];

    public void Add(params string?[] cells) => rows.Add([.. cells.Select(cell => cell ?? "")]);

    /// <summary>The table, or these words when it has no rows.</summary>
    public string Or(string nothing) => rows.Count == 0 ? nothing : ToString();

    public override string ToString()
    {
        var widths = headings.Select((heading, column) => rows.Append(headings).Max(row => row[column].Length)).ToArray();
        var text = new StringBuilder(Line(headings, widths));
        text.Append('\n').Append(string.Join(Between, widths.Select(width => new string('-', width))));
        foreach (var row in rows)
        {
            text.Append('\n').Append(Line(row, widths));
        }
        return text.ToString();
    }

    private static string Line(string[] cells, int[] widths) =>
        string.Join(Between, cells.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd();
}
