using CallRouting.Core.Rosters;
using CallRouting.Server.Database;
using CallRouting.Server.Reports;
using NodaTime;

namespace CallRouting.Server.Callbacks;

public sealed class CallbackStore(CountedCallbackStore counted)
{
    private const string Columns = """
        select id, call_id, line_id, unit_number, reason, urgent, language, area_code, state, number, number_hash, code, created_at, due_at,
               ring_at, rings, adviser_id, adviser_name, promised_at, next_try_at, outcome, outcome_by, outcome_at, may_text, tries, warned, warn_at,
               settled_at, settled_by, note, version
        from   callbacks

        """;

    private const string Insert = """
        insert into callbacks (id, call_id, line_id, unit_number, reason, urgent, language, area_code, state, number, number_hash, code,
                               created_at, due_at, ring_at, rings, adviser_id, adviser_name, promised_at, next_try_at, outcome, outcome_by,
                               outcome_at, may_text, tries, warned, warn_at, settled_at, settled_by, note, version)
        values (@Id, @CallId, @LineId, @UnitNumber, @Reason, @Urgent, @Language, @AreaCode, @State, @Number, @NumberHash, @Code,
                @CreatedAt, @DueAt, @RingAt, @Rings, @AdviserId, @AdviserName, @PromisedAt, @NextTryAt, @Outcome, @OutcomeBy,
                @OutcomeAt, @MayText, @Tries, @Warned, @WarnAt, @SettledAt, @SettledBy, @Note, @Version)
        """;

    private const string Update = """
        update callbacks
        set    line_id = @LineId, unit_number = @UnitNumber, state = @State, number = @Number, number_hash = @NumberHash, code = @Code,
               due_at = @DueAt, ring_at = @RingAt, rings = @Rings, adviser_id = @AdviserId, adviser_name = @AdviserName,
               promised_at = @PromisedAt, next_try_at = @NextTryAt, outcome = @Outcome, outcome_by = @OutcomeBy, outcome_at = @OutcomeAt,
               may_text = @MayText, tries = @Tries, warned = @Warned, warn_at = @WarnAt, settled_at = @SettledAt, settled_by = @SettledBy, note = @Note,
               version = @Version + 1
        where  id = @Id and version = @Version
        """;

    private const string OpenOnes = """
        where    state = @open and (@unitNumber is null or unit_number = @unitNumber)
        order by due_at, id
        """;

    private const string WithoutOutcome = """
        where    state = @settled and line_id is not null and outcome is null and settled_at > @since
        and      (@unitNumber is null or unit_number = @unitNumber)
        order by settled_at, id
        """;

    private const string WarnDue = """
        where    state = @open and warn_at <= @now
        order by warn_at, id
        """;

    private const string OpenOfLine = """
        select count(*) from callbacks where line_id = @line and state = @open and due_at = @due
        """;

    public async Task Add(CallbackRow callback, UnitOfWork unit)
    {
        await unit.Execute(Insert, callback);
        await counted.Keep(callback, unit);
    }

    public async Task Save(CallbackRow callback, UnitOfWork unit)
    {
        await unit.ExecuteGuarded(Update, callback);
        callback.Version++;
        await counted.Keep(callback, unit);
    }

    public async Task<CallbackRow?> Find(string id, UnitOfWork unit) =>
        await unit.Find<CallbackRow>(Columns + "where id = @id", new { id });

    public Task<IReadOnlyList<CallbackRow>> OpenOfCall(string call, UnitOfWork unit) =>
        unit.Query<CallbackRow>(
            Columns + "where call_id = @call and state = @open order by created_at, id",
            new { call, open = CallbackStates.Open }
        );

    /// <summary>Whether a number has an open call-back of another call.</summary>
    public async Task<bool> AnyOpenOf(string numberHash, string exceptCall, UnitOfWork unit) =>
        await unit.Find<long>(
            "select count(*) from callbacks where number_hash = @numberHash and state = @open and call_id <> @exceptCall",
            new
            {
                numberHash,
                exceptCall,
                open = CallbackStates.Open,
            }
        ) > 0;

    public async Task<CallbackRow?> OpenByCode(string code, UnitOfWork unit) =>
        await unit.Find<CallbackRow>(Columns + "where code = @code and state = @open", new { code, open = CallbackStates.Open });

    /// <summary>Open ones, the most pressing first; of one office, or of all.</summary>
    public Task<IReadOnlyList<CallbackRow>> Open(string? unitNumber, int count, UnitOfWork unit) =>
        unit.First<CallbackRow>(Columns + OpenOnes, count, new { open = CallbackStates.Open, unitNumber });

    /// <summary>A duty line has reached the caller, and nobody has said how it went; in the order in which they were reached.</summary>
    /// <param name="since">Who was reached before it is not asked about any more.</param>
    public Task<IReadOnlyList<CallbackRow>> AwaitingOutcome(string? unitNumber, Instant since, int count, UnitOfWork unit) =>
        unit.First<CallbackRow>(
            Columns + WithoutOutcome,
            count,
            new
            {
                settled = CallbackStates.Settled,
                unitNumber,
                since,
            }
        );

    /// <summary>Those whose next warning's time has come.</summary>
    public Task<IReadOnlyList<CallbackRow>> ToWarnOf(Instant now, int count, UnitOfWork unit) =>
        unit.First<CallbackRow>(Columns + WarnDue, count, new { open = CallbackStates.Open, now });

    public async Task<bool> AnyOpenOf(DutyLineId line, Instant due, UnitOfWork unit) =>
        await unit.Find<long>(
            OpenOfLine,
            new
            {
                line = line.Value,
                open = CallbackStates.Open,
                due,
            }
        ) > 0;
}
