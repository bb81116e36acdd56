using CallRouting.Core.Reports;
using CallRouting.Server.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CallRouting.Server.Reports;

/// <summary>Figures and the rows behind them. Leads see their own office; supervisors everything.</summary>
public static class FigureEndpoints
{
    private const int MostAtOnce = 200;
    private const string ScopeAllowed = "It may be country, county:NAME, municipality:NNNN or office:NNNN.";
    private const string PeriodAllowed =
        "It may be 2026-11-18, 2026-W47, 2026-11, 2026-Q4, 2026-T3, 2026, or two days with a slash: 2026-11-01/2026-11-18.";
    private const string SliceAllowed =
        "It may be all, urgent:yes, urgent:no, language:nn, hour:9, way:OwnNumber, way:Menu, way:Transferred, way:Callback or group:NAME.";

    public static void MapFigures(this RouteGroupBuilder api)
    {
        api.MapGet("/figures", Ask);
        api.MapGet("/figures/rows", Rows);
    }

    /// <param name="scope">country, county:NAME, municipality:NNNN or office:NNNN.</param>
    /// <param name="period">A day, week, month, quarter, third or year, or two days with a slash between them.</param>
    /// <param name="slice">Left out: everything.</param>
    /// <param name="by">office, line, municipality or county: the same figures for each of them as well.</param>
    /// <param name="asItWas">Municipalities by their numbers at the time; otherwise history follows the successor.</param>
    private static async Task<Results<Ok<FiguresAnswer>, ProblemHttpResult>> Ask(
        string? scope,
        string? period,
        string? slice,
        string? by,
        bool? asItWas,
        HttpContext context,
        FigureQuestions questions,
        CancellationToken cancel
    )
    {
        var (asked, refused) = Read(scope, period, slice, context);
        if (asked is not { } about)
        {
            return refused!;
        }
        if (!IsNamed<Division>(by, out var division))
        {
            return Problems.BadInput("by", $"\"{by}\" divides nothing.", "It may be office, line, municipality or county.");
        }
        var figures = await questions.Of(about.Scope, about.Period, about.Slice, asItWas ?? false, cancel);
        var parts = division is { } divided
            ? await questions.By(divided, about.Scope, about.Period, about.Slice, asItWas ?? false, cancel)
            : [];
        return TypedResults.Ok(FiguresAnswer.Of(about, figures, await questions.OfficesWithLine(about.Scope, cancel), parts));
    }

    /// <param name="scope">country, municipality:NNNN or office:NNNN.</param>
    /// <param name="ending">Only transfers that ended so, such as Exhausted.</param>
    /// <param name="after">The key of the last row that was seen.</param>
    private static async Task<Results<Ok<RowsAnswer>, ProblemHttpResult>> Rows(
        string? scope,
        string? period,
        string? slice,
        string? ending,
        string? after,
        HttpContext context,
        FigureQuestions questions,
        CancellationToken cancel
    )
    {
        var (asked, refused) = Read(scope, period, slice, context);
        if (asked is not { } about)
        {
            return refused!;
        }
        if (about.Scope.Kind == ScopeKind.County)
        {
            return Problems.BadInput(
                "scope",
                "Rows of a county come by its municipalities.",
                "It may be country, municipality:NNNN or office:NNNN."
            );
        }
        if (!IsNamed<Ending>(ending, out var ended))
        {
            return Problems.BadInput(
                "ending",
                $"No transfer ends \"{ending}\".",
                $"It may be {string.Join(", ", Enum.GetNames<Ending>())}."
            );
        }
        if (RowKey.Read(after) is not { } key)
        {
            return Problems.BadInput("after", $"\"{after}\" is no row's key.", "Give the key of the last row that was answered, or none.");
        }
        var rows = await questions.Rows(about.Scope, about.Period, about.Slice, ended, key, MostAtOnce, cancel);
        return TypedResults.Ok(RowsAnswer.Of(rows, isFull: rows.Count == MostAtOnce));
    }

    private static (Asked? Asked, ProblemHttpResult? Refused) Read(string? scope, string? period, string? slice, HttpContext context)
    {
        var who = Who.Of(context.User);
        return Scope.Read(scope ?? "") is not { } of ? (null, Problems.BadInput("scope", $"\"{scope}\" is no scope.", ScopeAllowed))
            : ReportPeriod.Read(period ?? "") is not { } when
                ? (null, Problems.BadInput("period", $"\"{period}\" is no period.", PeriodAllowed))
            : Slice.Read(slice ?? "all") is not { } part ? (null, Problems.BadInput("slice", $"\"{slice}\" is no slice.", SliceAllowed))
            : who.IsBoundToUnits && !(of.Kind == ScopeKind.Office && who.MayAct(of.Key)) ? (null, NotYours(of))
            : (new Asked(of, when, part), null);
    }

    // Left out is no name, and nothing is wrong with it.
    private static bool IsNamed<T>(string? text, out T? named)
        where T : struct, Enum
    {
        named = Enum.TryParse<T>(text, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : null;
        return text is null || named is not null;
    }

    private static ProblemHttpResult NotYours(Scope scope) =>
        TypedResults.Problem(
            title: "Not your office",
            detail: $"scope: {scope} is more than your own office. Leads see office:NNNN of their own.",
            statusCode: StatusCodes.Status403Forbidden
        );
}

/// <summary>Of whom, when and of which part figures are asked.</summary>
public sealed record Asked(Scope Scope, ReportPeriod Period, Slice Slice);
