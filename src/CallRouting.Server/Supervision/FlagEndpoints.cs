using System.Security.Claims;
using CallRouting.Core.Supervision;
using CallRouting.Server.Calls;
using CallRouting.Server.Database;
using CallRouting.Server.Messages;
using CallRouting.Server.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;
using Answer = Microsoft.AspNetCore.Http.HttpResults.Results<
    Microsoft.AspNetCore.Http.HttpResults.Ok<CallRouting.Server.Supervision.FlagStoryAnswer>,
    Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult
>;

namespace CallRouting.Server.Supervision;

/// <summary>What went wrong, as supervisors and leads see it, and what came of it. A lead sees the own offices' flags.</summary>
public static class FlagEndpoints
{
    private const int MostAtOnce = 500;
    private const int LongestText = 1000;

    public static void MapFlags(this RouteGroupBuilder api)
    {
        api.MapGet("/flags", List);
        api.MapGet("/flags/{flag}", One);
        api.MapPost("/flags/{flag}/questions", Ask).RequireAuthorization(Policies.FollowUp);
        api.MapPost("/flags/{flag}/answers", Reply).RequireAuthorization(Policies.Rosters);
        api.MapPost("/flags/{flag}/close", Close).RequireAuthorization(Policies.FollowUp);
    }

    /// <summary>Questions that nobody has answered first, then what was answered, what is open, what is closed; in each the latest first.</summary>
    /// <param name="unit">Only one office's; left out, all that one may see.</param>
    /// <param name="kind">Only of one kind, such as CallbackOverdue.</param>
    /// <param name="state">Only Asked, Answered, Open or Closed.</param>
    /// <param name="after">The place of the last flag that one has.</param>
    /// <param name="count">How many at most; 500 are the most.</param>
    private static async Task<Results<Ok<List<FlagAnswer>>, ProblemHttpResult>> List(
        string? unit,
        string? kind,
        string? state,
        string? after,
        int? count,
        ClaimsPrincipal user,
        FlagStore flags,
        Reads reads,
        CancellationToken cancel
    )
    {
        if (Wrong(kind, state, after, count) is { } problem)
        {
            return problem;
        }
        var asked = new FlagsAsked(
            unit,
            kind is null ? null : Enum.Parse<FlagKind>(kind),
            state is null ? null : Enum.Parse<FlagState>(state),
            count ?? MostAtOnce
        )
        {
            After = after is null ? FlagPlace.BeforeAll : FlagPlace.Read(after)!.Value,
        };
        var found = await reads.Ask(work => OfOwn(asked, Who.Of(user), flags, work), cancel);
        return TypedResults.Ok(found.Select(FlagAnswer.Of).ToList());
    }

    private static async Task<IReadOnlyList<FlagRow>> OfOwn(FlagsAsked asked, Who who, FlagStore flags, UnitOfWork work)
    {
        // A role that nobody in particular has taken is bound to no office.
        if (who is not { IsBoundToUnits: true, Units.Count: > 0 })
        {
            return await flags.List(asked, work);
        }
        var found = new List<FlagRow>();
        foreach (var own in who.Units.Where(own => asked.Unit is null || asked.Unit == own))
        {
            found.AddRange(await flags.List(asked with { Unit = own }, work));
        }
        return
        [
            .. found
                .OrderBy(flag => flag.Place)
                .ThenByDescending(flag => flag.RaisedAt)
                .ThenByDescending(flag => flag.Id, StringComparer.Ordinal)
                .Take(asked.Count),
        ];
    }

    private static ProblemHttpResult? Wrong(string? kind, string? state, string? after, int? count) =>
        kind is not null && !Choices.TryRead<FlagKind>(kind, out _)
            ? Problems.BadInput("kind", $"\"{kind}\" is no kind of flag.", Choices.Of<FlagKind>())
        : state is not null && !Choices.TryRead<FlagState>(state, out _)
            ? Problems.BadInput("state", $"\"{state}\" is no state.", Choices.Of<FlagState>())
        : after is not null && FlagPlace.Read(after) is null
            ? Problems.BadInput("after", $"\"{after}\" is no place.", "Give the place of the last flag that was answered.")
        : count is < 1 or > MostAtOnce ? Problems.BadInput("count", $"{count} is too few or too many.", $"Give 1 to {MostAtOnce}.")
        : null;

    private static Task<Answer> One(
        string flag,
        ClaimsPrincipal user,
        FlagStore flags,
        FollowUps followUps,
        Reads reads,
        CancellationToken cancel
    ) => reads.Ask(unit => Through(flag, Who.Of(user), flags, followUps, _ => Task.FromResult<string?>(null), unit), cancel);

    private static Task<Answer> Ask(
        string flag,
        FollowUpRequest request,
        ClaimsPrincipal user,
        FlagStore flags,
        FollowUps followUps,
        Writes writes,
        Worker worker,
        CancellationToken cancel
    ) => Take(flag, FollowUpAct.Question, request.Text, null, user, flags, followUps, writes, cancel).Nudging(worker);

    private static Task<Answer> Reply(
        string flag,
        FollowUpRequest request,
        ClaimsPrincipal user,
        FlagStore flags,
        FollowUps followUps,
        Writes writes,
        CancellationToken cancel
    ) => Take(flag, FollowUpAct.Answer, request.Text, null, user, flags, followUps, writes, cancel);

    private static async Task<Answer> Close(
        string flag,
        CloseFlagRequest request,
        ClaimsPrincipal user,
        FlagStore flags,
        FollowUps followUps,
        Writes writes,
        CancellationToken cancel
    ) =>
        Choices.TryRead<FlagFinding>(request.Finding, out var finding)
            ? await Take(flag, FollowUpAct.Closing, request.Text, finding, user, flags, followUps, writes, cancel)
            : Problems.BadInput("finding", $"\"{request.Finding}\" is no finding.", Choices.Of<FlagFinding>());

    private static async Task<Answer> Take(
        string flag,
        FollowUpAct act,
        string? text,
        FlagFinding? finding,
        ClaimsPrincipal user,
        FlagStore flags,
        FollowUps followUps,
        Writes writes,
        CancellationToken cancel
    )
    {
        if (GuardedText.Wrong("text", text, LongestText, isNeeded: act != FollowUpAct.Closing) is { } problem)
        {
            return problem;
        }
        var who = Who.Of(user);
        return await writes.Commit(
            unit => Through(flag, who, flags, followUps, found => followUps.Take(found, act, text, finding, who, unit), unit),
            cancel
        );
    }

    private static async Task<Answer> Through(
        string id,
        Who who,
        FlagStore flags,
        FollowUps followUps,
        Func<FlagRow, Task<string?>> act,
        UnitOfWork unit
    )
    {
        // Another office's flag is none of one's business, and that there is one too.
        if (await flags.Find(id, unit) is not { } flag || !who.MayAct(flag.UnitNumber ?? ""))
        {
            return Problems.NotFound("flag", $"flag {id}", "GET /api/flags lists them.");
        }
        return await act(flag) is { } refusal
            ? Problems.Conflict(refusal)
            : TypedResults.Ok(new FlagStoryAnswer(FlagAnswer.Of(flag), await followUps.Of(flag, unit)));
    }
}
