using CallRouting.Core.Offices;
using CallRouting.Core.Rosters;
using CallRouting.Server.Database;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime.Extensions;

namespace CallRouting.Server.Rosters;

public static class RosterEndpoints
{
    public static void MapRosters(this RouteGroupBuilder api)
    {
        api.MapGet("/offices/{unit}/lines", LinesOf);
    }

    private static async Task<Results<Ok<IReadOnlyList<LineAnswer>>, ProblemHttpResult>> LinesOf(
        string unit,
        RosterStore rosters,
        Reads reads,
        TimeProvider clock,
        CancellationToken cancel
    )
    {
        var now = clock.GetUtcNow().ToInstant();
        var answers = await reads.Ask(
            async work =>
            {
                var lines = new List<LineAnswer>();
                foreach (var line in await rosters.LinesOf(new UnitNumber(unit), work))
                    lines.Add(LineAnswer.Of(line, OnDuty.At(await rosters.ForLine(line.Id, work), now)));

                return lines;
            },
            cancel
        );

        return answers.Count > 0
            ? TypedResults.Ok<IReadOnlyList<LineAnswer>>(answers)
            : TypedResults.Problem(
                title: "No duty lines",
                detail: $"unit: no roster names an office {unit}. A unit number has four digits, such as 0104.",
                statusCode: StatusCodes.Status404NotFound
            );
    }
}

/// <param name="Primary">On duty now, in the order in which they are rung.</param>
/// <param name="IsKept">Somebody is on duty now, and the line is in service.</param>
public sealed record LineAnswer(
    string Id,
    string Name,
    string? TargetGroup,
    bool IsGeneral,
    bool IsOutOfService,
    bool IsKept,
    IReadOnlyList<OfficerAnswer> Primary,
    IReadOnlyList<OfficerAnswer> Backup
)
{
    public static LineAnswer Of(DutyLine line, OnDuty onDuty) =>
        new(
            line.Id.Value,
            line.Name,
            line.TargetGroup,
            line.IsGeneral,
            line.IsOutOfService,
            !line.IsOutOfService && !onDuty.IsNobody,
            [.. onDuty.Primary.Select(OfficerAnswer.Of)],
            [.. onDuty.Backup.Select(OfficerAnswer.Of)]
        );
}

/// <summary>Without phones: nobody is to ring an officer past the ladder.</summary>
public sealed record OfficerAnswer(string Id, string Name, bool IsPaused)
{
    public static OfficerAnswer Of(Officer officer) => new(officer.Id, officer.Name, officer.IsPaused);
}
