using System.Security.Claims;
using CallRouting.Core.Offices;
using CallRouting.Core.Rosters;
using CallRouting.Core.Transfers;
using CallRouting.Server.Calls;
using CallRouting.Server.Database;
using CallRouting.Server.Rosters;
using CallRouting.Server.SignIn;
using Answer = Microsoft.AspNetCore.Http.HttpResults.Results<
    Microsoft.AspNetCore.Http.HttpResults.Ok<CallRouting.Server.Transfers.TransferAnswer>,
    Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult
>;

namespace CallRouting.Server.Transfers;

/// <summary>A connected caller is sent on by the officer, on screen instead of by keys, or by an agent who is still in the room.</summary>
public static class PassingOnEndpoints
{
    public static void MapPassingOn(this RouteGroupBuilder api) => api.MapPost("/transfers/{transfer}/pass-on", PassOn);

    private static async Task<Answer> PassOn(
        string transfer,
        PassOnRequest request,
        ClaimsPrincipal who,
        TransferStore transfers,
        CallStore calls,
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
                    if (await transfers.Find(transfer, unit) is not { } row)
                    {
                        return Problems.NotFound("transfer", transfer, "A call's story names its transfers.");
                    }
                    var call = await calls.Load(row.CallId, unit);
                    if (Objection(row, call, who) is { } objection)
                    {
                        return Problems.Conflict(objection);
                    }
                    var line = await rosters.Named(request.Line, request.Unit, unit);
                    if (!request.NamesOne || line is null != request.Agent || line?.Id.Value == row.LineId)
                    {
                        return Problems.BadInput(
                            "unit, line, agent",
                            "there is not one place to send the caller to.",
                            "Give a unit number with a general line, or the id of a line, and not the one that the caller talks with; "
                                + "or \"agent\": true for the contact centre. GET /api/offices/{unit}/lines lists them."
                        );
                    }
                    return await runner.PassOn(call, row, line, request.WrongOffice, unit) is { } next
                        ? TypedResults.Ok(await TransferAnswer.Of((await transfers.Find(next, unit))!, transfers, unit))
                        : Problems.Conflict($"The transfer is {row.State}: only a caller who is connected to an officer can be passed on.");
                },
                cancel
            )
            .Nudging(worker);

    private static string? Objection(TransferRow row, CallRow call, ClaimsPrincipal who) =>
        who.IsInRole(Roles.Agent) && !row.HasAgent ? "No agent is in the room any more: the officer passes the caller on."
        : row.State is nameof(Connected) or nameof(PassingOn) && !CallRunner.MayPassOn(call)
            ? "The caller was rung back, and cannot be sent on. Register a call-back instead."
        : null;
}

/// <summary>Where to: one of unit, line and agent. The answer is the transfer that follows, or this one where an agent takes over.</summary>
/// <param name="Unit">The office whose general line is to be rung.</param>
/// <param name="Line">One particular line, of the same office or another.</param>
/// <param name="Agent">To the contact centre.</param>
/// <param name="WrongOffice">The caller should never have come to this office: it is counted as misrouting.</param>
public sealed record PassOnRequest(string? Unit = null, string? Line = null, bool Agent = false, bool WrongOffice = false)
{
    internal bool NamesOne => (Unit is null ? 0 : 1) + (Line is null ? 0 : 1) + (Agent ? 1 : 0) == 1;
}
