using CallRouting.Core.Rosters;

namespace CallRouting.Server.Rosters.Exchange;

/// <summary>One row of a file that says who is on duty when.</summary>
/// <param name="Row">The line of the file, from 1.</param>
/// <param name="Line">Which duty line it names; null: the one that the file is for.</param>
public sealed record ImportedDuty(int Row, string? Line, DutySpan Span);

/// <summary>A row that was not taken, and why.</summary>
/// <param name="Row">The line of the file, from 1; 0: the file as a whole.</param>
/// <param name="Field">The column, or the property of an event.</param>
/// <param name="Value">What stands there.</param>
/// <param name="Wrong">What is wrong with it, and what is allowed.</param>
public sealed record RefusedRow(int Row, string Field, string Value, string Wrong)
{
    public override string ToString() => $"line {Row}, {Field} \"{Value}\": {Wrong}";
}

/// <summary>A file as it was understood.</summary>
/// <param name="Skipped">Rows that say nothing: cancelled events, empty rows.</param>
public sealed record RosterImport(IReadOnlyList<ImportedDuty> Duties, IReadOnlyList<RefusedRow> Refused, int Skipped)
{
    /// <summary>For one line: rows that name another are refused.</summary>
    public RosterImport Only(DutyLine line)
    {
        var others = Duties.Where(duty => duty.Line is not null && duty.Line != line.Id.Value && duty.Line != line.Name).ToHashSet();
        var refused = others.Select(duty => new RefusedRow(
            duty.Row,
            SheetColumns.Line,
            duty.Line!,
            $"This is for line {line.Id}. Leave it empty, or take the row out."
        ));
        return new([.. Duties.Where(duty => !others.Contains(duty))], [.. Refused.Concat(refused).OrderBy(row => row.Row)], Skipped);
    }
}

/// <summary>One row cannot be taken; reading goes on with the next.</summary>
internal sealed class RefusedRowException(string field, string value, string wrong) : Exception(wrong)
{
    public RefusedRow At(int row) => new(row, field, value, Message);
}
