using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using CallRouting.Core.Reports;

namespace CallRouting.Server.Reports;

/// <summary>
/// A report as one page of HTML that prints well and needs nothing else: tables with captions, what was contested and ruled, and at its end
/// what each figure means and what is held against whom.
/// </summary>
internal static class PrintedReport
{
    private const string Style = """
        body{font:11pt/1.45 "Source Sans 3",Arial,sans-serif;color:#23262a;max-width:60rem;margin:2rem auto;padding:0 1rem}
        h1{font-size:1.6rem;margin-bottom:.25rem}h2{font-size:1.2rem;margin-top:2rem}
        table{border-collapse:collapse;width:100%;margin:1rem 0;page-break-inside:auto}
        caption{text-align:left;font-weight:600;padding:.25rem 0}
        th,td{text-align:left;padding:.2rem .6rem .2rem 0;border-bottom:1px solid #c6c2bf;vertical-align:top}
        td.n,th.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
        tr{page-break-inside:avoid}thead{display:table-header-group}
        .mark{border:2px solid #23262a;padding:.5rem .75rem;font-weight:600}.hash{font:9pt monospace;overflow-wrap:anywhere}
        @media print{body{margin:0;max-width:none}@page{margin:18mm 15mm}h2{page-break-after:avoid}}
        """;

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Write(ReportAnswer report, IReadOnlyDictionary<string, DefinitionText> words, PrintedWords told)
    {
        var (content, page) = (report.Content, new StringBuilder());
        page.Append(CultureInfo.InvariantCulture, $"<!doctype html><html lang=\"{told.Language}\"><head><meta charset=\"utf-8\"><title>");
        page.Append(
            CultureInfo.InvariantCulture,
            $"{Safe(content.Name)} {Safe(content.Period)}</title><style>{Style}</style></head><body>"
        );
        page.Append(CultureInfo.InvariantCulture, $"<h1>{Safe(content.Name)}, {Safe(content.Period)}</h1>");
        Head(page, report, told);
        Table(
            page,
            told["figures"],
            [told["figure"], told["value"], told["of"], told["interval"]],
            content.Figures.Select(figure => Row(figure, words))
        );
        Side(page, told["trend"], content.Trend, words, told);
        Side(page, told["slices"], content.Slices, words, told);
        Side(page, told["parts"], content.Parts, words, told);
        Compared(page, content.Comparison, told);
        Rulings(page, content.Rulings, told);
        Changes(page, content, words, told);
        Meanings(page, words, told);
        return page.Append("</body></html>").ToString();
    }

    private static void Head(StringBuilder page, ReportAnswer report, PrintedWords told)
    {
        var state = report.Shown == 0 ? told["open"] : string.Format(CultureInfo.InvariantCulture, told["version"], report.Shown);
        page.Append(CultureInfo.InvariantCulture, $"<p class=\"mark\">{Safe(state)}</p>");
        page.Append(CultureInfo.InvariantCulture, $"<p>{Safe(told["counted"])} {report.Content.CountedAt:yyyy-MM-dd HH:mm} UTC</p>");
        page.Append(CultureInfo.InvariantCulture, $"<p class=\"hash\">SHA-256 {report.Hash}</p>");
    }

    private static IReadOnlyList<string> Row(ReportFigure figure, IReadOnlyDictionary<string, DefinitionText> words) =>
        [
            words[figure.Key].Name,
            Number(figure),
            figure.Whole is > 0 and var whole ? $"{figure.Part} / {whole}" : "",
            Interval(figure.Low, figure.High),
        ];

    private static void Side(
        StringBuilder page,
        string caption,
        IReadOnlyList<ReportPart> parts,
        IReadOnlyDictionary<string, DefinitionText> words,
        PrintedWords told
    )
    {
        if (parts.Count > 0)
        {
            IReadOnlyList<string> heads = [told["part"], .. parts[0].Figures.Select(figure => words[figure.Key].Name)];
            Table(page, caption, heads, parts.Select(part => (IReadOnlyList<string>)[Called(part), .. part.Figures.Select(Number)]));
        }
    }

    private static void Compared(StringBuilder page, Comparison? comparison, PrintedWords told)
    {
        if (comparison is { Own: { } own, Together: { } others })
        {
            IEnumerable<IReadOnlyList<string>> rows =
            [
                [told["own"], Percent(own.Share), Interval(own.Low, own.High), ""],
                [told["together"], Percent(others.Share), Interval(others.Low, others.High), told[$"{comparison.Difference}"]],
                .. comparison.Others.Select(one =>
                    (IReadOnlyList<string>)
                        [one.Name, Percent(one.Answered.Share), Interval(one.Answered.Low, one.Answered.High), told[$"{one.Difference}"]]
                ),
            ];
            Table(page, told["like"], [told["municipality"], told["answered"], told["interval"], told["difference"]], rows);
            page.Append(CultureInfo.InvariantCulture, $"<p>{Safe(told["likeWhy"])}</p>");
        }
    }

