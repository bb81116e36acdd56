using CallRouting.Core.Calls;
using CallRouting.Core.Transfers;
using CallRouting.Server.Agents;
using CallRouting.Server.Calls;
using CallRouting.Server.Database;
using CallRouting.Server.Live;
using CallRouting.Server.Queue;
using CallRouting.Server.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using NodaTime.Extensions;

namespace CallRouting.Server.Callbacks;

/// <summary>What callers were promised. Numbers are masked; seeing one is a question of its own, and is noted.</summary>
public static class CallbackEndpoints
{
    private const int MostAtOnce = 500;

    public static void MapCallbacks(this RouteGroupBuilder api)
    {
        api.MapGet("/callbacks", List);
        api.MapPost("/callbacks/{callback}/reveal", Reveal).RequireAuthorization(Policies.RevealNumber);
    }

    /// <param name="unit">Only one office's; left out, everybody's.</param>
    private static async Task<Ok<List<CallbackAnswer>>> List(
        string? unit,
        CallbackStore callbacks,
        Seal seal,
        Reads reads,
        TimeProvider clock,
        CancellationToken cancel
    )
    {
        var now = clock.GetUtcNow().ToInstant();
        var open = await reads.Ask(work => callbacks.Open(unit, MostAtOnce, work), cancel);
        return TypedResults.Ok(
            open.Select(row => CallbackAnswer.Of(row, row.Note is null ? null : seal.Read<CallbackNote>(row.Note), now)).ToList()
        );
    }

    private static async Task<Results<Ok<NumberAnswer>, ProblemHttpResult>> Reveal(
        string callback,
        HttpContext context,
        CallbackStore callbacks,
        Timeline timeline,
        Seal seal,
        Writes writes,
        TimeProvider clock,
        CancellationToken cancel
    ) =>
        await writes.Commit<Results<Ok<NumberAnswer>, ProblemHttpResult>>(
            async unit =>
            {
                if (await callbacks.Find(callback, unit) is not { Number: { } number } row)
                {
                    return Problems.NotFound("callback", $"call-back {callback} with a number", "GET /api/callbacks lists the open ones.");
                }
                var who = context.User.Identity!.Name;
                await timeline.Tell(
                    [new Told(CallbackStories.Revealed, who)],
                    new Subject(row.CallId, Callback: row.Id, Unit: row.UnitNumber),
                    clock.GetUtcNow().ToInstant(),
                    unit
                );
                return TypedResults.Ok(new NumberAnswer(new PhoneNumber(seal.Open(number)).Display));
            },
            cancel
        );
}

/// <param name="Needs">What whoever calls back must prepare for, where something is known.</param>
/// <param name="Note">What the contact centre wrote for the office, chosen from lists.</param>
/// <param name="Number">known, not given, or a code: the digits themselves are never in a list.</param>
public sealed record CallbackAnswer(
    string Id,
    string Call,
    string? Unit,
    string? Line,
    string Reason,
    bool Urgent,
    string Language,
    string? AreaCode,
    string Number,
    DateTimeOffset CreatedAt,
    DateTimeOffset DueAt,
    bool Overdue,
    DateTimeOffset? RingsAgainAt,
    int Rings,
    NeedsAnswer? Needs,
    NoteAnswer? Note
)
{
    public static CallbackAnswer Of(CallbackRow row, CallbackNote? note, Instant now) =>
        new(
            row.Id,
            row.CallId,
            row.UnitNumber,
            row.LineId,
            row.Reason,
            row.Urgent,
            row.Language,
            row.AreaCode,
            row.Number is not null ? "known"
                : row.Code is not null ? "has a code"
                : "not given",
            row.CreatedAt.ToDateTimeOffset(),
            row.DueAt.ToDateTimeOffset(),
            row.DueAt < now,
            row.RingAt?.ToDateTimeOffset(),
            row.Rings,
            note is null ? null : NeedsAnswer.Of(note.Needs),
            note?.Note is null ? null : NoteAnswer.Of(note.Note)
        );
}

/// <param name="Number">As it is printed in Norway.</param>
public sealed record NumberAnswer(string Number);
