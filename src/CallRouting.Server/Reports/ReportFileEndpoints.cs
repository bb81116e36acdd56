using CallRouting.Server.Sheets;
using CallRouting.Server.SignIn;
using NodaTime.Extensions;

namespace CallRouting.Server.Reports;

/// <summary>A report as a file: CSV, an Excel workbook, a page to print.</summary>
public static class ReportFileEndpoints
{
    public static void MapReportFiles(this RouteGroupBuilder api)
    {
        api.MapGet("/reports/{report}/report.csv", Csv);
        api.MapGet("/reports/{report}/report.xlsx", Excel);
        api.MapGet("/reports/{report}/report.html", Page);
    }

    private static Task<IResult> Csv(
        string report,
        int? version,
        HttpContext context,
        ReportDoor door,
        DefinitionWords words,
        CancellationToken cancel
    ) =>
        Of(
            report,
            version,
            context,
            door,
            answer =>
                TypedResults.File(
                    CsvText.Write(ReportSheets.Together(ReportSheets.Of(answer.Content, words.In("nb")!))),
                    CsvText.ContentType,
                    $"{Name(answer)}.csv"
                ),
            cancel
        );

    private static Task<IResult> Excel(
        string report,
        int? version,
        HttpContext context,
        ReportDoor door,
        DefinitionWords words,
        TimeProvider clock,
        CancellationToken cancel
    ) =>
        Of(
            report,
            version,
            context,
            door,
            answer =>
                TypedResults.File(
                    Workbook.Write(ReportSheets.Of(answer.Content, words.In("nb")!), clock.GetUtcNow().ToInstant()),
                    Workbook.ContentType,
                    $"{Name(answer)}.xlsx"
                ),
            cancel
        );

    /// <param name="language">nb, nn or en; left out: nb.</param>
    private static Task<IResult> Page(
        string report,
        int? version,
        string? language,
        HttpContext context,
        ReportDoor door,
        DefinitionWords words,
        CancellationToken cancel
    ) =>
        words.In(language ?? "nb") is not { } told
            ? Task.FromResult<IResult>(Problems.BadInput("language", $"\"{language}\" is not spoken here.", "It may be nb, nn or en."))
            : Of(
                report,
                version,
                context,
                door,
                answer =>
                    TypedResults.Content(PrintedReport.Write(answer, told, PrintedWords.In(language ?? "nb")), "text/html; charset=utf-8"),
                cancel
            );

    private static async Task<IResult> Of(
        string report,
        int? version,
        HttpContext context,
        ReportDoor door,
        Func<ReportAnswer, IResult> write,
        CancellationToken cancel
    )
    {
        var who = Who.Of(context.User);
        var (found, refused) = await door.Find(report, who, cancel);
        return found is null ? refused!
            : await door.Answer(found, version, who, cancel) is { } answer ? write(answer)
            : Problems.NotFound("version", $"{version}", "The report's answer lists its versions.");
    }

    private static string Name(ReportAnswer answer) => $"{answer.Report.Name} {answer.Report.Period.Replace('/', '–')} v{answer.Shown}";
}
