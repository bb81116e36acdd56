using CallRouting.Core.Offices;

namespace CallRouting.Server.Offices;

/// <summary>
/// What one row cannot tell alone: that codes exist, hold when they are used, and lead somewhere when they end.
/// Rows are checked only against files that are whole, so that one broken row is not told a hundred times.
/// </summary>
internal sealed class RegisterChecks
{
    private readonly RegisterTables tables;
    private readonly AreaSpans spans;

    private RegisterChecks(RegisterTables tables)
    {
        this.tables = tables;
        spans = new AreaSpans(tables);
    }

    public static IEnumerable<RegisterFault> Of(RegisterTables tables)
    {
        var checks = new RegisterChecks(tables);
        return tables.Areas.Sound && tables.Changes.Sound
            ? [.. checks.Twice(), .. AreaChecks.Of(tables), .. ChangeChecks.Of(tables), .. checks.References()]
            : checks.Twice();
    }

    private IEnumerable<RegisterFault> Twice() =>
        [
            .. Twice(tables.Areas, area => area.Code, area => area.Valid),
            .. Twice(tables.ParallelNames, name => $"position {name.Position} of {name.AreaCode}", _ => Validity.Always),
            .. Twice(
                tables.Changes,
                change => $"{change.OldNumber} → {change.NewNumber} on {change.Date:uuuu-MM-dd}",
                _ => Validity.Always
            ),
            .. Twice(tables.Postcodes, postcode => postcode.Code, postcode => postcode.Valid),
            .. Twice(tables.Offices, office => office.Unit.Value, office => office.Valid),
            .. Twice(tables.OfficeAreas, served => $"{served.AreaCode} served by {served.Unit}", served => served.Valid),
        ];

    private static IEnumerable<RegisterFault> Twice<T>(RegisterTable<T> table, Func<T, string> key, Func<T, Validity> valid) =>
        table
            .Lines.GroupBy(line => key(line.Row))
            .SelectMany(same => same.Skip(1).Select(line => (Line: line, First: same.First(other => other != line))))
            .Where(pair => pair.First.Line < pair.Line.Line && valid(pair.First.Row).Overlaps(valid(pair.Line.Row)))
            .Select(pair => table.Fault(pair.Line, $"{key(pair.Line.Row)} is already on line {pair.First.Line}, for the same days."));

    private IEnumerable<RegisterFault> References()
    {
        foreach (var line in tables.ParallelNames.Lines.Where(line => !spans.Knows(line.Row.AreaCode)))
        {
            yield return tables.ParallelNames.Fault(line, $"{line.Row.AreaCode} is not in {RegisterTables.AreasFile}.");
        }
        foreach (var line in tables.Postcodes.Lines)
        {
            if (spans.WhyNot(line.Row.AreaCode, line.Row.Valid) is { } reason)
            {
                yield return tables.Postcodes.Fault(line, reason);
            }
        }
        foreach (var line in tables.OfficeAreas.Lines)
        {
            if ((spans.WhyNot(line.Row.AreaCode, line.Row.Valid) ?? WhyNotServed(line.Row)) is { } reason)
            {
                yield return tables.OfficeAreas.Fault(line, reason);
            }
        }
    }

    private string? WhyNotServed(OfficeArea served) =>
        spans.HasDistricts(served.AreaCode, served.Valid) ? $"{served.AreaCode} has districts: name the office of each district instead."
        : tables.Offices.Sound ? WhyNoOffice(served)
        : null;

    private string? WhyNoOffice(OfficeArea served)
    {
        var offices = tables.Offices.Rows.Where(office => office.Unit == served.Unit).Select(office => office.Valid).ToList();
        return offices.Count == 0 ? $"unit {served.Unit} is not in {RegisterTables.OfficesFile}."
            : Spans.Of(offices).Encloses(served.Valid) ? null
            : $"unit {served.Unit} holds {Spans.Of(offices).InWords()}, this row {served.Valid.InWords()}.";
    }
}
