using System.Security.Claims;
using CallRouting.Core.Callbacks;
using CallRouting.Core.Calls;
using CallRouting.Core.Offices;
using CallRouting.Core.Rosters;
using CallRouting.Core.Transfers;
using CallRouting.Server.Calls;
using CallRouting.Server.Database;
using CallRouting.Server.Live;
using CallRouting.Server.Rosters;
using CallRouting.Server.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Extensions;
using Answer = Microsoft.AspNetCore.Http.HttpResults.Results<
    Microsoft.AspNetCore.Http.HttpResults.Ok<CallRouting.Server.Callbacks.CallbackAnswer>,
    Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult
>;

namespace CallRouting.Server.Callbacks;

/// <summary>What callers were promised. Numbers are masked; seeing one is a question of its own, and is noted.</summary>
public static class CallbackEndpoints
{
    private const int MostAtOnce = 500;

    // Who has not said by then how a conversation went is not asked any more.
    private static readonly Duration AskedAfter = Duration.FromDays(7);

    public static void MapCallbacks(this RouteGroupBuilder api)
    {
        api.MapGet("/callbacks", List);
        api.MapGet("/callbacks/awaiting-outcome", AwaitingOutcome);
        api.MapGet("/callbacks/{callback}", One);
        api.MapPost("/callbacks/{callback}/reveal", Reveal).RequireAuthorization(Policies.RevealNumber);
        api.MapPost("/callbacks/{callback}/ring", Ring).RequireAuthorization(Policies.DutyLines);
        api.MapPost("/callbacks/{callback}/adviser", Give).RequireAuthorization(Policies.DutyLines);
        api.MapPost("/callbacks/{callback}/outcome", Conclude).RequireAuthorization(Policies.PassOn);
    }

    /// <summary>Open ones, the most pressing first. Officers and leads see their own office's.</summary>
    /// <param name="unit">Only one office's; left out, everybody's.</param>
    private static Task<Ok<List<CallbackAnswer>>> List(
        string? unit,
        ClaimsPrincipal user,
        CallbackStore callbacks,
        CallbackAttemptStore attempts,
        Seal seal,
        Reads reads,
        TimeProvider clock,
        CancellationToken cancel
    ) =>
        reads.Ask(
            async work =>
            {
                var (who, now) = (Who.Of(user), clock.GetUtcNow().ToInstant());
                var open = await callbacks.Open(OfficeOf(unit, who), MostAtOnce, work);
                return Answers(open, await attempts.OfThoseOpen(work), who, seal, now);
            },
            cancel
        );

    /// <summary>The caller was reached, and nobody has said how it went. A week long.</summary>
    /// <param name="unit">Only one office's; left out, everybody's.</param>
    private static Task<Ok<List<CallbackAnswer>>> AwaitingOutcome(
        string? unit,
        ClaimsPrincipal user,
        CallbackStore callbacks,
        CallbackAttemptStore attempts,
        Seal seal,
        Reads reads,
        TimeProvider clock,
        CancellationToken cancel
    ) =>
        reads.Ask(
            async work =>
            {
                var (who, now) = (Who.Of(user), clock.GetUtcNow().ToInstant());
                var reached = await callbacks.AwaitingOutcome(OfficeOf(unit, who), now - AskedAfter, MostAtOnce, work);
                return Answers(reached, await attempts.OfThoseReached(now - AskedAfter, work), who, seal, now);
            },
            cancel
        );

    private static string? OfficeOf(string? asked, Who who) => asked ?? (who.Units is [var own] ? own : null);

    private static Ok<List<CallbackAnswer>> Answers(
        IReadOnlyList<CallbackRow> rows,
        ILookup<string, CallbackAttemptRow> attempts,
        Who who,
        Seal seal,
        Instant now
    ) =>
        TypedResults.Ok(
            rows.Where(row => who.MayAct(row.UnitNumber ?? ""))
                .Select(row => CallbackAnswer.Of(row, attempts[row.Id], NoteOf(row, seal), now))
                .ToList()
        );

    /// <summary>One, with how its deadline was counted and all that happened to it.</summary>
    private static Task<Results<Ok<CallbackDetails>, ProblemHttpResult>> One(
        string callback,
        ClaimsPrincipal user,
        CallbackDoor door,
        CallbackAttemptStore attempts,
        Timeline timeline,
        Seal seal,
        OpeningHours hours,
        IOptions<RoutingOptions> options,
        TimeProvider clock,
        CancellationToken cancel
    ) =>
        door.Read<CallbackDetails>(
            callback,
            user,
            async (row, _, unit) =>
            {
                var answer = await AnswerOf(row, attempts, seal, clock, unit);
                var story = await timeline.Of(row.CallId, unit);
                return TypedResults.Ok(CallbackDetails.Of(row, answer, hours, options.Value.Deadline, story));
            },
            cancel
        );

    private static Task<Results<Ok<NumberAnswer>, ProblemHttpResult>> Reveal(
        string callback,
        ClaimsPrincipal user,
        CallbackDoor door,
        Timeline timeline,
        Seal seal,
        TimeProvider clock,
        CancellationToken cancel
    ) =>
        door.Write<NumberAnswer>(
            callback,
            user,
            async (row, who, unit) =>
            {
                if (row.Number is not { } number)
                {
                    return Problems.NotFound("callback", $"call-back {callback} with a number", "GET /api/callbacks lists the open ones.");
                }
                await timeline.Tell(
                    [new Told(CallbackStories.Revealed, who.Name)],
                    new Subject(row.CallId, Callback: row.Id, Unit: row.UnitNumber),
                    clock.GetUtcNow().ToInstant(),
                    unit
                );
                return TypedResults.Ok(new NumberAnswer(new PhoneNumber(seal.Open(number)).Display));
            },
            cancel
        );

