namespace CallRouting.Server.Rosters.Exchange;

/// <summary>The columns of a roster as a spreadsheet, and by which names people call them (words.md).</summary>
internal static class SheetColumns
{
    public const string Line = "linje";
    public const string Date = "dato";
    public const string Weekday = "ukedag";
    public const string From = "fra";
    public const string To = "til";
    public const string LastDate = "til dato";
    public const string Officer = "vakthavende";
    public const string Id = "id";
    public const string Role = "rolle";

    private static readonly Dictionary<string, string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        [Line] = Line,
        ["vaktlinje"] = Line,
        ["line"] = Line,
        [Date] = Date,
        ["fra dato"] = Date,
        ["date"] = Date,
        [Weekday] = Weekday,
        ["vekedag"] = Weekday,
        ["dag"] = Weekday,
        [From] = From,
        ["frå"] = From,
        ["fra kl"] = From,
        ["from"] = From,
        [To] = To,
        ["til kl"] = To,
        ["to"] = To,
        [LastDate] = LastDate,
        [Officer] = Officer,
        ["vakthavande"] = Officer,
        ["navn"] = Officer,
        ["namn"] = Officer,
        ["officer"] = Officer,
        ["name"] = Officer,
        [Id] = Id,
        [Role] = Role,
        ["lag"] = Role,
        ["role"] = Role,
    };

    private static readonly string[] Needed = [Date, From, To, Officer];

    /// <summary>What is wrong with a header; null for one that is understood.</summary>
    public static RefusedRow? Wrong(IReadOnlyList<string> headers)
    {
        var known = headers.Select(Canonical).ToList();
        return headers.FirstOrDefault(header => Canonical(header) is null) is { } unknown
                ? new(1, unknown, unknown, $"This column is unknown. Allowed: {string.Join(", ", Names.Values.Distinct())}.")
            : known.GroupBy(name => name).FirstOrDefault(name => name.Count() > 1) is { } twice
                ? new(1, twice.Key!, twice.Key!, "This column stands there twice.")
            : Needed.FirstOrDefault(column => !known.Contains(column) && !(column == Officer && known.Contains(Id))) is { } missing
                ? new(1, missing, "", $"This column is missing. Needed: {string.Join(", ", Needed)}.")
            : null;
    }

    public static string? Canonical(string header) => Names.GetValueOrDefault(header.Trim());
}
