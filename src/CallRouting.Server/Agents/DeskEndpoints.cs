using CallRouting.Server.Database;
using CallRouting.Server.Rosters;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CallRouting.Server.Agents;

public static class DeskEndpoints
{
    public static void MapDesk(this RouteGroupBuilder api) => api.MapGet("/agents/{agent}/desk", One);

    private static async Task<Results<Ok<DeskAnswer>, ProblemHttpResult>> One(
        string agent,
        Desk desk,
        RosterStore rosters,
        Reads reads,
        CancellationToken cancel
    ) =>
        await reads.Ask<Results<Ok<DeskAnswer>, ProblemHttpResult>>(
            async unit =>
                await desk.Of(agent, unit) is { } answer ? TypedResults.Ok(answer) : await AgentEndpoints.NoSuchAgent(agent, rosters, unit),
            cancel
        );
}
