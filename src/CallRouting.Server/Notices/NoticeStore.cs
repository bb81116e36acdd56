using CallRouting.Core.Notices;
using CallRouting.Core.Rosters;
using CallRouting.Server.Database;
using NodaTime;

namespace CallRouting.Server.Notices;

public sealed class NoticeStore
{
    private const string Columns = """
        select id, kind, topic, place, recipient, recipient_name, channel, unit_number, line_id, officer_id, from_at, to_at, times, made_at,
               due_at, sent_at, failed, pass_on_at, passed_on_at, confirmed_at, confirmed_by, moot_at
        from   notices

        """;

    // Writing is one after another on every engine, so nobody comes between the look and the row.
    private const string InsertOnce = """
        insert into notices (id, kind, topic, place, recipient, recipient_name, channel, unit_number, line_id, officer_id, from_at, to_at, times,
                             made_at, due_at, sent_at, failed, pass_on_at, passed_on_at, confirmed_at, confirmed_by, moot_at)
        select @Id, @Kind, @Topic, @Place, @Recipient, @RecipientName, @Channel, @UnitNumber, @LineId, @OfficerId, @FromAt, @ToAt, @Times,
               @MadeAt, @DueAt, null, null, null, null, null, null, null
        where  not exists (
                 select 1 from notices
                 where  topic = @Topic and place = @Place and recipient = @Recipient and channel = @Channel
               )
        """;

    private const string Sent = "update notices set sent_at = @now, pass_on_at = @passOn where id = @id and sent_at is null";

    private const string NotSent = "update notices set failed = @why, pass_on_at = @passOn where id = @id and sent_at is null";

    private const string PassedOn = """
        update notices
        set    passed_on_at = @now
        where  topic = @topic and place = @place and passed_on_at is null and confirmed_at is null and moot_at is null
        """;

    // What one of the chain confirms is confirmed for all who were told of it.
    private const string Confirm = """
        update notices
        set    confirmed_at = @now, confirmed_by = @by
        where  topic = @topic and confirmed_at is null and moot_at is null
        """;

    private const string Moot = "update notices set moot_at = @now where topic = @topic and confirmed_at is null and moot_at is null";

    private const string OpenOfRecipient =
        Columns
        + """
            where    recipient = @recipient and confirmed_at is null and moot_at is null and due_at <= @now
            order by made_at, id
            """;

    private const string OfTopic = Columns + "where topic = @topic order by place, made_at, id";

    private const string OfKindSince = Columns + "where line_id = @line and kind = @kind and made_at >= @since order by made_at, id";

    private const string OfKindAround = Columns + "where kind = @kind and from_at >= @from and from_at < @to order by from_at, id";

    private const string OfUnit = Columns + "where unit_number = @unit and made_at >= @since order by made_at desc, id desc";

    private const string Everybodys = Columns + "where made_at >= @since order by made_at desc, id desc";

    private const string Topics = "select distinct topic from notices where from_at >= @from";

    private const string Round = "select done_until from notice_rounds where name = @name";

    private const string AddRound = """
        insert into notice_rounds (name, done_until)
        select @name, @until
        where  not exists (select 1 from notice_rounds where name = @name)
        """;

    private const string TakeRound = "update notice_rounds set done_until = @until where name = @name and done_until < @until";

    /// <summary>False when the same person has been told the same by the same channel.</summary>
    public async Task<bool> Add(NoticeRow notice, UnitOfWork unit) => await unit.Execute(InsertOnce, notice) == 1;

    public Task<NoticeRow?> Find(string id, UnitOfWork unit) => unit.Find<NoticeRow>(Columns + "where id = @id", new { id });

    public async Task<NoticeRow> Load(string id, UnitOfWork unit) =>
        await Find(id, unit) ?? throw new InvalidOperationException($"There is no notice {id}.");

    public Task WasSent(NoticeRow notice, Instant now, Instant? passOn, UnitOfWork unit) =>
        unit.Execute(
            Sent,
            new
            {
                id = notice.Id,
                now,
                passOn,
            }
        );

    public Task WasNotSent(NoticeRow notice, string why, Instant? passOn, UnitOfWork unit) =>
        unit.Execute(
            NotSent,
            new
            {
                id = notice.Id,
                why,
                passOn,
            }
        );

    /// <summary>False when it was passed on before, or need not be.</summary>
    public async Task<bool> PassOn(NoticeRow notice, Instant now, UnitOfWork unit) =>
        await unit.Execute(
            PassedOn,
            new
            {
                topic = notice.Topic,
                place = notice.Place,
                now,
            }
        ) > 0;

    /// <summary>False when nothing was open.</summary>
    public async Task<bool> Confirmed(string topic, string by, Instant now, UnitOfWork unit) =>
        await unit.Execute(
            Confirm,
            new
            {
                topic,
                by,
                now,
            }
        ) > 0;

    /// <summary>It is no longer so.</summary>
    public Task NoLonger(string topic, Instant now, UnitOfWork unit) => unit.Execute(Moot, new { topic, now });

    /// <summary>What somebody got, or is about to get, and may confirm.</summary>
    public async Task<IReadOnlyList<NoticeRow>> OpenOf(string recipient, Instant now, UnitOfWork unit) =>
        [.. (await unit.Query<NoticeRow>(OpenOfRecipient, new { recipient, now })).Where(notice => notice.What.IsConfirmed())];

    public Task<IReadOnlyList<NoticeRow>> Of(string topic, UnitOfWork unit) => unit.Query<NoticeRow>(OfTopic, new { topic });

    public Task<IReadOnlyList<NoticeRow>> Of(DutyLineId line, NoticeKind kind, Instant since, UnitOfWork unit) =>
        unit.Query<NoticeRow>(
            OfKindSince,
            new
            {
                line = line.Value,
                kind = kind.ToString(),
                since,
            }
        );

    /// <summary>By the moment that they are about.</summary>
    public Task<IReadOnlyList<NoticeRow>> About(NoticeKind kind, Interval during, UnitOfWork unit) =>
        unit.Query<NoticeRow>(
            OfKindAround,
            new
            {
                kind = kind.ToString(),
                from = during.Start,
                to = during.End,
            }
        );

    /// <summary>The newest first.</summary>
    public Task<IReadOnlyList<NoticeRow>> Latest(string? office, Instant since, int count, UnitOfWork unit) =>
        office is null
            ? unit.First<NoticeRow>(Everybodys, count, new { since })
            : unit.First<NoticeRow>(OfUnit, count, new { unit = office, since });

    /// <summary>What has been made of everything from a moment on, so that it need not be written again.</summary>
    public async Task<IReadOnlySet<string>> TopicsFrom(Instant from, UnitOfWork unit) =>
        (await unit.Query<string>(Topics, new { from })).ToHashSet();

    /// <summary>Until when a round has been made; null: never.</summary>
    public async Task<Instant?> RoundDone(string name, UnitOfWork unit) =>
        await unit.Query<Instant>(Round, new { name }) is [var until] ? until : null;

    /// <summary>False when somebody else has it.</summary>
    public async Task<bool> TakeTheRound(string name, Instant until, UnitOfWork unit) =>
        await unit.Execute(AddRound, new { name, until }) == 1 || await unit.Execute(TakeRound, new { name, until }) == 1;
}
