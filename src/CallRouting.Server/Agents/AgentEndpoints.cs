using CallRouting.Core.Agents;
using CallRouting.Core.Calls;
using CallRouting.Core.Queue;
using CallRouting.Server.Calls;
using CallRouting.Server.Database;
using CallRouting.Server.Menus;
using CallRouting.Server.Queue;
using CallRouting.Server.Rosters;
using CallRouting.Server.Telephony;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using NodaTime.Extensions;
using AgentResult = Microsoft.AspNetCore.Http.HttpResults.Results<
    Microsoft.AspNetCore.Http.HttpResults.NoContent,
    Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult
>;

namespace CallRouting.Server.Agents;

/// <summary>Agents and what they say of themselves.</summary>
public static class AgentEndpoints
{
    private static readonly PresenceState[] Sayable =
    [
        PresenceState.Ready,
        PresenceState.Paused,
        PresenceState.WrapUp,
        PresenceState.SignedOut,
    ];

    public static void MapAgents(this RouteGroupBuilder api)
    {
        api.MapGet("/agents", List);
        api.MapPut("/agents/{agent}/presence", Say);
        api.MapPut("/agents/{agent}/station", Sit);
        api.MapPost("/agents/{agent}/heartbeat", Beat);
        api.MapPost("/agents/{agent}/take-next", TakeNext);
        api.MapPost("/agents/{agent}/softphone-token", SoftphoneToken);
    }

    private static async Task<Ok<List<AgentAnswer>>> List(Pool pool, Reads reads, CancellationToken cancel) =>
        TypedResults.Ok(await reads.Ask(async unit => (await pool.Now(unit)).Select(AgentAnswer.Of).ToList(), cancel));

    private static Task<AgentResult> Say(
        string agent,
        PresenceRequest request,
        RosterStore rosters,
        AgentRunner agents,
        Writes writes,
        Worker worker,
        CancellationToken cancel
    ) =>
        ForAgent(
            agent,
            rosters,
            writes,
            worker,
            async unit =>
            {
                if (!Enum.TryParse<PresenceState>(request.State, out var state) || !Sayable.Contains(state))
                {
                    return Problems.BadInput("state", $"\"{request.State}\" is no presence.", $"It may be {string.Join(", ", Sayable)}.");
                }
                var codes = PresenceCodes.Of(state);
                if (request.Code is { } code && !codes.Contains(code))
                {
                    return Problems.BadInput("code", $"{state} takes no code \"{code}\".", $"It may be {string.Join(", ", codes)}.");
                }
                await agents.Say(agent, state, request.Offered, request.Code, unit);
                return null;
            },
            cancel
        );

    private static Task<AgentResult> Sit(
        string agent,
        StationRequest request,
        RosterStore rosters,
        AgentRunner agents,
        MenuRunner menus,
        IOptions<ProviderOptions> provider,
        Writes writes,
        Worker worker,
        CancellationToken cancel
    ) =>
        ForAgent(
            agent,
            rosters,
            writes,
            worker,
            async unit =>
            {
                if (!StationKinds.All.Contains(request.Kind))
                {
                    return Problems.BadInput(
                        "kind",
                        $"\"{request.Kind}\" is no station.",
                        $"It may be {string.Join(", ", StationKinds.All)}."
                    );
                }
                if (request.Kind == StationKinds.Softphone && !provider.Value.HasSoftphones)
                {
                    return NoSoftphones;
                }
                var number = request.Number is null ? null : (await menus.Plan(unit, request.Number)).DutyNumber(request.Number);
                if (number is { IsAllowed: false })
                {
                    return Problems.BadInput("number", number.Sentence, "");
                }
                await agents.Sit(agent, request.Kind!, number?.Number?.E164, unit);
                return null;
            },
            cancel
        );

    private static Task<AgentResult> Beat(
        string agent,
        RosterStore rosters,
        AgentRunner agents,
        Writes writes,
        Worker worker,
        CancellationToken cancel
    ) =>
        ForAgent(
            agent,
            rosters,
            writes,
            worker,
            async unit =>
            {
                await agents.Heard(agent, unit);
                return null;
            },
            cancel
        );

    private static async Task<Results<Ok<SoftphoneAnswer>, ProblemHttpResult>> SoftphoneToken(
        string agent,
        RosterStore rosters,
        IOptions<ProviderOptions> provider,
        Reads reads,
        TimeProvider clock,
        CancellationToken cancel
    )
    {
        var now = clock.GetUtcNow().ToInstant();
        return await reads.Ask<Results<Ok<SoftphoneAnswer>, ProblemHttpResult>>(
            async unit =>
                await rosters.Agent(agent, unit) is null ? await NoSuchAgent(agent, rosters, unit)
                : !provider.Value.HasSoftphones ? NoSoftphones
                : TypedResults.Ok(
                    new SoftphoneAnswer(AccessToken.For(agent, provider.Value, now), agent, (now + AccessToken.Lifetime).ToDateTimeOffset())
                ),
            cancel
        );
    }