    /// <summary>One touch: rings the phone of who asks, and the caller once 1 has been pressed on it.</summary>
    private static Task<Answer> Ring(
        string callback,
        ClaimsPrincipal user,
        CallbackDoor door,
        CallbackAttemptStore attempts,
        RosterStore rosters,
        CallRunner runner,
        Seal seal,
        TimeProvider clock,
        Worker worker,
        CancellationToken cancel
    ) =>
        door.Write<CallbackAnswer>(
                callback,
                user,
                async (row, who, unit) =>
                {
                    if (who.Person is not { } person || await rosters.Officer(person.Id, unit) is not { Officer: var officer })
                    {
                        return Problems.Conflict("Only who has a phone in the roster can be rung: sign in as an officer or a lead.");
                    }
                    if (row.LineId is not { } id || await rosters.Line(new(id), unit) is not { } line)
                    {
                        return Problems.Conflict(
                            "No duty line owes this call-back. Send it to an office, or show the number and ring yourself."
                        );
                    }
                    return await runner.RingFor(row, officer, line, unit) is { } refusal
                        ? Problems.Conflict(refusal)
                        : TypedResults.Ok(await AnswerOf(row, attempts, seal, clock, unit));
                },
                cancel
            )
            .Nudging(worker);

    /// <summary>An officer takes it, or is given it by somebody of the office; or it goes back to whoever is on duty.</summary>
    private static Task<Answer> Give(
        string callback,
        AdviserRequest request,
        ClaimsPrincipal user,
        CallbackDoor door,
        CallbackDesk desk,
        CallbackAttemptStore attempts,
        RosterStore rosters,
        Seal seal,
        TimeProvider clock,
        CancellationToken cancel
    ) =>
        door.Write<CallbackAnswer>(
            callback,
            user,
            async (row, who, unit) =>
            {
                if (!row.IsOpen)
                {
                    return Problems.Conflict($"It was settled by {row.SettledBy}.");
                }
                var people = row.UnitNumber is { } office ? await rosters.OfficersOf(new UnitNumber(office), unit) : [];
                var to = people.FirstOrDefault(officer => officer.Id == request.Officer);
                if (to is null && request.Officer is not null)
                {
                    return Problems.BadInput(
                        "officer",
                        $"{request.Officer} is nobody of the office.",
                        "GET /api/officers lists the office's people."
                    );
                }
                await desk.Give(row, to, who.Name, unit);
                return TypedResults.Ok(await AnswerOf(row, attempts, seal, clock, unit));
            },
            cancel
        );

    /// <summary>How it went, by one tap.</summary>
    private static Task<Answer> Conclude(
        string callback,
        OutcomeRequest request,
        ClaimsPrincipal user,
        CallbackDoor door,
        CallbackDesk desk,
        CallbackAttemptStore attempts,
        RosterStore rosters,
        Seal seal,
        TimeProvider clock,
        Worker worker,
        CancellationToken cancel
    ) =>
        door.Write<CallbackAnswer>(
                callback,
                user,
                async (row, who, unit) =>
                {
                    if (!Enum.TryParse<CallbackOutcome>(request.Outcome, out var outcome) || !Enum.IsDefined(outcome))
                    {
                        return Problems.BadInput("outcome", $"\"{request.Outcome}\" is none.", $"One of {Outcomes}.");
                    }
                    var to = request.Unit is { } right ? await rosters.GeneralLineOf(new UnitNumber(right), unit) : null;
                    if (await Objection(row, outcome, request, to, desk, unit) is { } objection)
                    {
                        return objection;
                    }
                    await desk.Conclude(row, outcome, to, who, unit);
                    return TypedResults.Ok(await AnswerOf(row, attempts, seal, clock, unit));
                },
                cancel
            )
            .Nudging(worker);

    private static string Outcomes => string.Join(", ", Enum.GetNames<CallbackOutcome>());

    private static async Task<ProblemHttpResult?> Objection(
        CallbackRow row,
        CallbackOutcome outcome,
        OutcomeRequest request,
        DutyLine? to,
        CallbackDesk desk,
        UnitOfWork unit
    ) =>
        request.Unit is { } wrong && to is null
            ? Problems.BadInput(
                "unit",
                $"there is no duty line at {wrong}.",
                "Give the unit number of an office that has one, or none for the contact centre."
            )
        : request.Unit is not null && outcome != CallbackOutcome.WrongOffice
            ? Problems.BadInput("unit", "only what was the wrong office's goes to another.", "Leave it out.")
        : to is not null && to.Unit.Value == row.UnitNumber
            ? Problems.BadInput("unit", $"{to.Unit} owes this call-back already.", "Give another office's unit number.")
        : await desk.WhyNot(row, outcome, unit) is { } refusal ? Problems.Conflict(refusal)
        : null;

    private static async Task<CallbackAnswer> AnswerOf(
        CallbackRow row,
        CallbackAttemptStore attempts,
        Seal seal,
        TimeProvider clock,
        UnitOfWork unit
    ) => CallbackAnswer.Of(row, await attempts.Of(row.Id, unit), NoteOf(row, seal), clock.GetUtcNow().ToInstant());

    private static CallbackNote? NoteOf(CallbackRow row, Seal seal) => row.Note is null ? null : seal.Read<CallbackNote>(row.Note);
}
