using CallRouting.Server.Database;
using NodaTime;

namespace CallRouting.Server.Calls;

public sealed class ActionStore
{
    private const string Columns = """
        select   id, kind, call_id, transfer_id, leg_id, callback_id, phone, room_keys, priority, wake_at, claimed_until, sent_at, tries, done_at, result
        from     actions

        """;

    private const string Insert = """
        insert into actions (id, kind, call_id, transfer_id, leg_id, callback_id, phone, room_keys, priority, wake_at, claimed_until, sent_at, tries, done_at, result)
        values (@Id, @Kind, @CallId, @TransferId, @LegId, @CallbackId, @Phone, @RoomKeys, @Priority, @WakeAt, @ClaimedUntil, @SentAt, @Tries, @DoneAt, @Result)
        """;

    private const string Now = "where done_at is null and wake_at <= @now and claimed_until <= @now ";

    private const string InOrder = "order by priority, wake_at, id";

    // What has been sent already waits for no pace: it is only to be found out what came of it.
    private const string DueNow = Columns + Now + InOrder;

    private const string DueUnpaced = Columns + Now + "and (kind not in (@dial, @message, @notice) or sent_at is not null) " + InOrder;

    private const string DuePaced = Columns + Now + "and kind in (@kind, @other) and sent_at is null " + InOrder;

    private const string NextWake = """
        select min(case when wake_at > claimed_until then wake_at else claimed_until end) from actions where done_at is null
        """;

    private const string Claim = """
        update actions
        set    claimed_until = @until, sent_at = @sentAt, tries = tries + 1
        where  id = @id and done_at is null and wake_at <= @now and claimed_until <= @now
        """;

    private const string TickOff = "update actions set done_at = @now, result = @result where id = @id and done_at is null";

    private const string PutOff = """
        update actions
        set    claimed_until = @free, wake_at = @until, sent_at = @sentAt, result = @result
        where  id = @id and done_at is null
        """;

    // Whether it had been sent before we failed stays as it is noted.
    private const string PutOffFailed = """
        update actions
        set    claimed_until = @free, wake_at = @until, tries = tries + 1, result = @result
        where  id = @id and done_at is null
        """;

    private const string OpenOfLeg = Columns + "where leg_id = @leg and done_at is null order by id";

    private const string Free = "update actions set claimed_until = @free where done_at is null";

    // What a text column takes on every engine; an error may have more to say.
    private const int LongestResult = 400;

    private static readonly Instant Unclaimed = NodaConstants.UnixEpoch;

    /// <summary>Gives back what a process that is gone had claimed. What it had sent stays noted as sent.</summary>
    public Task FreeClaims(UnitOfWork unit) => unit.Execute(Free, new { free = Unclaimed });

    /// <summary>What of a leg is not done, in the order in which it was written.</summary>
    public Task<IReadOnlyList<ActionRow>> OpenOf(string leg, UnitOfWork unit) => unit.Query<ActionRow>(OpenOfLeg, new { leg });

    public async Task<bool> IsToBeEnded(string leg, UnitOfWork unit) => (await OpenOf(leg, unit)).Any(open => open.Kind == ActionKinds.End);

    /// <summary>Written down, and not begun: whatever it finds then is the state that there is then.</summary>
    public async Task<bool> IsAskedFor(string kind, string leg, UnitOfWork unit) =>
        (await OpenOf(leg, unit)).Any(open => open.Kind == kind && open.Tries == 0);

    /// <summary>The keys that an action presses into a room, sealed; null for another action or none.</summary>
    public async Task<byte[]?> RoomKeys(string id, UnitOfWork unit) =>
        await unit.Query<byte[]?>("select room_keys from actions where id = @id", new { id }) is [var keys] ? keys : null;

    public Task Add(ActionRow action, UnitOfWork unit) => unit.Execute(Insert, action);

    /// <summary>What is due, of whatever kind.</summary>
    public Task<IReadOnlyList<ActionRow>> Due(Instant now, int count, UnitOfWork unit) => unit.First<ActionRow>(DueNow, count, new { now });

    /// <summary>What is due, whatever the pace of new calls and messages.</summary>
    public Task<IReadOnlyList<ActionRow>> Unpaced(Instant now, int count, UnitOfWork unit) =>
        unit.First<ActionRow>(
            DueUnpaced,
            count,
            new
            {
                now,
                dial = ActionKinds.Dial,
                message = ActionKinds.MessageOfficer,
                notice = ActionKinds.SendNotice,
            }
        );

    /// <summary>New calls, or messages of both kinds, that are due: the most pressing first, and of these who has waited longest.</summary>
    public Task<IReadOnlyList<ActionRow>> Paced(string kind, Instant now, int count, UnitOfWork unit) =>
        count == 0
            ? Task.FromResult<IReadOnlyList<ActionRow>>([])
            : unit.First<ActionRow>(
                DuePaced,
                count,
                new
                {
                    kind,
                    other = kind == ActionKinds.MessageOfficer ? ActionKinds.SendNotice : kind,
                    now,
                }
            );

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

    /// <summary>False when it was ticked off before.</summary>
    public async Task<bool> Done(string id, string result, Instant now, UnitOfWork unit) =>
        await unit.Execute(
            TickOff,
            new
            {
                id,
                result = Short(result),
                now,
            }
        ) == 1;

    /// <summary>To be done later: it surely was not done, or is safe to be done again.</summary>
    public Task Again(string id, Instant until, string result, UnitOfWork unit) => Later(id, until, null, result, unit);

    /// <summary>To be looked after later: it was sent, and nobody knows what came of it.</summary>
    public Task LookAgain(string id, Instant until, Instant sentAt, string result, UnitOfWork unit) =>
        Later(id, until, sentAt, result, unit);

    /// <summary>To be tried later: we ourselves failed.</summary>
    public Task Failed(string id, Instant until, string result, UnitOfWork unit) =>
        unit.Execute(
            PutOffFailed,
            new
            {
                id,
                until,
                result = Short(result),
                free = Unclaimed,
            }
        );

    private static Task<int> Later(string id, Instant until, Instant? sentAt, string result, UnitOfWork unit) =>
        unit.Execute(
            PutOff,
            new
            {
                id,
                until,
                sentAt,
                result = Short(result),
                free = Unclaimed,
            }
        );

    private static string Short(string result) => result.Length <= LongestResult ? result : result[..LongestResult];
}
