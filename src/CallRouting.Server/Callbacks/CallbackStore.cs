using CallRouting.Server.Database;
using CallRouting.Server.Reports;
using NodaTime;

namespace CallRouting.Server.Callbacks;

public sealed class CallbackStore(CountedCallbackStore counted)
{
    private const string Columns = """
        select id, call_id, line_id, unit_number, reason, urgent, language, area_code, state, number, number_hash, code, created_at, due_at,
               ring_at, rings, settled_at, settled_by, note, version
        from   callbacks

        """;

    private const string Insert = """
        insert into callbacks (id, call_id, line_id, unit_number, reason, urgent, language, area_code, state, number, number_hash, code,
                               created_at, due_at, ring_at, rings, settled_at, settled_by, note, version)
        values (@Id, @CallId, @LineId, @UnitNumber, @Reason, @Urgent, @Language, @AreaCode, @State, @Number, @NumberHash, @Code,
                @CreatedAt, @DueAt, @RingAt, @Rings, @SettledAt, @SettledBy, @Note, @Version)
        """;

    private const string Update = """
        update callbacks
        set    state = @State, number = @Number, number_hash = @NumberHash, code = @Code, ring_at = @RingAt, rings = @Rings,
               settled_at = @SettledAt, settled_by = @SettledBy, note = @Note, version = @Version + 1
        where  id = @Id and version = @Version
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
        unit.First<CallbackRow>(
            Columns + "where state = @open and (@unitNumber is null or unit_number = @unitNumber) order by due_at, id",
            count,
            new { open = CallbackStates.Open, unitNumber }
        );
}
