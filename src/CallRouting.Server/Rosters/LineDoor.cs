using CallRouting.Core.Rosters;
using CallRouting.Server.Database;
using CallRouting.Server.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CallRouting.Server.Rosters;

/// <summary>Finds the duty line that somebody names and sees that it is theirs, before anything is done about it.</summary>
public sealed class LineDoor(RosterStore rosters, Reads reads, Writes writes)
{
    public Task<Results<Ok<T>, ProblemHttpResult>> Read<T>(
        string id,
        Who who,
        Func<DutyLine, UnitOfWork, Task<Results<Ok<T>, ProblemHttpResult>>> ask,
        CancellationToken cancel
    ) => reads.Ask(unit => Through(id, who, ask, unit), cancel);

    public Task<Results<Ok<T>, ProblemHttpResult>> Write<T>(
        string id,
        Who who,
        Func<DutyLine, UnitOfWork, Task<Results<Ok<T>, ProblemHttpResult>>> change,
        CancellationToken cancel
    ) => writes.Commit(unit => Through(id, who, change, unit), cancel);

    private async Task<Results<Ok<T>, ProblemHttpResult>> Through<T>(
        string id,
        Who who,
        Func<DutyLine, UnitOfWork, Task<Results<Ok<T>, ProblemHttpResult>>> act,
        UnitOfWork unit
    )
    {
        if (await rosters.Line(new DutyLineId(id), unit) is not { } line)
        {
            return Missing(id);
        }
        return who.MayAct(line.Unit.Value) ? await act(line, unit) : NotYours(line);
    }

    internal static ProblemHttpResult Missing(string id) =>
        Problems.NotFound("line", $"duty line {id}", "GET /api/offices/{unit}/lines lists an office's.");

    private static ProblemHttpResult NotYours(DutyLine line) =>
        TypedResults.Problem(
            title: "Not your office",
            detail: $"Line {line.Id} belongs to office {line.Unit}. Officers and leads act for their own office.",
            statusCode: StatusCodes.Status403Forbidden
        );
}
