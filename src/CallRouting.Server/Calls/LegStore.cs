using System.Diagnostics.CodeAnalysis;
using CallRouting.Server.Database;
using NodaTime;

namespace CallRouting.Server.Calls;

public sealed class LegStore
{
    private const string Columns = """
        select id, call_id, transfer_id, attempt, role, phone, ring_seconds, sid, step, reply, asked, accepted, rank, room,
               name, muted, held, doing, heard_at, expected_at, room_sequence, created_at, ended_at, version
        from   legs

        """;

    private const string Insert = """
        insert into legs (id, call_id, transfer_id, attempt, role, phone, ring_seconds, sid, step, reply, asked, accepted, rank, room,
                          name, muted, held, doing, heard_at, expected_at, room_sequence, created_at, ended_at, version)
        values (@Id, @CallId, @TransferId, @Attempt, @Role, @Phone, @RingSeconds, @Sid, @Step, @Reply, @Asked, @Accepted, @Rank, @Room,
                @Name, @Muted, @Held, @Doing, @HeardAt, @ExpectedAt, @RoomSequence, @CreatedAt, @EndedAt, @Version)
        """;

    private const string Update = """
        update legs
        set    sid = @Sid, step = @Step, reply = @Reply, asked = @Asked, accepted = @Accepted, rank = @Rank, room = @Room,
               muted = @Muted, held = @Held, doing = @Doing, heard_at = @HeardAt, expected_at = @ExpectedAt,
               room_sequence = @RoomSequence, ended_at = @EndedAt, version = @Version + 1
        where  id = @Id and version = @Version
        """;

    private const string Reserve = "insert into reservations (phone, leg_id, reserved_at) values (@phone, @leg, @now)";

    private const string HeldBy = "select phone from reservations where leg_id = @leg";

    private const string Release = "delete from reservations where leg_id = @leg";

    private const string ReleaseOwn = """
        delete from reservations
        where  phone = @phone and leg_id in (select id from legs where transfer_id = @transfer)
        """;

    private const string SilentTooLong = Columns + "where ended_at is null and expected_at <= @now order by expected_at, id";

    private const string FirstExpected = "select min(expected_at) from legs where ended_at is null";

    private const string Asked = "update legs set expected_at = @at where id = @id and ended_at is null";

    private const string LiveOnes = "select id from legs where ended_at is null order by id";

    // Asked for, and no answer came: it may ring.
    private const string Unsettled = """
        select l.phone
        from   legs l
        join   actions a on a.leg_id = l.id
        where  l.call_id = @call and l.ended_at is null and l.sid is null and l.phone is not null
               and a.kind = @dial and a.done_at is null and a.sent_at is not null
        """;

    // A transfer's own legs that have not been reported as ended yet are not another call.
    private const string Reserved = """
        select r.phone
        from   reservations r
        join   legs l on l.id = r.leg_id
        where  l.transfer_id is null or l.transfer_id <> @transfer
        """;

    public Task Add(Leg leg, UnitOfWork unit) => unit.Execute(Insert, leg);

    public async Task<Leg?> Find(string id, UnitOfWork unit) => await unit.Find<Leg>(Columns + "where id = @id", new { id });

    public async Task<Leg?> FindBySid(string sid, UnitOfWork unit) => await unit.Find<Leg>(Columns + "where sid = @sid", new { sid });

    public async Task Save(Leg leg, UnitOfWork unit)
    {
        await unit.ExecuteGuarded(Update, leg);
        leg.Version++;
    }

    public async Task<Leg?> LiveCaller(string call, UnitOfWork unit) =>
        await Latest(
            Columns + "where call_id = @call and role in (@caller, @calledBack) and ended_at is null order by created_at desc, id desc",
            call,
            unit
        );

    public async Task<Leg?> LiveAgent(string call, UnitOfWork unit) =>
        await Latest(
            Columns + "where call_id = @call and role = @agent and ended_at is null order by created_at desc, id desc",
            call,
            unit
        );

