using CallRouting.Server.Database;
using CallRouting.Server.Live;
using CallRouting.Server.Rosters;
using CallRouting.Server.Transfers;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;

namespace CallRouting.Server.Calls;

/// <summary>Calls and the story of each. No answer here holds a caller's number.</summary>
public static class CallEndpoints
{
    private const int MostAtOnce = 200;

    public static void MapCalls(this RouteGroupBuilder api)
    {
        api.MapGet("/calls", List);
        api.MapGet("/calls/{call}", One);
    }

    private static async Task<Ok<List<CallAnswer>>> List(CallStore calls, Reads reads, CancellationToken cancel) =>
        TypedResults.Ok((await reads.Ask(unit => calls.Latest(Instant.MaxValue, MostAtOnce, unit), cancel)).Select(CallAnswer.Of).ToList());

    private static async Task<Results<Ok<CallStory>, ProblemHttpResult>> One(
        string call,
        CallStore calls,
        TransferStore transfers,
        RosterStore rosters,
        Timeline timeline,
        Reads reads,
        CancellationToken cancel
    ) =>
        await reads.Ask<Results<Ok<CallStory>, ProblemHttpResult>>(
            async unit =>
            {
                if (await calls.Find(call, unit) is not { } row)
                {
                    return Problems.NotFound("call", call, "GET /api/calls lists the latest.");
                }
                var rows = await transfers.OfCall(call, unit);
                var names = (await rosters.Agents(unit)).ToDictionary(agent => agent.Id, agent => agent.Name);
                return TypedResults.Ok(
                    new CallStory(
                        CallAnswer.Of(row),
                        [.. rows.Select(transfer => transfer.Id)],
                        // The timeline holds an agent's id, because names change; a reader is told the name.
                        [.. (await timeline.Of(call, unit)).Select(told => told with { Who = Named(told.Who, names) })]
                    )
                );
            },
            cancel
        );

    private static string? Named(string? who, Dictionary<string, string> names) => who is null ? null : names.GetValueOrDefault(who, who);
}

/// <param name="State">InMenu, Waiting, WithAgent, InTransfer or Ended.</param>
public sealed record CallAnswer(
    string Id,
    string State,
    string Language,
    string Urgency,
    string? AreaCode,
    string? Unit,
    string? Agent,
    string? Transfer,
    DateTimeOffset StartedAt,
    DateTimeOffset? EndedAt,
    string? EndedBecause
)
{
    public static CallAnswer Of(CallRow row) =>
        new(
            row.Id,
            row.State,
            row.Language,
            row.Urgency,
            row.AreaCode,
            row.UnitNumber,
            row.AgentId,
            row.TransferId,
            row.StartedAt.ToDateTimeOffset(),
            row.EndedAt?.ToDateTimeOffset(),
            row.EndedBecause
        );
}

/// <summary>A call, its transfers and everything that happened, in order.</summary>
public sealed record CallStory(CallAnswer Call, IReadOnlyList<string> Transfers, IReadOnlyList<TimelineEvent> Timeline);
