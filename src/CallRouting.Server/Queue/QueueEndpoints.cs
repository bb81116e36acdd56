using CallRouting.Core.Calls;
using CallRouting.Core.Queue;
using CallRouting.Server.Agents;
using CallRouting.Server.Calls;
using CallRouting.Server.Database;
using CallRouting.Server.Menus;
using CallRouting.Server.Rosters;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using NodaTime.Extensions;

namespace CallRouting.Server.Queue;

/// <summary>Who waits for an agent, and an agent who takes one of them.</summary>
public static class QueueEndpoints
{
    public static void MapQueue(this RouteGroupBuilder api)
    {
        api.MapGet("/queue", List);
        api.MapPost("/queue/{call}/take", Take);
    }

    private static async Task<Ok<List<QueueAnswer>>> List(
        CallStore calls,
        MenuRunner menus,
        Reads reads,
        TimeProvider clock,
        CancellationToken cancel
    )
    {
        var now = clock.GetUtcNow().ToInstant();
        var rows = await reads.Ask(calls.InQueue, cancel);
        var places = rows.ToDictionary(row => row.Id);
        return TypedResults.Ok(
            QueueRules
                .InOrder(rows.Select(Place))
                .Select((place, i) => QueueAnswer.Of(places[place.Call.Value], menus.Visit(places[place.Call.Value]).Needs, i + 1, now))
                .ToList()
        );
    }

    private static async Task<Results<Ok<CallAnswer>, ProblemHttpResult>> Take(
        string call,
        TakeRequest request,
        CallStore calls,
        CallRunner runner,
        RosterStore rosters,
        Pool pool,
        Writes writes,
        Worker worker,
        CancellationToken cancel
    ) =>
        await writes
            .Commit<Results<Ok<CallAnswer>, ProblemHttpResult>>(
                async unit =>
                    request.Agent is null || await rosters.Agent(request.Agent, unit) is null
                        ? await AgentEndpoints.NoSuchAgent(request.Agent, rosters, unit)
                        : await AgentEndpoints.TakeCall(call, request.Agent, calls, runner, pool, unit),
                cancel
            )
            .Nudging(worker);

    private static QueuePlace Place(CallRow row) =>
        new(new(row.Id), row.WaitingSince ?? row.StartedAt, row.Urgency == nameof(Urgency.Urgent), row.GoesFirst, row.Away);
}

/// <param name="Agent">The id of the agent who takes the call.</param>
public sealed record TakeRequest(string? Agent);

/// <param name="Position">From 1, for who is next.</param>
/// <param name="WaitedSeconds">Since the present wait began.</param>
/// <param name="First">Goes before everybody: was with an agent before.</param>
/// <param name="IsCallback">Has hung up and kept the place: is rung when an agent takes the call.</param>
/// <param name="TakenBy">The agent who is being rung for it, or null.</param>
public sealed record QueueAnswer(
    string Call,
    int Position,
    string Language,
    string Urgency,
    NeedsAnswer Needs,
    string? AreaCode,
    string? Unit,
    int WaitedSeconds,
    bool First,
    bool IsCallback,
    string? TakenBy
)
{
    public static QueueAnswer Of(CallRow row, Needs needs, int position, Instant now) =>
        new(
            row.Id,
            position,
            row.Language,
            row.Urgency,
            NeedsAnswer.Of(needs),
            row.AreaCode,
            row.UnitNumber,
            (int)(now - (row.WaitingSince ?? now)).TotalSeconds,
            row.GoesFirst,
            row.Away,
            row.AgentId
        );
}

/// <param name="Interpreter">The language to be interpreted, or null.</param>
public sealed record NeedsAnswer(string? Interpreter, bool SamiSpeaking, bool TextInstead)
{
    public static NeedsAnswer Of(Needs needs) => new(needs.Interpreter, needs.SamiSpeaking, needs.TextInstead);
}
