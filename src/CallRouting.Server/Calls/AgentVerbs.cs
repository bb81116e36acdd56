using CallRouting.Core.Callbacks;
using CallRouting.Core.Calls;
using CallRouting.Core.Menus;
using CallRouting.Core.Offices;
using CallRouting.Core.Rosters;
using CallRouting.Server.Agents;
using CallRouting.Server.Database;
using CallRouting.Server.Offices;
using CallRouting.Server.Queue;
using CallRouting.Server.Rosters;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime.Extensions;
using Answer = Microsoft.AspNetCore.Http.HttpResults.Results<
    Microsoft.AspNetCore.Http.HttpResults.NoContent,
    Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult
>;

namespace CallRouting.Server.Calls;

/// <summary>What an agent notes while talking with a caller, and how a talk ends. No handler calls the provider.</summary>
public static class AgentVerbs
{
    private const int LongestLanguage = 40;

    public static void MapAgentVerbs(this RouteGroupBuilder api)
    {
        api.MapPut("/calls/{call}/needs", Needs);
        api.MapPut("/calls/{call}/place", Place);
        api.MapPut("/calls/{call}/urgency", SetUrgency);
        api.MapPut("/calls/{call}/note", Note);
        api.MapPost("/calls/{call}/callbacks", Promise);
        api.MapPost("/calls/{call}/end", End);
    }

    private static Task<Answer> Needs(string call, NeedsRequest request, LiveCalls live, CallRunner runner, CancellationToken cancel) =>
        live.Tell(
            call,
            async (row, unit) =>
            {
                var interpreter = request.Interpreter?.Trim() is { Length: > 0 } language ? language : null;
                if (interpreter is { Length: > LongestLanguage } || interpreter?.All(IsOfALanguage) == false)
                {
                    return Problems.BadInput(
                        "interpreter",
                        "that is no language.",
                        $"Write its name, for example arabisk: letters, at most {LongestLanguage}."
                    );
                }
                var needs = new Needs(interpreter, request.SamiSpeaking, request.TextInstead);
                await runner.Learn(row, visit => visit with { Needs = needs }, unit);
                return null;
            },
            cancel
        );

    private static Task<Answer> Place(
        string call,
        PlaceRequest request,
        LiveCalls live,
        PlacesInForce registers,
        CallRunner runner,
        TimeProvider clock,
        CancellationToken cancel
    ) =>
        live.Tell(
            call,
            async (row, unit) =>
            {
                var today = clock.GetUtcNow().ToInstant().OsloDate();
                if (Placed(request, registers.Places, today) is not { } placed)
                {
                    return Problems.BadInput(
                        "areaCode, unit",
                        "there is no such place.",
                        "Give a municipality's four digits, a district's six, or an office's unit number; GET /api/places?q= finds them."
                    );
                }
                await runner.Learn(row, placed, unit);
                return null;
            },
            cancel
        );

    private static Task<Answer> SetUrgency(
        string call,
        UrgencyRequest request,
        LiveCalls live,
        CallRunner runner,
        CancellationToken cancel
    ) =>
        live.Tell(
            call,
            async (row, unit) =>
            {
                if (!Choices.TryRead<Urgency>(request.Urgency, out var urgency))
                {
                    return Problems.BadInput("urgency", $"\"{request.Urgency}\" is no urgency.", Choices.Of<Urgency>());
                }
                await runner.Learn(row, visit => visit with { Urgency = urgency }, unit);
                return null;
            },
            cancel
        );

    private static Task<Answer> Note(
        string call,
        NoteRequest request,
        LiveCalls live,
        CallRunner runner,
        Seal seal,
        CancellationToken cancel
    ) =>
        live.Tell(
            call,
            async (row, unit) =>
            {
                var about = new List<About>();
                foreach (var word in request.About ?? [])
                {
                    if (!Choices.TryRead<About>(word, out var each))
                    {
                        return Problems.BadInput("about", $"\"{word}\" is nothing that a note can be about.", Choices.Of<About>());
                    }
                    about.Add(each);
                }
                if (!Choices.TryRead<Reach>(request.Reach ?? nameof(Reach.Call), out var reach))
                {
                    return Problems.BadInput("reach", $"\"{request.Reach}\" is no way to reach somebody.", Choices.Of<Reach>());
                }
                if (!Choices.TryRead<PreferredTime>(request.When ?? nameof(PreferredTime.Any), out var when))
                {
                    return Problems.BadInput("when", $"\"{request.When}\" is no time of day.", Choices.Of<PreferredTime>());
                }
                await runner.Write(row, seal.Write(new OfficeNote([.. about.Distinct()], reach, when)), unit);
                return null;
            },
            cancel
        );

