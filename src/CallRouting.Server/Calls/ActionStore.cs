using CallRouting.Server.Database;
using NodaTime;

namespace CallRouting.Server.Calls;

public sealed class ActionStore
{
    private const string Insert = """
        insert into actions (id, kind, call_id, transfer_id, leg_id, callback_id, phone, room_keys, priority, wake_at, claimed_until, sent_at, tries, done_at, result)
        values (@Id, @Kind, @CallId, @TransferId, @LegId, @CallbackId, @Phone, @RoomKeys, @Priority, @WakeAt, @ClaimedUntil, @SentAt, @Tries, @DoneAt, @Result)
        """;

    private const string DueNow = """
        select   id, kind, call_id, transfer_id, leg_id, callback_id, phone, room_keys, priority, wake_at, claimed_until, sent_at, tries, done_at, result
        from     actions
        where    done_at is null and wake_at <= @now and claimed_until <= @now
        order by priority, wake_at, id
        """;

    private const string NextWake = """
        select min(case when wake_at > claimed_until then wake_at else claimed_until end) from actions where done_at is null
        """;

    private const string Claim = """
        update actions
        set    claimed_until = @until, sent_at = @sentAt, tries = tries + 1
        where  id = @id and done_at is null and claimed_until <= @now
        """;

    private const string TickOff = "update actions set done_at = @now, result = @result where id = @id and done_at is null";

    private const string PutOff =
        "update actions set claimed_until = @until, sent_at = null, result = @result where id = @id and done_at is null";

    private const string UnsentDials =
        "select count(*) from actions where leg_id = @leg and kind = @dial and done_at is null and sent_at is null";

    private const string OpenEnds = "select count(*) from actions where leg_id = @leg and kind = @end and done_at is null";

    private const string Untried = "select count(*) from actions where leg_id = @leg and kind = @kind and done_at is null and tries = 0";

    private const string Free = "update actions set claimed_until = @never where done_at is null";

    /// <summary>Gives back what a process that is gone had claimed. What it had sent stays noted as sent.</summary>
    public Task FreeClaims(UnitOfWork unit) => unit.Execute(Free, new { never = NodaConstants.UnixEpoch });

    public async Task<bool> IsUnsentDial(string leg, UnitOfWork unit) =>
        await unit.Find<long>(UnsentDials, new { leg, dial = ActionKinds.Dial }) > 0;

    public async Task<bool> IsToBeEnded(string leg, UnitOfWork unit) =>
        await unit.Find<long>(OpenEnds, new { leg, end = ActionKinds.End }) > 0;

    /// <summary>Written down, and not begun: whatever it finds then is the state that there is then.</summary>
    public async Task<bool> IsAskedFor(string kind, string leg, UnitOfWork unit) => await unit.Find<long>(Untried, new { kind, leg }) > 0;

    /// <summary>The keys that an action presses into a room, sealed; null for another action or none.</summary>
    public async Task<byte[]?> RoomKeys(string id, UnitOfWork unit) =>
        await unit.Query<byte[]?>("select room_keys from actions where id = @id", new { id }) is [var keys] ? keys : null;

    public Task Add(ActionRow action, UnitOfWork unit) => unit.Execute(Insert, action);

    public Task<IReadOnlyList<ActionRow>> Due(Instant now, int count, UnitOfWork unit) => unit.First<ActionRow>(DueNow, count, new { now });

    /// <summary>When something is next to be done, or null.</summary>
    public Task<Instant?> Next(UnitOfWork unit) => unit.FindInstant(NextWake);

    /// <summary>Takes an action for a while; false when somebody else has it.</summary>
    public async Task<bool> Take(ActionRow action, Instant until, Instant? sentAt, Instant now, UnitOfWork unit) =>
        await unit.Execute(
            Claim,
            new
            {
                id = action.Id,
                until,
                sentAt,
                now,
            }
        ) == 1;

    public Task Done(string id, string result, Instant now, UnitOfWork unit) =>
        unit.Execute(
            TickOff,
            new
            {
                id,
                result,
                now,
            }
        );

    public Task Again(string id, Instant until, string result, UnitOfWork unit) =>
        unit.Execute(
            PutOff,
            new
            {
                id,
                until,
                result,
            }
        );
}
