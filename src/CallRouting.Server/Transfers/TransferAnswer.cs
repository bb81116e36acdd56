using CallRouting.Core.Transfers;
using CallRouting.Server.Database;

namespace CallRouting.Server.Transfers;

/// <param name="State">
/// Ringing, AwaitingPhone, Joining, Consulting, RingingCaller, Connected, PassingOn, Rejoining, Interrupted, or over: Completed, Returned,
/// PassedOn, Unanswered, Cancelled or Abandoned.
/// </param>
/// <param name="Attempts">Every phone that was tried, in order.</param>
/// <param name="Ladder">The rungs as they are being climbed, with what became of each person.</param>
/// <param name="RingingUntil">When the present ring ends, or the listening; null while nobody is rung.</param>
/// <param name="NextRung">Who is rung after that, or null where nobody is left.</param>
/// <param name="PassedOnFrom">The transfer whose officer sent this caller on, or null.</param>
/// <param name="Misrouted">The officer said that the caller had come to the wrong office.</param>
/// <param name="WaitingForPhone">Everybody who is left talks in another call: the first who is free is rung.</param>
public sealed record TransferAnswer(
    string Id,
    string Call,
    string Kind,
    string Unit,
    string? Line,
    string State,
    bool HasAgent,
    IReadOnlyList<AttemptAnswer> Attempts,
    IReadOnlyList<RungAnswer> Ladder,
    DateTimeOffset? RingingUntil,
    string? NextRung,
    bool WaitingForPhone,
    string? PassedOnFrom,
    bool Misrouted,
    DateTimeOffset StartedAt,
    DateTimeOffset? EndedAt
)
{
    public static async Task<TransferAnswer> Of(TransferRow row, TransferStore transfers, UnitOfWork unit) =>
        Of(row, await transfers.Load(row, unit));

    public static TransferAnswer Of(TransferRow row, Transfer transfer) =>
        new(
            row.Id,
            row.CallId,
            row.Kind,
            row.UnitNumber,
            row.LineId,
            row.State,
            row.HasAgent,
            [.. transfer.Attempts.Select(AttemptAnswer.Of)],
            [.. transfer.Ladder.Rungs.Select(rung => RungAnswer.Of(transfer, rung))],
            RungUntil(transfer)?.ToDateTimeOffset(),
            Next(transfer)?.Name,
            transfer.State is AwaitingPhone,
            row.PassedOnFrom,
            row.Misrouted,
            row.StartedAt.ToDateTimeOffset(),
            row.EndedAt?.ToDateTimeOffset()
        );

    private static NodaTime.Instant? RungUntil(Transfer transfer) =>
        transfer.Attempts.Where(attempt => attempt.Blocks).Max(attempt => attempt.Until);

    private static Rung? Next(Transfer transfer) =>
        transfer.State is Ringing at && TransferRules.Steps(transfer.Ladder) is var steps && at.Step + 1 < steps.Count
            ? steps[at.Step + 1].Rung
            : null;
}

/// <param name="Until">When the present phase has lasted too long, or null.</param>
/// <param name="QueuedSeconds">Time in the provider's queue: its estimate, and when it dials, what it was. No part of the ring time.</param>
public sealed record AttemptAnswer(
    int Number,
    string Officer,
    string Phase,
    string? Outcome,
    string? Why,
    DateTimeOffset? RangAt,
    DateTimeOffset? Until,
    double QueuedSeconds
)
{
    public static AttemptAnswer Of(Attempt attempt) =>
        new(
            attempt.Number,
            attempt.Who.Name,
            attempt.Phase.ToString(),
            attempt.Outcome?.ToString(),
            attempt.Why,
            attempt.RangAt?.ToDateTimeOffset(),
            attempt.Until?.ToDateTimeOffset(),
            attempt.Queued.TotalSeconds
        );
}
