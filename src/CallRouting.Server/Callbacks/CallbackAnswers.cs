using CallRouting.Core.Callbacks;
using CallRouting.Core.Offices;
using CallRouting.Server.Agents;
using CallRouting.Server.Calls;
using CallRouting.Server.Live;
using CallRouting.Server.Queue;
using NodaTime;

namespace CallRouting.Server.Callbacks;

/// <param name="State">open, or settled: then somebody is still to say how it went.</param>
/// <param name="Number">known, not given, or has a code: the digits themselves are never in a list.</param>
/// <param name="Adviser">The officer who has taken it; null: whoever is on duty.</param>
/// <param name="NextTryAt">When the caller is best rung next, after a try in vain.</param>
/// <param name="Attempts">Every time that the caller was rung for it, in order.</param>
/// <param name="Needs">What whoever calls back must prepare for, where something is known.</param>
/// <param name="Note">What the contact centre wrote for the office, chosen from lists.</param>
public sealed record CallbackAnswer(
    string Id,
    string Call,
    string State,
    string? Unit,
    string? Line,
    string Reason,
    bool Urgent,
    string Language,
    string? AreaCode,
    string Number,
    bool MayText,
    DateTimeOffset CreatedAt,
    DateTimeOffset DueAt,
    bool Overdue,
    DateTimeOffset? RingsAgainAt,
    int Rings,
    CallbackAdviser? Adviser,
    DateTimeOffset? NextTryAt,
    IReadOnlyList<CallbackAttempt> Attempts,
    NeedsAnswer? Needs,
    NoteAnswer? Note
)
{
    public static CallbackAnswer Of(CallbackRow row, IEnumerable<CallbackAttemptRow> attempts, CallbackNote? note, Instant now) =>
        new(
            row.Id,
            row.CallId,
            row.State,
            row.UnitNumber,
            row.LineId,
            row.Reason,
            row.Urgent,
            row.Language,
            row.AreaCode,
            NumberOf(row),
            row.MayText,
            row.CreatedAt.ToDateTimeOffset(),
            row.DueAt.ToDateTimeOffset(),
            row.IsOpen && row.DueAt < now,
            row.RingAt?.ToDateTimeOffset(),
            row.Rings,
            row.AdviserId is { } adviser ? new(adviser, row.AdviserName!) : null,
            row.NextTryAt?.ToDateTimeOffset(),
            [.. attempts.Select(CallbackAttempt.Of)],
            note is null ? null : NeedsAnswer.Of(note.Needs),
            note?.Note is null ? null : NoteAnswer.Of(note.Note)
        );

    private static string NumberOf(CallbackRow row) =>
        row.Number is not null ? "known"
        : row.Code is not null ? "has a code"
        : "not given";
}

public sealed record CallbackAdviser(string Id, string Name);

/// <param name="ByHand">Made by other means than this service.</param>
/// <param name="Result">reached, not reached, or given up; null while it rings.</param>
public sealed record CallbackAttempt(
    int Number,
    string Officer,
    bool ByHand,
    DateTimeOffset BeganAt,
    DateTimeOffset? EndedAt,
    string? Result
)
{
    public static CallbackAttempt Of(CallbackAttemptRow row) =>
        new(
            row.Number,
            row.OfficerName,
            row.TransferId is null,
            row.BeganAt.ToDateTimeOffset(),
            row.EndedAt?.ToDateTimeOffset(),
            row.Result
        );
}

/// <summary>One call-back with all that is known of it.</summary>
/// <param name="Deadline">How the deadline was counted; null after a promise that an officer made anew, or a change of policy.</param>
/// <param name="History">What the timeline tells of it, in order.</param>
public sealed record CallbackDetails(
    CallbackAnswer Callback,
    DeadlineAnswer? Deadline,
    string? Outcome,
    IReadOnlyList<TimelineEvent> History
)
{
    public static CallbackDetails Of(
        CallbackRow row,
        CallbackAnswer answer,
        OpeningHours hours,
        DeadlinePolicy policy,
        IReadOnlyList<TimelineEvent> story
    )
    {
        var working = DeadlineWorking.Of(row.Promised, row.Urgency, hours, policy);
        return new(
            answer,
            working.DueAt == row.DueAt ? DeadlineAnswer.Of(working) : null,
            row.Outcome,
            [.. story.Where(told => told.Callback == row.Id)]
        );
    }
}

/// <summary>How a deadline was counted, so that it can be counted again.</summary>
/// <param name="Starts">When counting began.</param>
public sealed record DeadlineAnswer(DateTimeOffset Starts, IReadOnlyList<DeadlineDayAnswer> Days)
{
    public static DeadlineAnswer Of(DeadlineWorking working) =>
        new(
            working.Starts.ToDateTimeOffset(),
            [.. working.Days.Select(day => new DeadlineDayAnswer(day.Date.ToDateOnly(), day.Counts, day.Why?.ToString(), day.Name))]
        );
}

/// <param name="Why">Weekend, Holiday or ContactCentre: why it is no working day; null: it is one.</param>
/// <param name="Name">The holiday's name, or why the contact centre is closed.</param>
public sealed record DeadlineDayAnswer(DateOnly Date, bool Counts, string? Why, string? Name);

/// <param name="Number">As it is printed in Norway.</param>
public sealed record NumberAnswer(string Number);

/// <param name="Outcome">SettledToday, AppointmentMade, WillRingAgain, WrongOffice or NotReached.</param>
/// <param name="Unit">Of the wrong office: the unit number of the right one; left out: the contact centre.</param>
public sealed record OutcomeRequest(string Outcome, string? Unit = null);

/// <param name="Officer">Who takes it; null: whoever is on duty.</param>
public sealed record AdviserRequest(string? Officer);
