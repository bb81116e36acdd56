using System.Security.Claims;
using CallRouting.Server.Database;
using CallRouting.Server.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CallRouting.Server.Callbacks;

/// <summary>Finds the call-back that somebody names and sees that it is theirs, before anything is done about it.</summary>
public sealed class CallbackDoor(CallbackStore callbacks, Reads reads, Writes writes)
{
    public Task<Results<Ok<T>, ProblemHttpResult>> Read<T>(
        string id,
        ClaimsPrincipal user,
        Func<CallbackRow, Who, UnitOfWork, Task<Results<Ok<T>, ProblemHttpResult>>> ask,
        CancellationToken cancel
    ) => reads.Ask(unit => Through(id, Who.Of(user), ask, unit), cancel);

    public Task<Results<Ok<T>, ProblemHttpResult>> Write<T>(
        string id,
        ClaimsPrincipal user,
        Func<CallbackRow, Who, UnitOfWork, Task<Results<Ok<T>, ProblemHttpResult>>> change,
        CancellationToken cancel
    ) => writes.Commit(unit => Through(id, Who.Of(user), change, unit), cancel);

    private async Task<Results<Ok<T>, ProblemHttpResult>> Through<T>(
        string id,
        Who who,
        Func<CallbackRow, Who, UnitOfWork, Task<Results<Ok<T>, ProblemHttpResult>>> act,
        UnitOfWork unit
    )
    {
        if (await callbacks.Find(id, unit) is not { } row)
        {
            return Problems.NotFound("callback", $"call-back {id}", "GET /api/callbacks lists what is to be done.");
        }
        return who.MayAct(row.UnitNumber ?? "") ? await act(row, who, unit) : NotYours(row);
    }

    private static ProblemHttpResult NotYours(CallbackRow row) =>
        TypedResults.Problem(
            title: "Not your office",
            detail: row.UnitNumber is { } unit
                ? $"The call-back is office {unit}'s. Officers and leads act for their own office."
                : "The call-back is the contact centre's.",
            statusCode: StatusCodes.Status403Forbidden
        );
}
