using CallRouting.Core.Transfers;
using CallRouting.Server.Database;

namespace CallRouting.Server.Transfers;

public sealed class TransferStore
{
    private const string Columns = """
        select id, call_id, callback_id, line_id, unit_number, kind, ladder, state, step, attempt, state_until, officer_is_in, urgent, has_agent,
               caller_is_on_line, caller_is_in_room, caller_is_held, skip_consult, agent_is_leaving, room, pass_on, passed_on_from, misrouted,
               climb_from, climb_since, wake_at, started_at, ended_at, version
        from   transfers

        """;

    private const string Insert = """
        insert into transfers (id, call_id, callback_id, line_id, unit_number, kind, ladder, state, step, attempt, state_until, officer_is_in,
                               urgent, has_agent, caller_is_on_line, caller_is_in_room, caller_is_held, skip_consult, agent_is_leaving, room,
                               pass_on, passed_on_from, misrouted, climb_from, climb_since, wake_at, started_at, ended_at, version)
        values (@Id, @CallId, @CallbackId, @LineId, @UnitNumber, @Kind, @Ladder, @State, @Step, @Attempt, @StateUntil, @OfficerIsIn,
                @Urgent, @HasAgent, @CallerIsOnLine, @CallerIsInRoom, @CallerIsHeld, @SkipConsult, @AgentIsLeaving, @Room,
                @PassOn, @PassedOnFrom, @Misrouted, @ClimbFrom, @ClimbSince, @WakeAt, @StartedAt, @EndedAt, @Version)
        """;

    private const string Update = """
        update transfers
        set    state = @State, step = @Step, attempt = @Attempt, state_until = @StateUntil, officer_is_in = @OfficerIsIn, urgent = @Urgent,
               has_agent = @HasAgent, caller_is_on_line = @CallerIsOnLine, caller_is_in_room = @CallerIsInRoom,
               caller_is_held = @CallerIsHeld, skip_consult = @SkipConsult, agent_is_leaving = @AgentIsLeaving, room = @Room,
               pass_on = @PassOn, misrouted = @Misrouted,
               climb_from = @ClimbFrom, climb_since = @ClimbSince, wake_at = @WakeAt, ended_at = @EndedAt, version = @Version + 1
        where  id = @Id and version = @Version
        """;

    private const string AttemptColumns = """
        select   transfer_id, number, step, officer_id, officer_name, phone, paused, phase, until_at, outcome, why,
                 started_at, rang_at, answered_at, ended_at, sent_at, queued
        from     attempts
        where    transfer_id = @id
        order by number
        """;

    private const string InsertAttempt = """
        insert into attempts (transfer_id, number, step, officer_id, officer_name, phone, paused, phase, until_at, outcome, why,
                              started_at, rang_at, answered_at, ended_at, sent_at, queued)
        values (@TransferId, @Number, @Step, @OfficerId, @OfficerName, @Phone, @Paused, @Phase, @UntilAt, @Outcome, @Why,
                @StartedAt, @RangAt, @AnsweredAt, @EndedAt, @SentAt, @Queued)
        """;

    private const string UpdateAttempt = """
        update attempts
        set    phase = @Phase, until_at = @UntilAt, outcome = @Outcome, why = @Why, rang_at = @RangAt, answered_at = @AnsweredAt,
               ended_at = @EndedAt, sent_at = @SentAt, queued = @Queued
        where  transfer_id = @TransferId and number = @Number
        """;

    public async Task<TransferRow?> Find(string id, UnitOfWork unit) =>
        await unit.Find<TransferRow>(Columns + "where id = @id", new { id });

    public async Task<Transfer> Load(TransferRow row, UnitOfWork unit) =>
        row.Transfer(await unit.Query<AttemptRow>(AttemptColumns, new { id = row.Id }));

    public Task<IReadOnlyList<TransferRow>> OfCall(string call, UnitOfWork unit) =>
        unit.Query<TransferRow>(Columns + "where call_id = @call order by started_at, id", new { call });

    /// <summary>Who waits for a phone to be free: an agent's before the menu's, urgent ones first, then whoever has waited longest.</summary>
    public Task<IReadOnlyList<TransferRow>> AwaitingPhone(string phone, UnitOfWork unit) =>
        unit.Query<TransferRow>(
            Columns
                + """
                where    state = @state and id in (select transfer_id from attempts where phone = @phone)
                order by has_agent desc, urgent desc, climb_since, id
                """,
            new { state = nameof(Core.Transfers.AwaitingPhone), phone }
        );

    public Task Add(TransferRow row, UnitOfWork unit) => unit.Execute(Insert, row);

    /// <summary>Writes what has changed between two states of the same transfer.</summary>
    public async Task Save(TransferRow row, Transfer before, Transfer after, UnitOfWork unit)
    {
        await unit.ExecuteGuarded(Update, row);
        row.Version++;
        foreach (
            var attempt in after.Attempts.Where(attempt => attempt.Number > before.Attempts.Count || attempt != before[attempt.Number])
        )
        {
            var changed = AttemptRow.Of(after.Id, attempt);
            await (attempt.Number > before.Attempts.Count ? unit.Execute(InsertAttempt, changed) : unit.Execute(UpdateAttempt, changed));
        }
    }
}
