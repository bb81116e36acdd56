using System.Security.Claims;
using CallRouting.Core.Rosters;
using CallRouting.Server.Database;
using CallRouting.Server.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using NodaTime.Extensions;

namespace CallRouting.Server.Rosters;

/// <summary>Rosters to look at: who keeps a line and why, what a draft would make of it, and whom a call would ring.</summary>
public static class RosterViewEndpoints
{
    private static readonly Duration AWeek = Duration.FromDays(7);

    public static void MapRosterViews(this RouteGroupBuilder api)
    {
        api.MapGet("/lines/{line}/roster", RosterOf);
        api.MapGet("/lines/{line}/would-ring", WouldRing);
        api.MapGet("/lines/{line}/draft/roster", Drafted).RequireAuthorization(Policies.Rosters);
    }

    /// <param name="from">A moment with its offset; left out: now.</param>
    /// <param name="to">At most 372 days later; left out: a week.</param>
    private static async Task<Results<Ok<LineRosterAnswer>, ProblemHttpResult>> RosterOf(
        string line,
        string? from,
        string? to,
        ClaimsPrincipal user,
        RosterStore rosters,
        RosterView view,
        Reads reads,
        TimeProvider clock,
        CancellationToken cancel
    )
    {
        if (AskedPeriod.OfARoster(from, to, AWeek, clock) is not { } interval)
        {
            return AskedPeriod.RosterRefused(from, to);
        }
        return await reads.Ask<Results<Ok<LineRosterAnswer>, ProblemHttpResult>>(
            async unit =>
                await rosters.Line(new DutyLineId(line), unit) is { } found
                    ? TypedResults.Ok(For(Who.Of(user), await view.Standing(found, interval, unit)))
                    : LineDoor.Missing(line),
            cancel
        );
    }

    // How much each colleague works is between them, their lead and who supervises them.
    private static LineRosterAnswer For(Who who, LineRosterAnswer answer) =>
        who.Role is not Roles.Agent && who.MayAct(answer.Unit) ? answer : answer with { Work = [] };

    /// <param name="from">A moment with its offset; left out: now.</param>
    /// <param name="to">At most 372 days later; left out: a week.</param>
    private static async Task<Results<Ok<LineRosterAnswer>, ProblemHttpResult>> Drafted(
        string line,
        string? from,
        string? to,
        ClaimsPrincipal user,
        LineDoor door,
        RosterView view,
        TimeProvider clock,
        CancellationToken cancel
    )
    {
        if (AskedPeriod.OfARoster(from, to, AWeek, clock) is not { } interval)
        {
            return AskedPeriod.RosterRefused(from, to);
        }
        return await door.Read<LineRosterAnswer>(
            line,
            Who.Of(user),
            async (found, unit) =>
                await view.Drafted(found, interval, unit) is { } drafted ? TypedResults.Ok(drafted) : RosterDrafts.Missing(found),
            cancel
        );
    }

    /// <param name="at">A moment with its offset; left out: now.</param>
    private static async Task<Results<Ok<WouldRingAnswer>, ProblemHttpResult>> WouldRing(
        string line,
        string? at,
        RosterStore rosters,
        RosterView view,
        Reads reads,
        TimeProvider clock,
        CancellationToken cancel
    )
    {
        if ((at is null ? clock.GetUtcNow().ToInstant() : AskedPeriod.Moment(at)) is not { } moment)
        {
            return Problems.BadInput("at", $"\"{at}\" is no moment.", "Give it with its offset, such as 2026-11-20T15:30:00+01:00.");
        }
        return await reads.Ask<Results<Ok<WouldRingAnswer>, ProblemHttpResult>>(
            async unit =>
                await rosters.Line(new DutyLineId(line), unit) is { } found
                    ? TypedResults.Ok(await view.WouldRing(found, moment, unit))
                    : LineDoor.Missing(line),
            cancel
        );
    }
}
