using System.Globalization;
using NodaTime;

namespace CallRouting.Server.Sheets;

/// <summary>Rows under one name.</summary>
public sealed record Sheet(string Name, IReadOnlyList<IReadOnlyList<Cell>> Rows);

/// <summary>How a cell is shown. The numbers are places in the list of cell formats in <see cref="Workbook"/>.</summary>
public enum Look
{
    Plain = 0,
    Date = 1,
    Time = 2,
    Heading = 3,
    Percent = 4,
}

/// <summary>A cell of a table that is written as CSV or for Excel: a text, or a number.</summary>
public readonly record struct Cell
{
    private static readonly LocalDate DayZero = new(1899, 12, 30);
    private static readonly CultureInfo Norwegian = Comma();

    private Cell(string text, double? number, Look look) => (Text, Number, Look) = (text, number, look);

    /// <summary>As it stands in CSV: numbers with a decimal comma, as Excel in Norway reads them.</summary>
    public string Text { get; }

    public double? Number { get; }

    public Look Look { get; }

    public static Cell Of(string? text) => new(text ?? "", null, Look.Plain);

    public static Cell Heading(string text) => new(text, null, Look.Heading);

    /// <summary>Null: empty.</summary>
    public static Cell Of(double? number) => number is { } there ? new(there.ToString(Norwegian), there, Look.Plain) : Of("");

    /// <param name="share">0 to 1; null: empty.</param>
    public static Cell Percent(double? share) =>
        share is { } there ? new(there.ToString("0.####", Norwegian), there, Look.Percent) : Of("");

    public static Cell Of(LocalDate date) => new($"{date:uuuu-MM-dd}", Period.DaysBetween(DayZero, date), Look.Date);

    public static Cell Of(LocalTime time) => new($"{time:HH:mm}", (double)time.TickOfDay / NodaConstants.TicksPerDay, Look.Time);

    private static CultureInfo Comma()
    {
        var norwegian = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        norwegian.NumberFormat.NumberDecimalSeparator = ",";
        return CultureInfo.ReadOnly(norwegian);
    }
}
