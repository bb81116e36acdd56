using CallRouting.Core.Calls;
using CallRouting.Server.Database;
using NodaTime;

namespace CallRouting.Server.Calls;

public sealed class CallStore
{
    private const string Columns = """
        select id, sid, number_called, caller, caller_hash, flow_hash, visit, language, urgency, area_code, unit_number, state,
               waiting_since, goes_first, agent_id, agent_place, transfer_id, rooms, unsaid, started_at, ended_at, ended_because,
               keeps_place, away, caller_rung_until, served, told_position, note, queued_at, left_queue_at,
               agent_at, version
        from   calls

        """;

    private const string Insert = """
        insert into calls (id, sid, number_called, caller, caller_hash, flow_hash, visit, language, urgency, area_code, unit_number, state,
                           waiting_since, goes_first, agent_id, agent_place, transfer_id, rooms, unsaid, started_at, ended_at, ended_because,
                           keeps_place, away, caller_rung_until, served, told_position, note, queued_at, left_queue_at,
                           agent_at, version)
        values (@Id, @Sid, @NumberCalled, @Caller, @CallerHash, @FlowHash, @Visit, @Language, @Urgency, @AreaCode, @UnitNumber, @State,
                @WaitingSince, @GoesFirst, @AgentId, @AgentPlace, @TransferId, @Rooms, @Unsaid, @StartedAt, @EndedAt, @EndedBecause,
                @KeepsPlace, @Away, @CallerRungUntil, @Served, @ToldPosition, @Note, @QueuedAt, @LeftQueueAt,
                @AgentAt, @Version)
        """;

    private const string Update = """
        update calls
        set    visit = @Visit, language = @Language, urgency = @Urgency, area_code = @AreaCode, unit_number = @UnitNumber, state = @State,
               waiting_since = @WaitingSince, goes_first = @GoesFirst, agent_id = @AgentId, agent_place = @AgentPlace,
               transfer_id = @TransferId, rooms = @Rooms, unsaid = @Unsaid, ended_at = @EndedAt, ended_because = @EndedBecause,
               keeps_place = @KeepsPlace, away = @Away, caller_rung_until = @CallerRungUntil, served = @Served,
               told_position = @ToldPosition, note = @Note, queued_at = @QueuedAt, left_queue_at = @LeftQueueAt, agent_at = @AgentAt,
               version = @Version + 1
        where  id = @Id and version = @Version
        """;

    private const string Last = "select max(happened_at) from timeline";

    /// <summary>When something last happened, or null where nothing has.</summary>
    public Task<Instant?> LastMoment(UnitOfWork unit) => unit.FindInstant(Last);

    public Task Add(CallRow call, UnitOfWork unit) => unit.Execute(Insert, call);

    public async Task<CallRow?> Find(string id, UnitOfWork unit) => await unit.Find<CallRow>(Columns + "where id = @id", new { id });

    public async Task<CallRow?> FindBySid(string sid, UnitOfWork unit) =>
        await unit.Find<CallRow>(Columns + "where sid = @sid", new { sid });

    public async Task<CallRow> Load(string id, UnitOfWork unit) =>
        await Find(id, unit) ?? throw new InvalidOperationException($"There is no call {id}.");

    public async Task Save(CallRow call, UnitOfWork unit)
    {
        await unit.ExecuteGuarded(Update, call);
        call.Version++;
    }

    /// <summary>Everybody in the queue, also for whom an agent is being rung.</summary>
    public Task<IReadOnlyList<CallRow>> InQueue(UnitOfWork unit) =>
        unit.Query<CallRow>(
            Columns + "where state = @state order by coalesce(waiting_since, started_at), id",
            new { state = nameof(CallState.Waiting) }
        );

    /// <summary>The call that rings for an agent or that the agent has, or null.</summary>
    public async Task<CallRow?> OfAgent(string agent, UnitOfWork unit) =>
        await unit.Find<CallRow>(
            Columns + "where agent_id = @agent and state in (@waiting, @withAgent, @inTransfer)",
            new
            {
                agent,
                waiting = nameof(CallState.Waiting),
                withAgent = nameof(CallState.WithAgent),
                inTransfer = nameof(CallState.InTransfer),
            }
        );

    /// <summary>The latest calls, ended or not.</summary>
    public Task<IReadOnlyList<CallRow>> Latest(Instant before, int count, UnitOfWork unit) =>
        unit.First<CallRow>(Columns + "where started_at < @before order by started_at desc, id desc", count, new { before });
}
