using CallRouting.Core.Calls;
using CallRouting.Server.Database;
using CallRouting.Server.Rosters;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using NodaTime.Extensions;

namespace CallRouting.Server.Calls;

/// <summary>Who waits for an agent, and an agent who takes one.</summary>
public static class WaitingEndpoints
{
    public static void MapWaiting(this RouteGroupBuilder api)
    {
        api.MapGet("/waiting", List);
        api.MapPost("/waiting/{call}/take", Take);
        api.MapPost("/calls/{call}/end", End);
    }

    private static async Task<Ok<List<WaitingAnswer>>> List(CallStore calls, Reads reads, TimeProvider clock, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().ToInstant();
        return TypedResults.Ok((await reads.Ask(calls.Waiting, cancel)).Select(row => WaitingAnswer.Of(row, now)).ToList());
    }

    private static async Task<Results<Ok<CallAnswer>, ProblemHttpResult>> Take(
        string call,
        TakeRequest request,
        CallStore calls,
        CallRunner runner,
        RosterStore rosters,
        Writes writes,
        Worker worker,
        CancellationToken cancel
    ) =>
        await writes
            .Commit<Results<Ok<CallAnswer>, ProblemHttpResult>>(
                async unit =>
                {
                    if (request.Agent is null || await rosters.Agent(request.Agent, unit) is null)
                    {
                        var known = (await rosters.Agents(unit)).Select(agent => agent.Id);
                        return Problems.BadInput(
                            "agent",
                            $"there is no agent \"{request.Agent}\".",
                            $"It may be {string.Join(", ", known)}."
                        );
                    }
                    if (await calls.Find(call, unit) is not { } row)
                    {
                        return Problems.NotFound("call", call, "GET /api/waiting lists who waits.");
                    }
                    return await runner.Tell(row, new AgentTakes(request.Agent), unit)
                        ? TypedResults.Ok(CallAnswer.Of(row))
                        : Problems.Conflict("The call does not wait any more: another agent took it, or the caller has left.");
                },
                cancel
            )
            .Nudging(worker);

    private static async Task<Results<NoContent, ProblemHttpResult>> End(
        string call,
        CallStore calls,
        CallRunner runner,
        Writes writes,
        Worker worker,
        CancellationToken cancel
    ) =>
        await writes
            .Commit<Results<NoContent, ProblemHttpResult>>(
                async unit =>
                    await calls.Find(call, unit) is not { } row ? Problems.NotFound("call", call, "GET /api/calls lists the latest.")
                    : await runner.Tell(row, new AgentHangsUp(), unit) ? TypedResults.NoContent()
                    : Problems.Conflict("Only a call that is with an agent can be ended by the agent."),
                cancel
            )
            .Nudging(worker);

    /// <summary>Has the worker look at once at what was written.</summary>
    public static async Task<T> Nudging<T>(this Task<T> commit, Worker worker)
    {
        var answer = await commit;
        worker.Nudge();
        return answer;
    }
}

/// <param name="Agent">The id of the agent who takes the call.</param>
public sealed record TakeRequest(string? Agent);

/// <param name="WaitedSeconds">Since the present wait began.</param>
/// <param name="TakenBy">The agent who is being rung for it, or null.</param>
public sealed record WaitingAnswer(
    string Call,
    string Language,
    string Urgency,
    string? AreaCode,
    string? Unit,
    int WaitedSeconds,
    bool First,
    string? TakenBy
)
{
    public static WaitingAnswer Of(CallRow row, Instant now) =>
        new(
            row.Id,
            row.Language,
            row.Urgency,
            row.AreaCode,
            row.UnitNumber,
            (int)(now - (row.WaitingSince ?? now)).TotalSeconds,
            row.GoesFirst,
            row.AgentId
        );
}
