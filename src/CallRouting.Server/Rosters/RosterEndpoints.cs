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
}
