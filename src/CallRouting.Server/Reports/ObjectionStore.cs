using CallRouting.Server.Database;
using NodaTime;

namespace CallRouting.Server.Reports;

public sealed class ObjectionStore
{
    private const string Columns = """
        select id, report_id, transfer_id, unit_number, area_code, day, ending, reason, words, made_at, made_by, counted_as, why, ruled_at,
               ruled_by
        from   objections

        """;

    private const string Insert = """
        insert into objections (id, report_id, transfer_id, unit_number, area_code, day, ending, reason, words, made_at, made_by, counted_as,
                                why, ruled_at, ruled_by)
        values (@Id, @ReportId, @TransferId, @UnitNumber, @AreaCode, @Day, @Ending, @Reason, @Words, @MadeAt, @MadeBy, @CountedAs,
                @Why, @RuledAt, @RuledBy)
        """;

    private const string Rule = """
        update objections
        set    counted_as = @CountedAs, why = @Why, ruled_at = @RuledAt, ruled_by = @RuledBy
        where  id = @Id and ruled_at is null
        """;

    public Task Add(ObjectionRow objection, UnitOfWork unit) => unit.Execute(Insert, objection);

    public Task Ruled(ObjectionRow objection, UnitOfWork unit) => unit.ExecuteGuarded(Rule, objection);

    public async Task<ObjectionRow?> Find(string id, UnitOfWork unit) =>
        await unit.Find<ObjectionRow>(Columns + "where id = @id", new { id });

    public async Task<bool> IsContested(string transfer, UnitOfWork unit) =>
        await unit.Find<long>("select count(*) from objections where transfer_id = @transfer", new { transfer }) > 0;

    /// <summary>To rows of some days, whichever report they were made in: the same row is counted the same in all.</summary>
    public Task<IReadOnlyList<ObjectionRow>> OfDays(DateInterval days, UnitOfWork unit) =>
        unit.Query<ObjectionRow>(
            Columns + "where day between @first and @last order by made_at, id",
            new { first = days.Start, last = days.End }
        );
}
