using CallRouting.Core.Offices;
using NodaTime;

namespace CallRouting.Server.Offices;

/// <summary>When each area of the registers holds, over all the names that it has had, and what to tell whoever uses it on other days.</summary>
internal sealed class AreaSpans
{
    private readonly Dictionary<string, Validity> spans;
    private readonly ILookup<string, Area> districts;
    private readonly Places places;

    public AreaSpans(RegisterTables tables)
    {
        var areas = tables.Areas.Rows;
        spans = areas.GroupBy(area => area.Code).ToDictionary(rows => rows.Key, rows => Spans.Of(rows.Select(area => area.Valid)));
        districts = areas.Where(area => area.Kind == AreaKind.District).ToLookup(area => area.MunicipalityNumber);
        places = new Places(new Registers { Areas = areas, Changes = tables.Changes.Rows });
    }

    public bool Knows(string code) => spans.ContainsKey(code);

    public Validity? Of(string code) => spans.TryGetValue(code, out var span) ? span : null;

    public bool HasDistricts(string code, Validity during) => districts[code].Any(district => district.Valid.Overlaps(during));

    /// <summary>Why an area cannot be used on all these days, or null where it can.</summary>
    public string? WhyNot(string code, Validity used) =>
        Of(code) is not { } span ? $"{code} is not in {RegisterTables.AreasFile}."
        : span.Encloses(used) ? null
        : used.From < span.From ? $"{code} holds {span.InWords()}, this row {used.InWords()}."
        : Ended(code, span.To!.Value);

    private string Ended(string code, LocalDate to)
    {
        var successors = places.AllNumbered(code, LocalDate.MaxIsoValue).Select(place => place.AreaCode).ToList();
        var ended = $"{(code.Length == 4 ? "municipality" : "district")} {code} ended {to.PlusDays(-1):uuuu-MM-dd}";
        return successors switch
        {
            [] => $"{ended}.",
            [var only] => $"{ended}; its successor is {only}.",
            _ => $"{ended}; its successors are {string.Join(", ", successors.SkipLast(1))} and {successors[^1]}.",
        };
    }
}

internal static class Spans
{
    /// <summary>From the first day of rows that follow each other to the last day.</summary>
    public static Validity Of(IEnumerable<Validity> rows)
    {
        var inOrder = rows.OrderBy(row => row.From).ToList();
        return new(inOrder[0].From, inOrder[^1].To);
    }

    public static string InWords(this Validity valid) =>
        valid.To is { } to ? $"from {valid.From:uuuu-MM-dd} to {to.PlusDays(-1):uuuu-MM-dd}" : $"from {valid.From:uuuu-MM-dd}";
}
