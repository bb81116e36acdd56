using CallRouting.Core.Calls;
using CallRouting.Core.Offices;
using CallRouting.Core.Rosters;
using CallRouting.Server.Database;
using CallRouting.Server.Menus;
using CallRouting.Server.Rosters;
using Microsoft.AspNetCore.Http.HttpResults;
using Answer = Microsoft.AspNetCore.Http.HttpResults.Results<
    Microsoft.AspNetCore.Http.HttpResults.NoContent,
    Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult
>;

namespace CallRouting.Server.Calls;

/// <summary>What an agent does in the room with the caller. No handler calls the provider: each writes an order down.</summary>
public static class RoomEndpoints
{
    private const int MostThirdParties = 3;
    private const int LongestName = 60;
    private const int MostKeys = 32;
    private const string NotThere = "No agent is in the room with this caller.";

    public static void MapRoom(this RouteGroupBuilder api)
    {
        api.MapPut("/calls/{call}/mute", Mute);
        api.MapPut("/calls/{call}/hold", Hold);
        api.MapPost("/calls/{call}/keys", PressKeys);
        api.MapPost("/calls/{call}/third-parties", Ask);
        api.MapDelete("/calls/{call}/third-parties/{leg}", LetGo);
    }

    private static Task<Answer> Mute(
        string call,
        SwitchRequest request,
        LiveCalls live,
        LegStore legs,
        Orders orders,
        CancellationToken cancel
    ) =>
        live.Tell(
            call,
            async (row, unit) =>
            {
                if (await AgentInRoom(row, legs, unit) is not { } agent)
                {
                    return Problems.Conflict(NotThere);
                }
                agent.Muted = request.On;
                await legs.Save(agent, unit);
                await orders.Mute(agent, unit);
                return null;
            },
            cancel
        );

    private static Task<Answer> Hold(string call, SwitchRequest request, LiveCalls live, CallRunner runner, CancellationToken cancel) =>
        live.Tell(
            call,
            async (row, unit) =>
            {
                if (row.State != nameof(CallState.WithAgent))
                {
                    return Problems.Conflict($"The call is {row.State}. Only a caller who talks with an agent can be put on hold.");
                }
                await (request.On ? runner.PutOnHold(row, unit) : runner.TakeOffHold(row, unit));
                return null;
            },
            cancel
        );

    private static Task<Answer> PressKeys(
        string call,
        KeysRequest request,
        LiveCalls live,
        LegStore legs,
        Orders orders,
        Seal seal,
        CancellationToken cancel
    ) =>
        live.Tell(
            call,
            async (row, unit) =>
            {
                if (request.Keys is not { Length: > 0 and <= MostKeys } keys || !keys.All(IsKey))
                {
                    return Problems.BadInput("keys", "these are no keys of a telephone.", $"Give 1 to {MostKeys} of 0-9, * and #.");
                }
                if (await AgentInRoom(row, legs, unit) is not { } agent)
                {
                    return Problems.Conflict(NotThere);
                }
                await orders.PressKeys(agent, seal.Close(keys), unit);
                return null;
            },
            cancel
        );

    private static async Task<Results<Ok<ThirdPartyAnswer>, ProblemHttpResult>> Ask(
        string call,
        ThirdPartyRequest request,
        CallStore calls,
        LegStore legs,
        RosterStore rosters,
        MenuRunner menus,
        CallRunner runner,
        Writes writes,
        Worker worker,
        CancellationToken cancel
    ) =>
        await writes
            .Commit<Results<Ok<ThirdPartyAnswer>, ProblemHttpResult>>(
                async unit =>
                {
                    if (await calls.Find(call, unit) is not { } row)
                    {
                        return Problems.NotFound("call", call, "GET /api/calls lists the latest.");
                    }
                    if (await AgentInRoom(row, legs, unit) is null)
                    {
                        return Problems.Conflict(NotThere);
                    }
                    var (who, problem) = await Whom(request, rosters, await menus.Plan(unit, request.Number), unit);
                    if (problem is not null)
                    {
                        return problem;
                    }
                    if ((await legs.ThirdParties(call, unit)).Count == MostThirdParties)
                    {
                        return Problems.Conflict($"{MostThirdParties} others are in the call already, or being rung. Let one go first.");
                    }
                    if ((await legs.BusyPhones(NoTransfer, unit)).Contains(who!.Phone.E164))
                    {
                        return Problems.Conflict($"{who.Name} is in another call.");
                    }
                    return TypedResults.Ok(ThirdPartyAnswer.Of(await runner.AskIntoRoom(row, who.Name, who.Phone, unit)));
                },
                cancel
            )
            .Nudging(worker);

    private const string NoTransfer = "";

    private static async Task<(ThirdParty? Who, ProblemHttpResult? Problem)> Whom(
        ThirdPartyRequest request,
        RosterStore rosters,
        NumberPlan plan,
        UnitOfWork unit
    )
    {
        if (request.Lead)
        {
            return await LeadOf(request.Unit, rosters, unit) is { } lead
                ? (lead, null)
                : (
                    null,
                    Problems.BadInput("unit", $"office \"{request.Unit}\" has no lead in the roster.", "Give a name and a number instead.")
                );
        }
        if (request.Name?.Trim() is not { Length: > 0 and <= LongestName } name)
        {
            return (
                null,
                Problems.BadInput("name", "nobody is named.", $"Write who it is, for example Tolk: 1 to {LongestName} characters.")
            );
        }
        var answer = plan.DutyNumber(request.Number);
        return answer.IsAllowed
            ? (new(name, answer.Number.Value), null)
            : (null, Problems.BadInput("number", answer.Sentence, "Give one that may be rung."));
    }

    private static async Task<ThirdParty?> LeadOf(string? office, RosterStore rosters, UnitOfWork unit) =>
        office is not null && await rosters.LeadOf(new UnitNumber(office), unit) is { Phones: [var phone, ..] } lead
            ? new(lead.Name, phone)
            : null;

    private static Task<Answer> LetGo(string call, string leg, LiveCalls live, LegStore legs, Orders orders, CancellationToken cancel) =>
        live.Tell(
            call,
            async (_, unit) =>
            {
                if ((await legs.ThirdParties(call, unit)).FirstOrDefault(party => party.Id == leg) is not { } party)
                {
                    return Problems.NotFound("leg", leg, "The agent's desk lists who was asked into the call.");
                }
                await orders.End(party, unit);
                return null;
            },
            cancel
        );

    // The agent's voice is in the room, and the room is the caller's.
    private static async Task<Leg?> AgentInRoom(CallRow call, LegStore legs, UnitOfWork unit) =>
        call.AgentPlace == nameof(AgentPlace.InRoom) && await legs.LiveAgent(call.Id, unit) is { Room: not null } agent ? agent : null;

    private static bool IsKey(char key) => char.IsAsciiDigit(key) || key is '*' or '#';

    private sealed record ThirdParty(string Name, PhoneNumber Phone);
}

public sealed record SwitchRequest(bool On);

/// <param name="Keys">1 to 32 of 0-9, * and #, as pressed on a telephone.</param>
public sealed record KeysRequest(string? Keys);

/// <summary>Whom to ask into the call: a name and a number, or an office's lead.</summary>
/// <param name="Name">What they are, as the agent and the timeline see it: Tolk, a lead's name.</param>
/// <param name="Number">Any number that the number plan lets us ring.</param>
/// <param name="Lead">The lead of the office in <paramref name="Unit"/>.</param>
public sealed record ThirdPartyRequest(string? Name = null, string? Number = null, bool Lead = false, string? Unit = null);
