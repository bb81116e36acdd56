using CallRouting.Server.Database;
using NodaTime;

namespace CallRouting.Server.Reports;

public sealed class LetterStore
{
    // A lead of two offices of one municipality gets one letter.
    private const string InsertOnce = """
        insert into report_letters (id, report_id, version, about, recipient, made_at, sent_at, failed)
        select @Id, @ReportId, @Version, @About, @Recipient, @MadeAt, null, null
        where  not exists (
                 select 1 from report_letters
                 where  report_id = @ReportId and version = @Version and about = @About and recipient = @Recipient
               )
        """;

    private const string Unsent = """
        select   id, report_id, version, about, recipient, made_at
        from     report_letters
        where    sent_at is null and failed is null
        order by made_at, id
        """;

    public Task Add(LetterRow letter, UnitOfWork unit) => unit.Execute(InsertOnce, letter);

    public Task<IReadOnlyList<LetterRow>> Waiting(int count, UnitOfWork unit) => unit.First<LetterRow>(Unsent, count);

    public Task Sent(string id, Instant now, UnitOfWork unit) =>
        unit.Execute("update report_letters set sent_at = @now where id = @id", new { id, now });

    public Task Failed(string id, string why, UnitOfWork unit) =>
        unit.Execute("update report_letters set failed = @why where id = @id", new { id, why });
}

public sealed class LetterRow
{
    public string Id { get; set; } = "";

    public string ReportId { get; set; } = "";

    public int Version { get; set; }

    public string About { get; set; } = "";

    public string Recipient { get; set; } = "";

    public Instant MadeAt { get; set; }
}