    private static ProblemHttpResult NoSoftphones =>
        Problems.Conflict("No softphones are set up: Provider:ApiKeySid and Provider:ApiKeySecret are empty. Choose DeskPhone.");

    private static async Task<Results<Ok<CallAnswer>, ProblemHttpResult>> TakeNext(
        string agent,
        RosterStore rosters,
        QueueStore queue,
        CallStore calls,
        CallRunner runner,
        Pool pool,
        Writes writes,
        Worker worker,
        CancellationToken cancel
    ) =>
        await writes
            .Commit<Results<Ok<CallAnswer>, ProblemHttpResult>>(
                async unit =>
                {
                    if (await rosters.Agent(agent, unit) is null)
                    {
                        return await NoSuchAgent(agent, rosters, unit);
                    }
                    return QueueRules.InOrder(await queue.Waiting(unit)) is [var next, ..]
                        ? await TakeCall(next.Call.Value, agent, calls, runner, pool, unit)
                        : Problems.Conflict("Nobody waits.");
                },
                cancel
            )
            .Nudging(worker);

    /// <summary>An agent takes a call out of the queue, if both may.</summary>
    public static async Task<Results<Ok<CallAnswer>, ProblemHttpResult>> TakeCall(
        string call,
        string agent,
        CallStore calls,
        CallRunner runner,
        Pool pool,
        UnitOfWork unit
    )
    {
        if (await calls.Find(call, unit) is not { } row)
        {
            return Problems.NotFound("call", call, "GET /api/queue lists who waits.");
        }
        var taker = (await pool.Now(unit)).Single(each => each.Agent.Id == agent);
        if (!taker.MayTake)
        {
            return Problems.Conflict(WhyNot(taker));
        }
        return await runner.Tell(row, new AgentTakes(agent), unit)
            ? TypedResults.Ok(CallAnswer.Of(row))
            : Problems.Conflict("The call does not wait any more: another agent took it, or the caller has left.");
    }

    private static string WhyNot(AgentNow agent) =>
        agent.Talking || agent.StationHeld ? $"{agent.Agent.Id} has a call already, or the telephone is not back on the hook."
        : !agent.Presence.IsAlive(agent.Now) ? $"The console of {agent.Agent.Id} has not been heard from for 30 seconds."
        : $"{agent.Agent.Id} is {agent.Presence.State}. Be Ready first.";

    public static async Task<ProblemHttpResult> NoSuchAgent(string? agent, RosterStore rosters, UnitOfWork unit) =>
        Problems.BadInput(
            "agent",
            $"there is no agent \"{agent}\".",
            $"It may be {string.Join(", ", (await rosters.Agents(unit)).Select(known => known.Id))}."
        );

    private static async Task<AgentResult> ForAgent(
        string agent,
        RosterStore rosters,
        Writes writes,
        Worker worker,
        Func<UnitOfWork, Task<ProblemHttpResult?>> work,
        CancellationToken cancel
    ) =>
        await writes
            .Commit<AgentResult>(
                async unit =>
                    await rosters.Agent(agent, unit) is null ? await NoSuchAgent(agent, rosters, unit)
                    : await work(unit) is { } problem ? problem
                    : TypedResults.NoContent(),
                cancel
            )
            .Nudging(worker);
}

/// <param name="State">Ready, Paused, WrapUp or SignedOut.</param>
/// <param name="Offered">Whether calls come by themselves; left out, as before.</param>
/// <param name="Code">What the last talk was about, or why the pause; see the answer to a wrong one for what it may be.</param>
public sealed record PresenceRequest(string? State, bool? Offered, string? Code);

/// <param name="Kind">DeskPhone, Softphone or VirtualHandset.</param>
/// <param name="Number">Left out: the roster's.</param>
public sealed record StationRequest(string? Kind, string? Number);

/// <param name="Token">For the provider's browser library; asked for again before it expires.</param>
public sealed record SoftphoneAnswer(string Token, string Identity, DateTimeOffset ExpiresAt);

/// <param name="Number">Null for the softphone, which is the browser itself.</param>
public sealed record StationAnswer(string Kind, string? Number)
{
    public static StationAnswer Of(Station station) => new(station.Kind, station.IsSoftphone ? null : station.Number.Display);
}

/// <param name="Presence">SignedOut, Ready, Paused, WrapUp or NotAnswering.</param>
/// <param name="AtWork">A caller who waits now may count on this agent.</param>
/// <param name="Call">The call that rings for the agent or is with them.</param>
public sealed record AgentAnswer(
    string Id,
    string Name,
    StationAnswer Station,
    string Presence,
    DateTimeOffset Since,
    bool Offered,
    bool AtWork,
    string? Call
)
{
    public static AgentAnswer Of(AgentNow agent) =>
        new(
            agent.Agent.Id,
            agent.Agent.Name,
            StationAnswer.Of(agent.Station),
            agent.Presence.State.ToString(),
            agent.Presence.Since.ToDateTimeOffset(),
            agent.Presence.Offered,
            agent.IsAtWork,
            agent.Call
        );
}
