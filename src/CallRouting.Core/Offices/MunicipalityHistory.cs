using NodaTime;

namespace CallRouting.Core.Offices;

/// <summary>Follows a number through mergers, splits and renumberings to the areas that are there on a day.</summary>
internal sealed class MunicipalityHistory(Registers registers)
{
    private readonly ILookup<string, Area> areas = registers.Areas.ToLookup(area => area.Code);

    private readonly ILookup<string, MunicipalityChange> changes = registers
        .Changes.Where(change => change.Kind != ChangeKind.Boundary && change.OldNumber != change.NewNumber)
        .ToLookup(change => change.OldNumber);

    public Area? Valid(string code, LocalDate on) => areas[code].FirstOrDefault(area => area.Valid.Covers(on));

    /// <summary>The area itself while it holds; otherwise its successors, several after a split, none for an unknown code.</summary>
    public IReadOnlyList<Area> Successors(string code, LocalDate on) => Successors(code, on, after: LocalDate.MinIsoValue);

    // Each step looks only at later changes, so that the walk ends even in a register that leads in a circle.
    private IReadOnlyList<Area> Successors(string code, LocalDate on, LocalDate after) =>
        Valid(code, on) is { } area
            ? [area]
            : [.. LastChange(code, on, after).SelectMany(change => Successors(change.NewNumber, on, change.Date)).Distinct()];

    // The last change wins: it knows better than an earlier one where a part of a split municipality lies.
    private IEnumerable<MunicipalityChange> LastChange(string code, LocalDate on, LocalDate after)
    {
        var passed = changes[code].Where(change => change.Date > after && change.Date <= on).ToList();
        return passed.Where(change => change.Date == passed.Max(other => other.Date));
    }
}
