using CallRouting.Core.Reports;
using NodaTime;
using NodaTime.Text;

namespace CallRouting.Server.Reports;

/// <param name="First">The first day, yyyy-MM-dd.</param>
/// <param name="Last">The last day.</param>
/// <param name="OfficesWithLine">The offices that have a duty line today, of those that there are.</param>
/// <param name="Parts">Empty unless asked for.</param>
public sealed record FiguresAnswer(
    string Scope,
    string Period,
    string First,
    string Last,
    string Slice,
    IReadOnlyList<FigureAnswer> Figures,
    ShareAnswer OfficesWithLine,
    IReadOnlyList<PartAnswer> Parts
)
{
    public static FiguresAnswer Of(Asked about, Figures figures, Share officesWithLine, IReadOnlyList<PartFigures> parts) =>
        new(
            about.Scope.ToString(),
            about.Period.ToString(),
            LocalDatePattern.Iso.Format(about.Period.First),
            LocalDatePattern.Iso.Format(about.Period.Last),
            about.Slice.ToString(),
            FigureAnswer.All(figures),
            new(officesWithLine.Part, officesWithLine.Whole),
            [.. parts.Select(part => new PartAnswer(part.Key, part.Name, FigureAnswer.All(part.Figures)))]
        );
}

/// <param name="Key">A unit number, a line's id, a municipality's number or a county's name.</param>
public sealed record PartAnswer(string Key, string Name, IReadOnlyList<FigureAnswer> Figures);

public sealed record ShareAnswer(long Part, long Whole);

/// <param name="Key">Of its definition.</param>
/// <param name="Value">Of a share 0 to 1, of a time whole seconds; null where there is nothing to compute it from.</param>
/// <param name="Part">Of a share: what it is a part of is the whole.</param>
public sealed record FigureAnswer(string Key, double? Value, long? Part, long? Whole)
{
    public static IReadOnlyList<FigureAnswer> All(Figures figures) => [.. Definitions.All.Select(definition => Of(definition, figures))];

    private static FigureAnswer Of(Definition definition, Figures figures) =>
        definition.Share?.Invoke(figures) is { } share
            ? new(definition.Key, share.Value, share.Part, share.Whole)
            : new(definition.Key, definition.Of(figures), null, null);
}

/// <param name="Next">The key to go on after, or null: there are no more.</param>
public sealed record RowsAnswer(IReadOnlyList<RowAnswer> Rows, string? Next)
{
    public static RowsAnswer Of(IReadOnlyList<CountedTransfer> rows, bool isFull) =>
        new([.. rows.Select(RowAnswer.Of)], isFull ? RowKey.Of(rows[^1]) : null);
}

/// <summary>A transfer as it was counted.</summary>
/// <param name="Municipality">The caller's, by the number that it had then; null: unknown.</param>
/// <param name="Time">The Norwegian half hour in which it began, such as 10:30.</param>
public sealed record RowAnswer(
    string Transfer,
    string Unit,
    string Line,
    string? Municipality,
    string Day,
    string Time,
    string Way,
    bool Urgent,
    string Language,
    string? TargetGroup,
    string Ending,
    bool Offered,
    int? Rung,
    bool ByNeighbour,
    int? SecondsToAccept,
    int? SecondsToGiveUp,
    int SecondsInQueue,
    bool LostAfterwards,
    bool Misrouted,
    bool CountsAgainstOffice
)
{
    public static RowAnswer Of(CountedTransfer row) =>
        new(
            row.Transfer,
            row.Unit,
            row.Line,
            row.Area.Length == 0 ? null : row.Area,
            LocalDatePattern.Iso.Format(row.Day),
            $"{row.HalfHour / 2:00}:{row.HalfHour % 2 * 30:00}",
            row.Way.ToString(),
            row.Urgent,
            row.Language,
            row.TargetGroup.Length == 0 ? null : row.TargetGroup,
            row.Ending.ToString(),
            Counting.IsOffered(row.Ending),
            row.Rung,
            row.ByNeighbour,
            row.SecondsToAccept,
            row.SecondsToGiveUp,
            row.SecondsInQueue,
            row.LostAfterwards,
            row.Misrouted,
            row.CountsAgainstOffice
        );
}

/// <summary>Where a page of rows goes on: after a transfer of a day.</summary>
/// <param name="Transfer">Empty: from the day's beginning.</param>
public sealed record RowKey(LocalDate Day, string Transfer)
{
    public static RowKey First { get; } = new(new LocalDate(1, 1, 1), "");

    public static string Of(CountedTransfer row) => $"{LocalDatePattern.Iso.Format(row.Day)}.{row.Transfer}";

    /// <summary>Null for what is no key.</summary>
    public static RowKey? Read(string? text) =>
        text is null ? First
        : text.Split('.', 2) is [var day, var transfer] && LocalDatePattern.Iso.Parse(day).TryGetValue(default, out var date)
            ? new(date, transfer)
        : null;
}
