using CallRouting.Core.Offices;
using CallRouting.Core.Rosters;
using CallRouting.Server.Database;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CallRouting.Server.Rosters;

public static class RosterEndpoints
{
    public static void MapRosters(this RouteGroupBuilder api)
    {
        api.MapGet("/offices/{unit}/lines", LinesOf);
        api.MapGet("/agents", Agents);
    }

    private static async Task<Results<Ok<IReadOnlyList<LineAnswer>>, ProblemHttpResult>> LinesOf(
        string unit,
        LinesNow lines,
        Reads reads,
        CancellationToken cancel
    )
    {
        var answers = await reads.Ask(work => lines.OfOffice(new UnitNumber(unit), work), cancel);
        return answers.Count > 0
            ? TypedResults.Ok(answers)
            : TypedResults.Problem(
                title: "No duty lines",
                detail: $"unit: no roster names an office {unit}. A unit number has four digits, such as 0104.",
                statusCode: StatusCodes.Status404NotFound
            );
    }

    private static async Task<Ok<List<AgentAnswer>>> Agents(RosterStore rosters, Reads reads, CancellationToken cancel) =>
        TypedResults.Ok((await reads.Ask(rosters.Agents, cancel)).Select(AgentAnswer.Of).ToList());
}

public sealed record AgentAnswer(string Id, string Name, string Station)
{
    public static AgentAnswer Of(Agent agent) => new(agent.Id, agent.Name, agent.Station.Display);
}
