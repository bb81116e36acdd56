using CallRouting.Core.Reports;
using CallRouting.Server.Database;
using NodaTime;

namespace CallRouting.Server.Reports;

/// <summary>Reports and what they say. There is no statement that changes or deletes a version.</summary>
public sealed class ReportStore
{
    private const string Columns = """
        select id, subject, name, period, first_day, last_day, made_at, made_by, last_day_to_object, published_at, version
        from   reports

        """;

    // Writing is one after another on every engine, so nobody comes between the look and the row.
    private const string InsertOnce = """
        insert into reports (id, subject, name, period, first_day, last_day, made_at, made_by, last_day_to_object, published_at, version)
        select @Id, @Subject, @Name, @Period, @FirstDay, @LastDay, @MadeAt, @MadeBy, @LastDayToObject, null, 0
        where  not exists (select 1 from reports where subject = @Subject and period = @Period)
        """;

    private const string Publish = "update reports set published_at = @now, version = 1 where id = @id and published_at is null";

    private const string Correct = "update reports set version = @version where id = @id and version = @version - 1";

    private const string InsertVersion = """
        insert into report_versions (report_id, version, content, hash, made_at, made_by)
        values (@ReportId, @Version, @Content, @Hash, @MadeAt, @MadeBy)
        """;

    private const string VersionColumns = "select report_id, version, content, hash, made_at, made_by from report_versions ";

    /// <summary>False when there is one of this subject and period.</summary>
    public async Task<bool> Add(ReportRow report, UnitOfWork unit) => await unit.Execute(InsertOnce, report) == 1;

    public async Task<ReportRow?> Find(string id, UnitOfWork unit) => await unit.Find<ReportRow>(Columns + "where id = @id", new { id });

    public async Task<ReportRow?> Of(Scope subject, ReportPeriod period, UnitOfWork unit) =>
        await unit.Find<ReportRow>(
            Columns + "where subject = @subject and period = @period",
            new { subject = $"{subject}", period = $"{period}" }
        );

    /// <summary>Of which there are reports, the latest first.</summary>
    public Task<IReadOnlyList<string>> Periods(UnitOfWork unit) =>
        unit.Query<string>("select period from reports group by period order by max(last_day) desc, min(first_day) desc, period");

    public Task<IReadOnlyList<ReportRow>> OfPeriod(ReportPeriod period, UnitOfWork unit) =>
        unit.Query<ReportRow>(Columns + "where period = @period order by subject", new { period = $"{period}" });

    public async Task<IReadOnlySet<string>> SubjectsOf(ReportPeriod period, UnitOfWork unit) =>
        (await unit.Query<string>("select subject from reports where period = @period", new { period = $"{period}" })).ToHashSet();

    /// <summary>Whose time for objections is over, and that are not published.</summary>
    public Task<IReadOnlyList<ReportRow>> Ripe(LocalDate today, UnitOfWork unit) =>
        unit.Query<ReportRow>(
            Columns + "where published_at is null and last_day_to_object < @today order by last_day, subject",
            new { today }
        );

    /// <summary>The first day of which anything was counted; null: nothing yet.</summary>
    public async Task<LocalDate?> FirstDayCounted(UnitOfWork unit) =>
        await unit.First<LocalDate>("select day from counted_days order by day", 1) is [var day] ? day : null;

    public Task Published(string id, Instant now, UnitOfWork unit) => unit.ExecuteGuarded(Publish, new { id, now });

    public Task Corrected(string id, int version, UnitOfWork unit) => unit.ExecuteGuarded(Correct, new { id, version });

    public Task Add(VersionRow version, UnitOfWork unit) => unit.Execute(InsertVersion, version);

    public Task<IReadOnlyList<VersionRow>> Versions(string report, UnitOfWork unit) =>
        unit.Query<VersionRow>(VersionColumns + "where report_id = @report order by version", new { report });

    public async Task<VersionRow?> Version(string report, int version, UnitOfWork unit) =>
        await unit.Find<VersionRow>(VersionColumns + "where report_id = @report and version = @version", new { report, version });
}
