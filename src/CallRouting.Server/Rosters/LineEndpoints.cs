using System.Security.Claims;
using CallRouting.Core.Offices;
using CallRouting.Server.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using Answer = Microsoft.AspNetCore.Http.HttpResults.Results<
    Microsoft.AspNetCore.Http.HttpResults.Ok<CallRouting.Server.Rosters.LineAnswer>,
    Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult
>;

namespace CallRouting.Server.Rosters;

/// <summary>What people do with a duty line beside its roster: take it out of service for a while, and see what it carries.</summary>
public static class LineEndpoints
{
    private static readonly Duration LongestOutage = Duration.FromDays(31);
    private static readonly Duration LongestPeriod = Duration.FromDays(400);

    public static void MapLines(this RouteGroupBuilder api)
    {
        api.MapPut("/lines/{line}/out-of-service", TakeOut).RequireAuthorization(Policies.DutyLines);
        api.MapDelete("/lines/{line}/out-of-service", PutBack).RequireAuthorization(Policies.DutyLines);
        api.MapGet("/lines/{line}/load", Load).RequireAuthorization(Policies.Supervision);
    }

    private static async Task<Answer> TakeOut(
        string line,
        OutOfServiceRequest request,
        ClaimsPrincipal user,
        LineRunner runner,
        CancellationToken cancel
    )
    {
        var now = runner.Now;
        if (AskedPeriod.Moment(request.Until) is not { } until || until <= now || until > now + LongestOutage)
        {
            return Problems.BadInput(
                "until",
                $"\"{request.Until}\" is not a moment at which the line can be in service again.",
                "Give one with its offset, such as 2026-11-18T13:00:00+01:00, later than now and within 31 days."
            );
        }
        return await runner.Change(line, Who.Of(user), (found, who, unit) => runner.TakeOut(found, until, who, unit), cancel);
    }

    private static async Task<Answer> PutBack(string line, ClaimsPrincipal user, LineRunner runner, CancellationToken cancel) =>
        await runner.Change(line, Who.Of(user), runner.PutBack, cancel);

    /// <param name="from">A moment with its offset; left out: the beginning of today in Norway.</param>
    /// <param name="to">The first moment after the period; left out: now.</param>
    private static async Task<Results<Ok<LineLoad>, ProblemHttpResult>> Load(
        string line,
        string? from,
        string? to,
        ClaimsPrincipal user,
        LineRunner runner,
        CancellationToken cancel
    )
    {
        var today = OsloTime.StartOf(runner.Now.OsloDate());
        return AskedPeriod.Read(from, to, today, _ => runner.Now, LongestPeriod) is { } asked
            ? await runner.Load(line, asked.Start, asked.End, Who.Of(user), cancel)
            : AskedPeriod.Refused(from, to, LongestPeriod);
    }
}

/// <param name="Until">When the line is in service again by itself, ISO 8601 with offset; within 31 days.</param>
public sealed record OutOfServiceRequest(string? Until);
