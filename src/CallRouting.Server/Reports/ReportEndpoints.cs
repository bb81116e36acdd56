using CallRouting.Core.Reports;
using CallRouting.Server.Database;
using CallRouting.Server.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CallRouting.Server.Reports;

/// <summary>Reports: which there are, what one says, and one of any subject and interval on demand.</summary>
public static class ReportEndpoints
{
    private const string SubjectAllowed = "It may be office:NNNN, municipality:NNNN, county:NAME or country.";
    private const string PeriodAllowed =
        "It may be 2026-11-18, 2026-W47, 2026-11, 2026-Q4, 2026-T3, 2026, or two days with a slash: 2026-11-01/2026-11-18.";

    public static void MapReports(this RouteGroupBuilder api)
    {
        api.MapGet("/reports", List);
        api.MapPost("/reports", Make);
        api.MapGet("/reports/{report}", Show);
        api.MapGet("/offices/{unit}/morning", Morning);
    }

    /// <param name="period">Left out: the latest that there are reports of.</param>
    private static async Task<Ok<ReportsAnswer>> List(
        string? period,
        HttpContext context,
        ReportStore reports,
        ReportRunner runner,
        Reads reads,
        CancellationToken cancel
    )
    {
        var who = Who.Of(context.User);
        var periods = await reads.Ask(reports.Periods, cancel);
        var listed = period ?? (periods is [var latest, ..] ? latest : null);
        if (listed is null || ReportPeriod.Read(listed) is not { } days)
        {
            return TypedResults.Ok(new ReportsAnswer(periods, listed, []));
        }
        var subjects = runner.SubjectsOf(days);
        var rows = await reads.Ask(unit => reports.OfPeriod(days, unit), cancel);
        return TypedResults.Ok(
            new ReportsAnswer(
                periods,
                listed,
                [
                    .. rows.Where(row => ReportDoor.Sees(who, row.Scope, subjects))
                        .OrderByDescending(row => row.Scope.Kind)
                        .Select(ReportSummary.Of),
                ]
            )
        );
    }

    private static async Task<Results<Ok<ReportSummary>, ProblemHttpResult>> Make(
        MakeReport asked,
        HttpContext context,
        ReportRunner runner,
        CancellationToken cancel
    )
    {
        var who = Who.Of(context.User);
        if (ReportPeriod.Read(asked.Period ?? "") is not { } period)
        {
            return Problems.BadInput("period", $"\"{asked.Period}\" is no period.", PeriodAllowed);
        }
        var subjects = runner.SubjectsOf(period);
        if (Scope.Read(asked.Subject ?? "") is not { } scope || subjects.NameOf(scope) is null)
        {
            return Problems.BadInput("subject", $"There was no \"{asked.Subject}\" on {period.Last:uuuu-MM-dd}.", SubjectAllowed);
        }
        if (!ReportDoor.Sees(who, scope, subjects))
        {
            return ReportDoor.NotYours(scope);
        }
        var made = await runner.Make(scope, period, who.Name, cancel);
        return made.Report is { } report
            ? TypedResults.Ok(ReportSummary.Of(report))
            : Problems.Conflict($"The period is not over: it ends on {period.Last:uuuu-MM-dd}.");
    }

    /// <param name="version">Left out: the one that holds; 0 is what could be contested.</param>
    private static async Task<Results<Ok<ReportAnswer>, ProblemHttpResult>> Show(
        string report,
        int? version,
        HttpContext context,
        ReportDoor door,
        CancellationToken cancel
    )
    {
        var who = Who.Of(context.User);
        var (found, refused) = await door.Find(report, who, cancel);
        return found is null ? refused!
            : await door.Answer(found, version, who, cancel) is { } answer ? TypedResults.Ok(answer)
            : Problems.NotFound("version", $"{version}", "The report's answer lists its versions.");
    }

    private static async Task<Results<Ok<MorningSheetAnswer>, ProblemHttpResult>> Morning(
        string unit,
        HttpContext context,
        MorningSheet sheet,
        CancellationToken cancel
    ) =>
        sheet.Office(unit) is not { } office ? Problems.NotFound("unit", $"office {unit}", "A unit number has four digits, such as 0104.")
        : Who.Of(context.User).MayAct(unit) ? TypedResults.Ok(await sheet.Of(office, cancel))
        : ReportDoor.NotYours(Scope.Office(unit));
}
