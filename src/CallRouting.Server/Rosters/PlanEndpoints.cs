using System.Security.Claims;
using CallRouting.Core.Offices;
using CallRouting.Core.Rosters;
using CallRouting.Server.Database;
using CallRouting.Server.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using NodaTime.Extensions;

namespace CallRouting.Server.Rosters;

/// <summary>Rosters as people plan them: drafts, publishing, what is decided beside the plan, and coverage.</summary>
public static class PlanEndpoints
{
    public static void MapPlans(this RouteGroupBuilder api)
    {
        api.MapGet("/coverage", CoverageOf).RequireAuthorization(Policies.Supervision);
        api.MapGet("/coverage/wall", Wall).RequireAuthorization(Policies.Supervision);

        var plan = api.MapGroup("").RequireAuthorization(Policies.Rosters);
        plan.MapGet("/lines/{line}/draft", Draft);
        plan.MapPut("/lines/{line}/draft", SaveDraft);
        plan.MapPost("/lines/{line}/draft/check", Check);
        plan.MapPost("/lines/{line}/draft/publish", Publish);

        var duty = api.MapGroup("").RequireAuthorization(Policies.DutyLines);
        duty.MapPost("/lines/{line}/overrides", Override);
        duty.MapDelete("/lines/{line}/overrides/{id}", EndOverride);
        duty.MapPost("/lines/{line}/swaps", Swap);
        duty.MapDelete("/lines/{line}/swaps/{id}", EndSwap);
        duty.MapPost("/lines/{line}/officers/{officer}/leave", Leave);
        duty.MapDelete("/lines/{line}/officers/{officer}/leave/{id}", EndLeave);
    }

    /// <param name="unit">One office's lines; left out: the country's, and for a lead those of the own offices.</param>
    /// <param name="from">A moment with its offset; left out: now.</param>
    /// <param name="to">At most 372 days later; left out: the next fourteen days.</param>
    private static async Task<Results<Ok<CoverageAnswer>, ProblemHttpResult>> CoverageOf(
        string? unit,
        string? from,
        string? to,
        ClaimsPrincipal user,
        RosterStore rosters,
        CoverageNow coverage,
        Reads reads,
        TimeProvider clock,
        CancellationToken cancel
    )
    {
        if (AskedPeriod.OfARoster(from, to, Duration.FromDays(14), clock) is not { } interval)
        {
            return AskedPeriod.RosterRefused(from, to);
        }
        return TypedResults.Ok(
            await reads.Ask(
                async work =>
                {
                    var lines = unit is null ? await rosters.EveryLine(work) : await rosters.LinesOf(new UnitNumber(unit), work);
                    var theirs = lines.Where(line => Who.Of(user).MayAct(line.Unit.Value));
                    return CoverageAnswer.Of(await coverage.Of(theirs, interval, work));
                },
                cancel
            )
        );
    }

    /// <param name="days">How many, today the first: 1 to 31; left out: 14.</param>
    private static async Task<Results<Ok<CoverageWallAnswer>, ProblemHttpResult>> Wall(
        int? days,
        ClaimsPrincipal user,
        CoverageWall wall,
        Reads reads,
        CancellationToken cancel
    ) =>
        days is < 1 or > CoverageWall.MostDays
            ? Problems.BadInput("days", $"{days} is too few or too many.", $"1 to {CoverageWall.MostDays}.")
            : TypedResults.Ok(await reads.Ask(unit => wall.Of(days ?? 14, Who.Of(user), unit), cancel));

    private static Task<Results<Ok<DraftAnswer>, ProblemHttpResult>> Draft(
        string line,
        ClaimsPrincipal user,
        LineDoor door,
        RosterDrafts drafts,
        CancellationToken cancel
    ) => door.Read<DraftAnswer>(line, Who.Of(user), async (found, unit) => TypedResults.Ok(await drafts.Read(found, unit)), cancel);

    private static Task<Results<Ok<DraftAnswer>, ProblemHttpResult>> SaveDraft(
        string line,
        SaveDraftRequest body,
        ClaimsPrincipal user,
        LineDoor door,
        RosterDrafts drafts,
        CancellationToken cancel
    ) => door.Write(line, Who.Of(user), (found, unit) => drafts.Save(found, body, Who.Of(user), unit), cancel);

    private static Task<Results<Ok<PublishAnswer>, ProblemHttpResult>> Check(
        string line,
        PublishBody body,
        ClaimsPrincipal user,
        LineDoor door,
        RosterDrafts drafts,
        CancellationToken cancel
    ) => door.Read(line, Who.Of(user), (found, unit) => drafts.Check(found, body, Who.Of(user), unit), cancel);

    private static Task<Results<Ok<PublishAnswer>, ProblemHttpResult>> Publish(
        string line,
        PublishBody body,
        ClaimsPrincipal user,
        LineDoor door,
        RosterDrafts drafts,
        CancellationToken cancel
    ) => door.Write(line, Who.Of(user), (found, unit) => drafts.Publish(found, body, Who.Of(user), unit), cancel);

    private static Task<Results<Ok<DecidedAnswer>, ProblemHttpResult>> Override(
        string line,
        OverrideRequest body,
        ClaimsPrincipal user,
        LineDoor door,
        DutyChanges changes,
        CancellationToken cancel
    ) => door.Write(line, Who.Of(user), (found, unit) => changes.Override(found, body, Who.Of(user), unit), cancel);

    private static Task<Results<Ok<DecidedAnswer>, ProblemHttpResult>> EndOverride(
        string line,
        string id,
        ClaimsPrincipal user,
        LineDoor door,
        DutyChanges changes,
        CancellationToken cancel
    ) => door.Write(line, Who.Of(user), (found, unit) => changes.EndOverride(found, id, Who.Of(user), unit), cancel);

    private static Task<Results<Ok<DecidedAnswer>, ProblemHttpResult>> Swap(
        string line,
        SwapRequest body,
        ClaimsPrincipal user,
        LineDoor door,
        DutyChanges changes,
        CancellationToken cancel
    ) => door.Write(line, Who.Of(user), (found, unit) => changes.Swap(found, body, Who.Of(user), unit), cancel);

    private static Task<Results<Ok<DecidedAnswer>, ProblemHttpResult>> EndSwap(
        string line,
        string id,
        ClaimsPrincipal user,
        LineDoor door,
        DutyChanges changes,
        CancellationToken cancel
    ) => door.Write(line, Who.Of(user), (found, unit) => changes.EndSwap(found, id, Who.Of(user), unit), cancel);

    private static Task<Results<Ok<DecidedAnswer>, ProblemHttpResult>> Leave(
        string line,
        string officer,
        LeaveRequest body,
        ClaimsPrincipal user,
        LineDoor door,
        DutyChanges changes,
        CancellationToken cancel
    ) => door.Write(line, Who.Of(user), (found, unit) => changes.Leave(found, officer, body, Who.Of(user), unit), cancel);

    private static Task<Results<Ok<DecidedAnswer>, ProblemHttpResult>> EndLeave(
        string line,
        string officer,
        string id,
        ClaimsPrincipal user,
        LineDoor door,
        DutyChanges changes,
        CancellationToken cancel
    ) => door.Write(line, Who.Of(user), (found, unit) => changes.EndLeave(found, officer, id, Who.Of(user), unit), cancel);
}