    /// <summary>Who was asked into a call and has not left it, in the order in which they were asked.</summary>
    public Task<IReadOnlyList<Leg>> ThirdParties(string call, UnitOfWork unit) =>
        unit.Query<Leg>(
            Columns + "where call_id = @call and role = @role and ended_at is null order by created_at, id",
            new { call, role = LegRoles.ThirdParty }
        );

    public async Task<Leg?> OfAttempt(string transfer, int attempt, UnitOfWork unit) =>
        await unit.Find<Leg>(Columns + "where transfer_id = @transfer and attempt = @attempt", new { transfer, attempt });

    /// <summary>Holds a phone for one leg. Somebody else's hold makes this a lost race: the rules are asked again.</summary>
    public async Task Hold(string phone, Leg leg, Instant now, UnitOfWork unit)
    {
        var held = new
        {
            phone,
            leg = leg.Id,
            transfer = leg.TransferId,
            now,
        };
        await unit.Execute(ReleaseOwn, held);
        await unit.Execute(Reserve, held);
    }

    /// <summary>The phone that was held for a leg and is free now, or null. <see cref="CallRunner.LetGo"/> tells who waits for it.</summary>
    public async Task<string?> LetGo(string leg, UnitOfWork unit)
    {
        var phone = await unit.Find<string>(HeldBy, new { leg });
        await unit.Execute(Release, new { leg });
        return phone;
    }

    /// <summary>Phones that calls other than this transfer's ring or hold.</summary>
    public async Task<IReadOnlySet<string>> BusyPhones(string transfer, UnitOfWork unit) =>
        (await unit.Query<string>(Reserved, new { transfer })).ToHashSet();

    /// <summary>Every phone that some call of ours rings or holds.</summary>
    public async Task<IReadOnlySet<string>> HeldPhones(UnitOfWork unit) =>
        (await unit.Query<string>("select phone from reservations order by phone")).ToHashSet();

    /// <summary>The caller's leg as last rung for a transfer.</summary>
    public async Task<Leg?> LatestCalledBack(string transfer, UnitOfWork unit) =>
        await unit.First<Leg>(
            Columns + "where transfer_id = @transfer and role = @role order by created_at desc, id desc",
            1,
            new { transfer, role = LegRoles.CalledBack }
        )
            is [var latest]
            ? latest
            : null;

    /// <summary>Who else we believe to be in the room that a leg is in.</summary>
    public Task<IReadOnlyList<Leg>> InRoomOf(Leg leg, UnitOfWork unit) =>
        unit.Query<Leg>(
            Columns + "where call_id = @call and room = @room and id <> @id and ended_at is null order by created_at, id",
            new
            {
                call = leg.CallId,
                room = leg.Room,
                id = leg.Id,
            }
        );

    /// <summary>Who was silent for longer than what they do explains, the longest silence first.</summary>
    public Task<IReadOnlyList<Leg>> Silent(Instant now, int count, UnitOfWork unit) => unit.First<Leg>(SilentTooLong, count, new { now });

    /// <summary>When the next silence will have been too long, or null.</summary>
    public Task<Instant?> NextSilence(UnitOfWork unit) => unit.FindInstant(FirstExpected);

    /// <summary>It was asked about; it need not be again before then.</summary>
    public Task WasAsked(string id, Instant expectedAt, UnitOfWork unit) => unit.Execute(Asked, new { id, at = expectedAt });

    public Task<IReadOnlyList<string>> Live(UnitOfWork unit) => unit.Query<string>(LiveOnes);

    /// <summary>Phones of a call that we asked to be rung without having learnt what came of it, as they are stored.</summary>
    public Task<IReadOnlyList<byte[]>> UnsettledPhones(string call, UnitOfWork unit) =>
        unit.Query<byte[]>(Unsettled, new { call, dial = ActionKinds.Dial });

    private static async Task<Leg?> Latest([ConstantExpected] string sql, string call, UnitOfWork unit)
    {
        var roles = new
        {
            call,
            caller = LegRoles.Caller,
            calledBack = LegRoles.CalledBack,
            agent = LegRoles.Agent,
        };
        return await unit.First<Leg>(sql, 1, roles) is [var latest] ? latest : null;
    }
}
