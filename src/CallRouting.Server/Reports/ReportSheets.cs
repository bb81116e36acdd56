using CallRouting.Core.Reports;
using CallRouting.Server.Sheets;
using NodaTime;

namespace CallRouting.Server.Reports;

/// <summary>What a report says as tables: one for figures of every kind, one for rulings, one for definitions.</summary>
public static class ReportSheets
{
    /// <summary>Where a count is hidden: the sign that statistics use for it.</summary>
    private const string Hidden = ":";

    private static readonly string[] FigureColumns =
    [
        "del",
        "kode",
        "navn",
        "størrelse",
        "betegnelse",
        "verdi",
        "teller",
        "nevner",
        "fra (95 %)",
        "til (95 %)",
    ];

    private static readonly string[] RulingColumns =
    [
        "overføring",
        "dag",
        "enhet",
        "talt som",
        "grunn",
        "innsigelse",
        "avgjort som",
        "begrunnelse",
        "avgjort",
    ];

    private static readonly string[] MeaningColumns = ["størrelse", "betegnelse", "formel", "betydning"];
    private static readonly string[] PublicColumns = ["periode", "kode", "navn", "del av"];
    private static readonly string[] PublicShares = ["svarandel", "svartid median", "svartid p90"];

    public static IReadOnlyList<Sheet> Of(ReportContent report, IReadOnlyDictionary<string, DefinitionText> words) =>
        [new("Tall", Figures(report, words)), new("Avgjørelser", Rulings(report)), new("Definisjoner", Meanings(words))];

    /// <summary>All of it under each other, as CSV has one table: figures, then rulings, then definitions, an empty row between them.</summary>
    public static IReadOnlyList<IReadOnlyList<Cell>> Together(IReadOnlyList<Sheet> sheets) =>
        [
            .. sheets
                .Index()
                .SelectMany(sheet =>
                    sheet.Index == 0
                        ? sheet.Item.Rows
                        :
                        [
                            [],
                            .. sheet.Item.Rows,
                        ]
                ),
        ];

    /// <summary>A row for each place, a column for each count.</summary>
    public static IReadOnlyList<IReadOnlyList<Cell>> Public(Release release)
    {
        var counts = PublicTable.Outcomes();
        var keys = Enumerable.Range(0, counts.Count).Select(counts.Name).ToList();
        return
        [
            [.. PublicColumns.Concat(keys).Concat(PublicShares).Select(Cell.Heading)],
            .. release.Places.Select(place =>
                (IReadOnlyList<Cell>)
                    [
                        Cell.Of(release.Period),
                        Cell.Of(place.Code),
                        Cell.Of(place.Name),
                        Cell.Of(place.Above),
                        .. keys.Select(key => place.Counts[key] is { } count ? Cell.Of(count) : Cell.Of(Hidden)),
                        place.Answered is { } share ? Cell.Percent(share.Share) : Cell.Of(Hidden),
                        place.ToAcceptMedian is { } median ? Cell.Of(median) : Cell.Of(Hidden),
                        place.ToAcceptP90 is { } p90 ? Cell.Of(p90) : Cell.Of(Hidden),
                    ]
            ),
        ];
    }

    private static IReadOnlyList<IReadOnlyList<Cell>> Figures(ReportContent report, IReadOnlyDictionary<string, DefinitionText> words)
    {
        return
        [
            [.. FigureColumns.Select(Cell.Heading)],
            .. report.Figures.Select(figure => Row("rapport", report.Subject, report.Name, figure)),
            .. Parts("utsnitt", report.Slices),
            .. Parts("utvikling", report.Trend),
            .. Parts("deler", report.Parts),
        ];

        IEnumerable<IReadOnlyList<Cell>> Parts(string kind, IEnumerable<ReportPart> parts) =>
            parts.SelectMany(part => part.Figures.Select(figure => Row(kind, part.Code, part.Name, figure)));

        IReadOnlyList<Cell> Row(string kind, string code, string name, ReportFigure figure) =>
            [
                Cell.Of(kind),
                Cell.Of(code),
                Cell.Of(name),
                Cell.Of(figure.Key),
                Cell.Of(words[figure.Key].Name),
                figure.Whole is null ? Cell.Of(figure.Value) : Cell.Percent(figure.Value),
                Cell.Of(figure.Part),
                Cell.Of(figure.Whole),
                Cell.Percent(figure.Low),
                Cell.Percent(figure.High),
            ];
    }

    private static IReadOnlyList<IReadOnlyList<Cell>> Rulings(ReportContent report) =>
        [
            [.. RulingColumns.Select(Cell.Heading)],
            .. report.Rulings.Select(ruling =>
                (IReadOnlyList<Cell>)
                    [
                        Cell.Of(ruling.Row),
                        Cell.Of(LocalDate.FromDateOnly(ruling.Day)),
                        Cell.Of(ruling.Unit),
                        Cell.Of(ruling.CountedBefore),
                        Cell.Of($"{ruling.Reason}"),
                        Cell.Of(ruling.Text),
                        Cell.Of($"{ruling.CountedAs}"),
                        Cell.Of(ruling.Why),
                        Cell.Of(LocalDate.FromDateOnly(ruling.RuledOn)),
                    ]
            ),
        ];

    private static IReadOnlyList<IReadOnlyList<Cell>> Meanings(IReadOnlyDictionary<string, DefinitionText> words) =>
        [
            [.. MeaningColumns.Select(Cell.Heading)],
            .. Definitions.All.Select(definition =>
                (IReadOnlyList<Cell>)
                    [
                        Cell.Of(definition.Key),
                        Cell.Of(words[definition.Key].Name),
                        Cell.Of(definition.Formula),
                        Cell.Of(words[definition.Key].Meaning),
                    ]
            ),
        ];
}
