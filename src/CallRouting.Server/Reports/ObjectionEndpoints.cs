using System.Diagnostics.CodeAnalysis;
using CallRouting.Core.Reports;
using CallRouting.Server.Database;
using CallRouting.Server.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CallRouting.Server.Reports;

/// <summary>An office contests rows of a report; a supervisor rules, and corrects what is published.</summary>
public static class ObjectionEndpoints
{
    private const int LongestWords = 1000;

    public static void MapObjections(this RouteGroupBuilder api) => api.MapPost("/reports/{report}/objections", Contest);

    public static void MapRulings(this RouteGroupBuilder api)
    {
        api.MapPost("/reports/{report}/objections/{objection}/ruling", Rule);
        api.MapPost("/reports/{report}/corrections", Correct);
    }

    private static async Task<Results<Ok<ReportAnswer>, ProblemHttpResult>> Contest(
        string report,
        MakeObjection asked,
        HttpContext context,
        ReportDoor door,
        ObjectionRunner runner,
        Writes writes,
        CancellationToken cancel
    )
    {
        var who = Who.Of(context.User);
        if (!Named<ObjectionReason>("reason", asked.Reason, out var reason, out var wrong) || !Told("words", asked.Words, out wrong))
        {
            return wrong;
        }
        return await Do(
            report,
            who,
            door,
            (found, unit) => runner.Object(found, asked.Transfer ?? "", reason, asked.Words!, who, unit),
            writes,
            cancel
        );
    }

    private static async Task<Results<Ok<ReportAnswer>, ProblemHttpResult>> Rule(
        string report,
        string objection,
        MakeRuling asked,
        HttpContext context,
        ReportDoor door,
        ObjectionRunner runner,
        Reads reads,
        Writes writes,
        CancellationToken cancel
    )
    {
        var who = Who.Of(context.User);
        if (!Named<CountedAs>("countedAs", asked.CountedAs, out var counted, out var wrong) || !Told("why", asked.Why, out wrong))
        {
            return wrong;
        }
        if (await reads.Ask(unit => runner.Find(objection, unit), cancel) is not { } found || found.ReportId != report)
        {
            return Problems.NotFound("objection", objection, "The report's answer lists its objections.");
        }
        return await Do(
            report,
            who,
            door,
            async (row, unit) => await runner.Rule(row, (await runner.Find(objection, unit))!, counted, asked.Why!, who, unit),
            writes,
            cancel
        );
    }

    private static async Task<Results<Ok<ReportAnswer>, ProblemHttpResult>> Correct(
        string report,
        MakeCorrection asked,
        HttpContext context,
        ReportDoor door,
        ObjectionRunner objections,
        ReportRunner runner,
        Writes writes,
        CancellationToken cancel
    )
    {
        var who = Who.Of(context.User);
        if (!Told("why", asked.Why, out var wrong))
        {
            return wrong;
        }
        var rows = new List<(string Transfer, CountedAs As)>();
        foreach (var row in asked.Rows ?? [])
        {
            if (!Named<CountedAs>("rows.countedAs", row.CountedAs, out var counted, out wrong))
            {
                return wrong;
            }
            rows.Add((row.Transfer ?? "", counted));
        }
        var (found, refused) = await door.Find(report, who, cancel);
        if (found is null)
        {
            return refused!;
        }
        if (found.PublishedAt is null)
        {
            return Problems.Conflict("What is not published is not corrected: rule upon its objections.");
        }
        var why = await writes.Commit(unit => RuleAll(found, rows, asked.Why!, who, objections, unit), cancel);
        if (why is { } refusal)
        {
            return Problems.Conflict(refusal.Sentence(found));
        }
        await runner.Correct(found, asked.Why!, who.Name, cancel);
        return TypedResults.Ok((await door.Answer(found, null, who, cancel))!);
    }

    private static async Task<ReportRefusal?> RuleAll(
        ReportRow report,
        List<(string Transfer, CountedAs As)> rows,
        string why,
        Who who,
        ObjectionRunner objections,
        UnitOfWork unit
    )
    {
        foreach (var (transfer, counted) in rows)
        {
            if (await objections.WhyNotCorrect(report, transfer, who, unit) is { } refused)
            {
                return refused;
            }
        }
        foreach (var (transfer, counted) in rows)
        {
            await objections.RuleOfficially(report, transfer, counted, why, who, unit);
        }
        return null;
    }

    private static async Task<Results<Ok<ReportAnswer>, ProblemHttpResult>> Do(
        string report,
        Who who,
        ReportDoor door,
        Func<ReportRow, UnitOfWork, Task<ReportRefusal?>> act,
        Writes writes,
        CancellationToken cancel
    )
    {
        var (found, refused) = await writes.Commit(
            async unit =>
            {
                var (row, notTheirs) = await door.Find(report, who, unit);
                return row is null ? (row, notTheirs)
                    : await act(row, unit) is { } why ? (row, Problems.Conflict(why.Sentence(row)))
                    : (row, null);
            },
            cancel
        );
        return refused is not null ? refused : TypedResults.Ok((await door.Answer(found!, null, who, cancel))!);
    }

    private static bool Named<T>(string field, string? name, out T value, [NotNullWhen(false)] out ProblemHttpResult? wrong)
        where T : struct, Enum
    {
        var isKnown = Enum.TryParse(name, ignoreCase: false, out value) && Enum.IsDefined(value) && $"{value}" == name;
        wrong = isKnown ? null : Problems.BadInput(field, $"\"{name}\" is none.", $"It may be {string.Join(", ", Enum.GetNames<T>())}.");
        return isKnown;
    }

    private static bool Told(string field, string? words, [NotNullWhen(false)] out ProblemHttpResult? wrong)
    {
        var isTold = words is not null && words.Trim().Length is > 0 and <= LongestWords;
        wrong = isTold
            ? null
            : Problems.BadInput(field, $"It has {words?.Trim().Length ?? 0} letters.", $"Say why, in 1 to {LongestWords} letters.");
        return isTold;
    }
}
