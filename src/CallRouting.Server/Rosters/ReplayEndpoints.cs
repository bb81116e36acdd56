using System.Security.Claims;
using CallRouting.Server.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime.Extensions;

namespace CallRouting.Server.Rosters;

/// <summary>A draft asked what would have been, before anybody relies on it.</summary>
public static class ReplayEndpoints
{
    private const int UsualDays = 366;
    private const int MostWeeks = 106;

    public static void MapReplay(this RouteGroupBuilder api)
    {
        api.MapPost("/lines/{line}/draft/replay", PastCalls);
        api.MapGet("/lines/{line}/draft/special-days", Special);
    }

    private static async Task<Results<Ok<ReplayAnswer>, ProblemHttpResult>> PastCalls(
        string line,
        ReplayRequest body,
        ClaimsPrincipal user,
        LineDoor door,
        DraftReplay replay,
        TimeProvider clock,
        CancellationToken cancel
    ) =>
        await door.Read<ReplayAnswer>(
            line,
            Who.Of(user),
            async (found, unit) =>
                body.From is null || body.To is null || AskedDays.Read(body.From, body.To, clock.GetUtcNow().ToInstant(), 1) is not { } days
                    ? AskedDays.Refused("from, to", body.From, body.To)
                : body.WeeksLater is < 0 or > MostWeeks
                    ? Problems.BadInput("weeksLater", $"{body.WeeksLater} is too far.", $"0 to {MostWeeks}.")
                : TypedResults.Ok(await replay.PastCalls(found, days, body.WeeksLater, unit)),
            cancel
        );

    /// <param name="from">yyyy-MM-dd; left out: today.</param>
    /// <param name="to">yyyy-MM-dd, included; left out: a year of it.</param>
    private static async Task<Results<Ok<IReadOnlyList<SpecialDayAnswer>>, ProblemHttpResult>> Special(
        string line,
        string? from,
        string? to,
        ClaimsPrincipal user,
        LineDoor door,
        DraftReplay replay,
        TimeProvider clock,
        CancellationToken cancel
    ) =>
        await door.Read<IReadOnlyList<SpecialDayAnswer>>(
            line,
            Who.Of(user),
            async (found, unit) =>
                AskedDays.Read(from, to, clock.GetUtcNow().ToInstant(), UsualDays) is not { } days
                    ? AskedDays.Refused("from, to", from, to)
                    : TypedResults.Ok(await replay.Special(found, days, unit)),
            cancel
        );
}