    private static void Rulings(StringBuilder page, IReadOnlyList<PrintedRuling> rulings, PrintedWords told) =>
        Table(
            page,
            rulings.Count == 0 ? told["noRulings"] : told["rulings"],
            [told["row"], told["office"], told["countedBefore"], told["reason"], told["countedAs"], told["why"], told["ruledOn"]],
            rulings.Select(one =>
                (IReadOnlyList<string>)
                    [
                        $"{one.Day:yyyy-MM-dd} {one.Row}",
                        one.Unit,
                        told[$"ending.{one.CountedBefore}"],
                        $"{told[$"reason.{one.Reason}"]} {one.Text}",
                        told[$"countedAs.{one.CountedAs}"],
                        one.Why,
                        $"{one.RuledOn:yyyy-MM-dd}",
                    ]
            )
        );

    private static void Changes(
        StringBuilder page,
        ReportContent content,
        IReadOnlyDictionary<string, DefinitionText> words,
        PrintedWords told
    )
    {
        if (content.Why is { } why)
        {
            page.Append(CultureInfo.InvariantCulture, $"<h2>{Safe(told["correction"])}</h2><p>{Safe(why)}</p>");
            Table(
                page,
                told["changes"],
                [told["figure"], told["before"], told["now"]],
                content.Changes.Select(one =>
                    (IReadOnlyList<string>)[words[one.Key].Name, Plain(one.Key, one.Before), Plain(one.Key, one.Now)]
                )
            );
        }
    }

    private static void Meanings(StringBuilder page, IReadOnlyDictionary<string, DefinitionText> words, PrintedWords told)
    {
        page.Append(CultureInfo.InvariantCulture, $"<h2>{Safe(told["definitions"])}</h2>");
        Table(
            page,
            told["definitions"],
            [told["figure"], told["meaning"], told["formula"], told["example"]],
            Definitions.All.Select(one =>
                (IReadOnlyList<string>)[words[one.Key].Name, words[one.Key].Meaning, $"{one.Key} = {one.Formula}", words[one.Key].Example]
            )
        );
        page.Append(CultureInfo.InvariantCulture, $"<h2>{Safe(told["attribution"])}</h2><p>{Safe(told["attributionText"])}</p>");
    }

    private static void Table(StringBuilder page, string caption, IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<string>> rows)
    {
        page.Append(CultureInfo.InvariantCulture, $"<table><caption>{Safe(caption)}</caption><thead><tr>");
        foreach (var head in heads)
        {
            page.Append(CultureInfo.InvariantCulture, $"<th scope=\"col\">{Safe(head)}</th>");
        }
        page.Append("</tr></thead><tbody>");
        foreach (var row in rows)
        {
            page.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\">{Safe(row[0])}</th>");
            foreach (var cell in row.Skip(1))
            {
                page.Append(CultureInfo.InvariantCulture, $"<td>{Safe(cell)}</td>");
            }
            page.Append("</tr>");
        }
        page.Append("</tbody></table>");
    }

    private static string Called(ReportPart part) =>
        part.Name.Length > 0 && part.Name != part.Code ? $"{part.Name} ({part.Code})" : part.Code;

    private static string Number(ReportFigure figure) => figure.Whole is null ? Plain(figure.Key, figure.Value) : Percent(figure.Value);

    private static string Plain(string key, double? value) =>
        value is not { } there
            ? "–"
            : Definitions.Named(key)!.Unit switch
            {
                FigureUnit.Percent => Percent(there),
                FigureUnit.Seconds => string.Create(CultureInfo.InvariantCulture, $"{there:0} s"),
                FigureUnit.Mean => there.ToString("0.0", CultureInfo.InvariantCulture),
                _ => there.ToString("0", CultureInfo.InvariantCulture),
            };

    // Whole per cent, halves upwards, as everywhere.
    private static string Percent(double? share) =>
        share is { } there ? string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(there * 100 + 0.5 + 1e-9):0} %") : "–";

    private static string Interval(double? low, double? high) => low is null || high is null ? "" : $"{Percent(low)} – {Percent(high)}";

    private static string Safe(string text) => Encoder.Encode(text);
}
