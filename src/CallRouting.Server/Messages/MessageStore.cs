using CallRouting.Server.Database;
using NodaTime;

namespace CallRouting.Server.Messages;

public sealed class MessageStore
{
    private const string Columns = """
        select   id, unit_number, line_id, callback_id, urgent, content, sender_id, sender_name, sent_at, first_read_at, told_at
        from     messages

        """;

    private const string Insert = """
        insert into messages (id, unit_number, line_id, callback_id, urgent, content, sender_id, sender_name, sent_at, first_read_at, told_at)
        values (@Id, @UnitNumber, @LineId, @CallbackId, @Urgent, @Content, @SenderId, @SenderName, @SentAt, @FirstReadAt, @ToldAt)
        """;

    private const string OfOffice =
        Columns
        + """
            where    unit_number = @office
            order by case when first_read_at is null then 0 else 1 end, urgent desc, sent_at desc, id desc
            """;

    private const string OfSender = Columns + "where sender_id = @sender order by sent_at desc, id desc";

    private const string UnreadAndUntold = Columns + "where first_read_at is null and told_at is null order by sent_at, id";

    private const string ReadOnce = """
        insert into message_reads (message_id, reader_id, reader_name, read_at)
        select @message, @reader, @name, @now
        where  not exists (select 1 from message_reads where message_id = @message and reader_id = @reader)
        """;

    private const string FirstRead = "update messages set first_read_at = @now where id = @message and first_read_at is null";

    private const string ReadsOf = """
        select   message_id, reader_id, reader_name, read_at
        from     message_reads
        where    message_id = @message
        order by read_at, reader_id
        """;

    private const string ToldOf = "update messages set told_at = @now where id = @message and told_at is null and first_read_at is null";

    public Task Add(MessageRow message, UnitOfWork unit) => unit.Execute(Insert, message);

    public Task<MessageRow?> Find(string id, UnitOfWork unit) => unit.Find<MessageRow>(Columns + "where id = @id", new { id });

    /// <summary>Unread ones first, of these the urgent; then the newest.</summary>
    public Task<IReadOnlyList<MessageRow>> ToOffice(string office, int count, UnitOfWork unit) =>
        unit.First<MessageRow>(OfOffice, count, new { office });

    /// <summary>The newest first.</summary>
    public Task<IReadOnlyList<MessageRow>> From(string sender, int count, UnitOfWork unit) =>
        unit.First<MessageRow>(OfSender, count, new { sender });

    public Task<IReadOnlyList<MessageRow>> Untold(UnitOfWork unit) => unit.Query<MessageRow>(UnreadAndUntold);

    /// <returns>False when this reader had opened it before.</returns>
    public async Task<bool> Read(string message, string reader, string name, Instant now, UnitOfWork unit)
    {
        var values = new
        {
            message,
            reader,
            name,
            now,
        };
        await unit.Execute(FirstRead, new { message, now });
        return await unit.Execute(ReadOnce, values) == 1;
    }

    /// <summary>In the order in which it was opened.</summary>
    public Task<IReadOnlyList<MessageReadRow>> Reads(string message, UnitOfWork unit) =>
        unit.Query<MessageReadRow>(ReadsOf, new { message });

    /// <returns>False when it was opened or told of meanwhile.</returns>
    public async Task<bool> Told(string message, Instant now, UnitOfWork unit) => await unit.Execute(ToldOf, new { message, now }) == 1;
}