    private static async Task<Results<Ok<DeskCallbackAnswer>, ProblemHttpResult>> Promise(
        string call,
        PromiseRequest request,
        CallStore calls,
        RosterStore rosters,
        CallRunner runner,
        Writes writes,
        Worker worker,
        CancellationToken cancel
    ) =>
        await writes
            .Commit<Results<Ok<DeskCallbackAnswer>, ProblemHttpResult>>(
                async unit =>
                {
                    if (await calls.Find(call, unit) is not { } row)
                    {
                        return Problems.NotFound("call", call, "GET /api/queue lists who waits.");
                    }
                    var line = await rosters.Named(request.Line, request.Unit ?? row.UnitNumber, unit);
                    if (line is null && (request.Line ?? request.Unit) is { } unknown)
                    {
                        return Problems.BadInput(
                            "unit, line",
                            $"no duty line was found for \"{unknown}\".",
                            "Give a unit number with a general line, or the id of a line; with neither, the contact centre owes it."
                        );
                    }
                    return TypedResults.Ok(DeskCallbackAnswer.Of(await runner.Promise(row, line?.Id.Value, line?.Unit.Value, unit)));
                },
                cancel
            )
            .Nudging(worker);

    private static Task<Answer> End(string call, LiveCalls live, CallRunner runner, CancellationToken cancel) =>
        live.Tell(
            call,
            async (row, unit) =>
                await runner.Tell(row, new AgentHangsUp(), unit)
                    ? null
                    : Problems.Conflict("Only a call that is with an agent can be ended by the agent."),
            cancel
        );

    private static Func<MenuVisit, MenuVisit>? Placed(PlaceRequest request, Places places, NodaTime.LocalDate today)
    {
        if (request.Unit is { } number)
        {
            return places.OfficeNumbered(new UnitNumber(number), today) is { } office ? visit => visit with { Office = office.Unit } : null;
        }
        var known =
            request.AreaCode is { Length: 4 or 6 } area
            && places.Numbered(area[..4], today) is not null
            && (area.Length == 4 || places.DistrictsOf(area[..4], today).Any(district => district.AreaCode == area));
        return known
            ? visit => visit with { AreaCode = request.AreaCode, Postcode = null, Office = places.OfficeOf(request.AreaCode!, today)?.Unit }
            : null;
    }

    private static bool IsOfALanguage(char mark) => char.IsLetter(mark) || mark is ' ' or '-' or '(' or ')' or '/';
}

/// <summary>Does something to a call that has not ended, in one unit of work.</summary>
public sealed class LiveCalls(CallStore calls, Writes writes, Worker worker)
{
    public async Task<Answer> Tell(string call, Func<CallRow, UnitOfWork, Task<ProblemHttpResult?>> work, CancellationToken cancel) =>
        await writes
            .Commit<Answer>(
                async unit =>
                    await calls.Find(call, unit) is not { } row ? Problems.NotFound("call", call, "GET /api/queue lists who waits.")
                    : row.EndedAt is not null ? Problems.Conflict("The call has ended.")
                    : await work(row, unit) is { } problem ? problem
                    : TypedResults.NoContent(),
                cancel
            )
            .Nudging(worker);
}

/// <summary>Words of a request that name one of a few things.</summary>
public static class Choices
{
    public static bool TryRead<T>(string? word, out T choice)
        where T : struct, Enum => Enum.TryParse(word, out choice) && Enum.IsDefined(choice) && !int.TryParse(word, out _);

    public static string Of<T>()
        where T : struct, Enum => $"It may be {string.Join(", ", Enum.GetNames<T>())}.";
}

/// <param name="Interpreter">The language to be interpreted; null or empty: no interpreter.</param>
public sealed record NeedsRequest(string? Interpreter = null, bool SamiSpeaking = false, bool TextInstead = false);

/// <param name="AreaCode">Where the caller is; the office follows from it.</param>
/// <param name="Unit">The office itself, where the place alone does not decide it.</param>
public sealed record PlaceRequest(string? AreaCode, string? Unit);

/// <param name="Urgency">NotStated, CanWait or Urgent.</param>
public sealed record UrgencyRequest(string? Urgency);

/// <param name="About">Any of Food, Housing, Power, Medicine, Children, Safety, Other.</param>
/// <param name="Reach">Call, Text or Either.</param>
/// <param name="When">Any, Morning, Midday or Afternoon.</param>
public sealed record NoteRequest(IReadOnlyList<string>? About, string? Reach, string? When);

/// <param name="Unit">The office that is to call back, by its general line; left out, the caller's office, and without one the contact centre.</param>
/// <param name="Line">One particular line instead.</param>
public sealed record PromiseRequest(string? Unit = null, string? Line = null);
