using CallRouting.Core.Supervision;
using CallRouting.Server.Database;
using NodaTime;

namespace CallRouting.Server.Supervision;

public sealed class FlagStore
{
    private const string Columns = """
        select   id, kind, fact, call_id, transfer_id, callback_id, late_callback_id, line_id, unit_number, officer_id, reason, urgent,
                 counts_against_office, raised_at, from_at, to_at, figure, state, place, finding, version
        from     flags

        """;

    // Writing is one after another on every engine, so nobody comes between the look and the row.
    private const string InsertOnce = """
        insert into flags (id, kind, fact, call_id, transfer_id, callback_id, late_callback_id, line_id, unit_number, officer_id, reason,
                           urgent, counts_against_office, raised_at, from_at, to_at, figure, state, place, finding, version)
        select @Id, @Kind, @Fact, @CallId, @TransferId, @CallbackId, @LateCallbackId, @LineId, @UnitNumber, @OfficerId, @Reason,
               @Urgent, @CountsAgainstOffice, @RaisedAt, @FromAt, @ToAt, @Figure, @State, @Place, @Finding, @Version
        where  not exists (select 1 from flags where fact = @Fact)
        """;

    private const string Update = """
        update flags
        set    state = @State, place = @Place, finding = @Finding, version = @Version + 1
        where  id = @Id and version = @Version
        """;

    private const string Some =
        Columns
        + """
            where    (@unit is null or unit_number = @unit) and (@kind is null or kind = @kind) and (@state is null or state = @state)
            and      (place > @place or (place = @place and (raised_at < @at or (raised_at = @at and id < @id))))
            order by place, raised_at desc, id desc
            """;

    private const string AddFollowUp = """
        insert into flag_follow_ups (flag_id, number, act, words, finding, topic, by_name, by_role, at)
        values (@FlagId, @Number, @Act, @Words, @Finding, @Topic, @ByName, @ByRole, @At)
        """;

    private const string FollowUpsOf = """
        select   flag_id, number, act, words, finding, topic, by_name, by_role, at
        from     flag_follow_ups
        where    flag_id = @flag
        order by number
        """;

    /// <summary>Once for its fact.</summary>
    /// <returns>False when it was raised before.</returns>
    public async Task<bool> Raise(FlagRow flag, UnitOfWork unit)
    {
        if (flag.Fact.Length == 0)
        {
            flag.Fact = FactOf(flag).Key;
        }
        return await unit.Execute(InsertOnce, flag) == 1;
    }

    public async Task<bool> IsRaised(string call, string reason, UnitOfWork unit) =>
        await unit.Find<long>("select count(*) from flags where call_id = @call and reason = @reason", new { call, reason }) > 0;

    public async Task<bool> IsRaised(string fact, UnitOfWork unit) =>
        await unit.Find<long>("select count(*) from flags where fact = @fact", new { fact }) > 0;

    public Task<FlagRow?> Find(string id, UnitOfWork unit) => unit.Find<FlagRow>(Columns + "where id = @id", new { id });

    /// <summary>Those that follow a place in the list: what somebody waits for first, then by when they were raised, the latest first.</summary>
    public Task<IReadOnlyList<FlagRow>> List(FlagsAsked asked, UnitOfWork unit) =>
        unit.First<FlagRow>(
            Some,
            asked.Count,
            new
            {
                unit = asked.Unit,
                kind = asked.Kind?.ToString(),
                state = asked.State?.ToString(),
                place = asked.After.Place,
                at = asked.After.RaisedAt,
                id = asked.After.Id,
            }
        );

    public async Task Save(FlagRow flag, UnitOfWork unit)
    {
        await unit.ExecuteGuarded(Update, flag);
        flag.Version++;
    }

    public Task Add(FollowUpRow followUp, UnitOfWork unit) => unit.Execute(AddFollowUp, followUp);

    /// <summary>In the order in which they were written.</summary>
    public Task<IReadOnlyList<FollowUpRow>> FollowUps(string flag, UnitOfWork unit) => unit.Query<FollowUpRow>(FollowUpsOf, new { flag });

    private static FlagFact FactOf(FlagRow flag) =>
        flag.CallbackId.Length > 0
            ? FlagFact.OfCallback(FlagKind.UnansweredTransfer, flag.CallbackId)
            : FlagFact.OfCall(flag.CallId, flag.Reason);
}

/// <summary>Which flags, and after which place in the list.</summary>
/// <param name="Unit">One office's; null: everybody's.</param>
public sealed record FlagsAsked(string? Unit = null, FlagKind? Kind = null, FlagState? State = null, int Count = 500)
{
    public FlagPlace After { get; init; } = FlagPlace.BeforeAll;
}

/// <summary>One turn of a follow-up, as it is stored.</summary>
public sealed class FollowUpRow
{
    public string FlagId { get; set; } = "";

    /// <summary>From 1.</summary>
    public int Number { get; set; }

    /// <summary>A <see cref="FollowUpAct"/>.</summary>
    public string Act { get; set; } = "";

    /// <summary>Sealed; null: closed without words.</summary>
    public byte[]? Words { get; set; }

    /// <summary>A <see cref="FlagFinding"/>, where it was closed.</summary>
    public string? Finding { get; set; }

    public string? Topic { get; set; }

    public string ByName { get; set; } = "";

    public string ByRole { get; set; } = "";

    public Instant At { get; set; }
}
