using CallRouting.Core.Offices;

namespace CallRouting.Server.Offices;

/// <summary>A change begins on the day after the old number's last, leads to a number that holds then, and only a split leads to several.</summary>
internal static class ChangeChecks
{
    public static IEnumerable<RegisterFault> Of(RegisterTables tables)
    {
        var spans = new AreaSpans(tables);
        return tables
            .Changes.Lines.Select(line => (Line: line, Reason: WrongEnd(line.Row, spans) ?? WrongStart(line.Row, spans)))
            .Where(found => found.Reason is not null)
            .Select(found => tables.Changes.Fault(found.Line, found.Reason!))
            .Concat(Several(tables.Changes));
    }

    private static string? WrongEnd(MunicipalityChange change, AreaSpans spans) =>
        spans.Of(change.OldNumber) is not { } old ? $"old_number {change.OldNumber} is not in {RegisterTables.AreasFile}."
        : change.OldNumber == change.NewNumber ? $"old_number and new_number are both {change.OldNumber}."
        : change.Kind switch
        {
            ChangeKind.Boundary => null,
            ChangeKind.Part when old.To < change.Date => null,
            ChangeKind.Part => $"{change.OldNumber} holds {old.InWords()}; a part must have ended before {change.Date:uuuu-MM-dd}.",
            _ when old.To == change.Date => null,
            _ => $"{change.OldNumber} holds {old.InWords()}; its last day must be the day before {change.Date:uuuu-MM-dd}.",
        };

    private static string? WrongStart(MunicipalityChange change, AreaSpans spans) =>
        spans.Of(change.NewNumber) is not { } successor ? $"new_number {change.NewNumber} is not in {RegisterTables.AreasFile}."
        : successor.Covers(change.Date) ? null
        : $"{change.NewNumber} holds {successor.InWords()}, not on {change.Date:uuuu-MM-dd}.";

    private static IEnumerable<RegisterFault> Several(RegisterTable<MunicipalityChange> changes) =>
        changes
            .Lines.Where(line => line.Row.Kind is ChangeKind.Merge or ChangeKind.Renumber)
            .GroupBy(line => (line.Row.OldNumber, line.Row.Date))
            .SelectMany(same => same.Skip(1).Select(line => (Line: line, First: same.First())))
            .Where(pair => pair.Line.Row.NewNumber != pair.First.Row.NewNumber)
            .Select(pair =>
                changes.Fault(
                    pair.Line,
                    $"{pair.Line.Row.OldNumber} also became {pair.First.Row.NewNumber} on line {pair.First.Line}. If it was split, say split on both."
                )
            );
}
