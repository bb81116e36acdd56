using CallRouting.Server.Database;
using NodaTime;

namespace CallRouting.Server.Callbacks;

/// <summary>One ringing of a caller for a promise.</summary>
public sealed class CallbackAttemptRow
{
    public string CallbackId { get; set; } = "";

    /// <summary>From 1 within the call-back.</summary>
    public int Number { get; set; }

    /// <summary>Null: made by other means, and told of afterwards.</summary>
    public string? TransferId { get; set; }

    public string? OfficerId { get; set; }

    public string OfficerName { get; set; } = "";

    public Instant BeganAt { get; set; }

    public Instant? EndedAt { get; set; }

    /// <summary>One of <see cref="CallbackResults"/>; null while it rings.</summary>
    public string? Result { get; set; }
}

/// <summary>How a ringing ended. Stored and counted: add, never change.</summary>
public static class CallbackResults
{
    public const string Reached = "reached";

    /// <summary>Nobody answered, or a voicemail did: what does not press 1 is not the caller.</summary>
    public const string NotReached = "not reached";

    /// <summary>The officer hung up before the caller could answer, or the line broke.</summary>
    public const string GivenUp = "given up";
}

public sealed class CallbackAttemptStore
{
    private const string Insert = """
        insert into callback_attempts (callback_id, number, transfer_id, officer_id, officer_name, began_at, ended_at, result)
        values (@CallbackId, @Number, @TransferId, @OfficerId, @OfficerName, @BeganAt, @EndedAt, @Result)
        """;

    private const string Conclude = """
        update callback_attempts
        set    ended_at = @EndedAt, result = @Result
        where  callback_id = @CallbackId and number = @Number
        """;

    private const string Columns = """
        select callback_id, number, transfer_id, officer_id, officer_name, began_at, ended_at, result
        from   callback_attempts

        """;

    private const string OfOpen = """
        where    callback_id in (select c.id from callbacks c where c.state = @open)
        order by callback_id, number
        """;

    private const string OfReached = """
        where    callback_id in (select c.id from callbacks c where c.state = @settled and c.outcome is null and c.settled_at > @since)
        order by callback_id, number
        """;

    public Task Add(CallbackAttemptRow attempt, UnitOfWork unit) => unit.Execute(Insert, attempt);

    public Task End(CallbackAttemptRow attempt, UnitOfWork unit) => unit.Execute(Conclude, attempt);

    public Task<IReadOnlyList<CallbackAttemptRow>> Of(string callback, UnitOfWork unit) =>
        unit.Query<CallbackAttemptRow>(Columns + "where callback_id = @callback order by number", new { callback });

    public async Task<ILookup<string, CallbackAttemptRow>> OfThoseOpen(UnitOfWork unit) =>
        (await unit.Query<CallbackAttemptRow>(Columns + OfOpen, new { open = CallbackStates.Open })).ToLookup(attempt =>
            attempt.CallbackId
        );

    /// <summary>Of those whose caller was reached since a moment, and nobody has said how it went.</summary>
    public async Task<ILookup<string, CallbackAttemptRow>> OfThoseReached(Instant since, UnitOfWork unit) =>
        (await unit.Query<CallbackAttemptRow>(Columns + OfReached, new { settled = CallbackStates.Settled, since })).ToLookup(attempt =>
            attempt.CallbackId
        );

    /// <summary>The ringing that a transfer makes now; null: it rings no caller.</summary>
    public async Task<CallbackAttemptRow?> Ringing(string transfer, UnitOfWork unit) =>
        await unit.Find<CallbackAttemptRow>(Columns + "where transfer_id = @transfer and ended_at is null", new { transfer });
}
