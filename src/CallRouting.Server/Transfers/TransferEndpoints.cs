using CallRouting.Core.Calls;
using CallRouting.Core.Offices;
using CallRouting.Core.Rosters;
using CallRouting.Core.Transfers;
using CallRouting.Server.Calls;
using CallRouting.Server.Database;
using CallRouting.Server.Rosters;
using Microsoft.AspNetCore.Http.HttpResults;
using Answer = Microsoft.AspNetCore.Http.HttpResults.Results<
    Microsoft.AspNetCore.Http.HttpResults.Ok<CallRouting.Server.Transfers.TransferAnswer>,
    Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult
>;

namespace CallRouting.Server.Transfers;

/// <summary>The agent's verbs for a warm transfer. No handler calls the provider: each tells the rules what the agent wants.</summary>
public static class TransferEndpoints
{
    public static void MapTransfers(this RouteGroupBuilder api)
    {
        api.MapPost("/calls/{call}/transfers", Start);
        api.MapGet("/transfers/{transfer}", One);
        MapVerb(api, "skip-consult", new AgentSkipsConsult());
        MapVerb(api, "merge", new AgentMerges());
        MapVerb(api, "complete", new AgentLeaves());
        MapVerb(api, "return", new AgentReturns());
        MapVerb(api, "cancel", new AgentCancels());
    }

    private static void MapVerb(RouteGroupBuilder api, string verb, TransferEvent wish) =>
        api.MapPost(
            $"/transfers/{{transfer}}/{verb}",
            (
                string transfer,
                TransferStore transfers,
                CallStore calls,
                CallRunner runner,
                Writes writes,
                Worker worker,
                CancellationToken cancel
            ) => writes.Commit(unit => Tell(transfer, verb, wish, transfers, calls, runner, unit), cancel).Nudging(worker)
        );

    private static async Task<Answer> Tell(
        string id,
        string verb,
        TransferEvent wish,
        TransferStore transfers,
        CallStore calls,
        CallRunner runner,
        UnitOfWork unit
    )
    {
        if (await transfers.Find(id, unit) is not { } row)
        {
            return Problems.NotFound("transfer", id, "A call's story names its transfers.");
        }
        return await runner.Tell(await calls.Load(row.CallId, unit), row, wish, unit)
            ? TypedResults.Ok(await TransferAnswer.Of(row, transfers, unit))
            : Problems.Conflict($"The transfer is {row.State}: it cannot {verb} now.");
    }

    private static async Task<Answer> Start(
        string call,
        TransferRequest request,
        CallStore calls,
        TransferStore transfers,
        RosterStore rosters,
        CallRunner runner,
        Writes writes,
        Worker worker,
        CancellationToken cancel
    ) =>
        await writes
            .Commit<Answer>(
                async unit =>
                {
                    if (await calls.Find(call, unit) is not { } row)
                    {
                        return Problems.NotFound("call", call, "GET /api/calls lists the latest.");
                    }
                    if (row.State != nameof(CallState.WithAgent))
                    {
                        return Problems.Conflict($"The call is {row.State}. Only a call that is with an agent can be transferred.");
                    }
                    // Where neither is named, the office that the caller chose.
                    if (await rosters.Named(request.Line, request.Unit ?? row.UnitNumber, unit) is not { } line)
                    {
                        return Problems.BadInput(
                            "unit, line",
                            "no duty line was found.",
                            "Give a unit number with a general line, or the id of a line; GET /api/offices/{unit}/lines lists them."
                        );
                    }
                    var id = await runner.StartTransfer(row, line, TransferKind.Warm, callbackId: null, unit);
                    return TypedResults.Ok(await TransferAnswer.Of((await transfers.Find(id, unit))!, transfers, unit));
                },
                cancel
            )
            .Nudging(worker);

    private static async Task<Answer> One(string transfer, TransferStore transfers, Reads reads, CancellationToken cancel) =>
        await reads.Ask<Answer>(
            async unit =>
                await transfers.Find(transfer, unit) is { } row
                    ? TypedResults.Ok(await TransferAnswer.Of(row, transfers, unit))
                    : Problems.NotFound("transfer", transfer, "A call's story names its transfers."),
            cancel
        );
}

/// <param name="Unit">The office whose general line is to be rung; left out, the office that the caller chose.</param>
/// <param name="Line">One particular line instead.</param>
public sealed record TransferRequest(string? Unit = null, string? Line = null);
