using CallRouting.Core.Reports;
using CallRouting.Server.Database;
using NodaTime;

namespace CallRouting.Server.Reports;

/// <summary>The sums of the days, and which days have got rows since theirs were made.</summary>
public sealed class DailyTransferStore
{
    private const string Columns = """
        select day, unit_number, line_id, area_code, accepted_by_office, accepted_by_neighbour, on_first_rung, lost_afterwards, misrouted,
               exhausted, abandoned, cancelled, short_abandoned, short_cancelled, ours, to_accept, to_abandon, in_queue,
               own_number_offered, own_number_accepted, menu_offered, menu_accepted, transferred_offered, transferred_accepted,
               climbs_offered, climbs_accepted
        from   daily_transfers

        """;

    private const string Insert = """
        insert into daily_transfers (day, unit_number, line_id, area_code, accepted_by_office, accepted_by_neighbour, on_first_rung,
                                     lost_afterwards, misrouted, exhausted, abandoned, cancelled, short_abandoned, short_cancelled, ours,
                                     to_accept, to_abandon, in_queue, own_number_offered, own_number_accepted, menu_offered, menu_accepted,
                                     transferred_offered, transferred_accepted, climbs_offered, climbs_accepted)
        values (@Day, @UnitNumber, @LineId, @AreaCode, @AcceptedByOffice, @AcceptedByNeighbour, @OnFirstRung,
                @LostAfterwards, @Misrouted, @Exhausted, @Abandoned, @Cancelled, @ShortAbandoned, @ShortCancelled, @Ours,
                @ToAccept, @ToAbandon, @InQueue, @OwnNumberOffered, @OwnNumberAccepted, @MenuOffered, @MenuAccepted,
                @TransferredOffered, @TransferredAccepted, @ClimbsOffered, @ClimbsAccepted)
        """;

    private const string Stale = """
        select   day
        from     counted_days
        where    stale = @yes and day between @first and @last
        order by day
        """;

    private const string Mark = "update counted_days set stale = @stale where day = @day";

    private const string MarkFirst = "insert into counted_days (day, stale) values (@day, @stale)";

    private const string WithinDays = " day between @first and @last";

    /// <summary>A day has got, or changed, a row.</summary>
    public Task MakeStale(LocalDate day, UnitOfWork unit) => Set(day, stale: true, unit);

    /// <summary>The stale days among some, the oldest first.</summary>
    public Task<IReadOnlyList<LocalDate>> StaleAmong(DateInterval days, UnitOfWork unit) =>
        unit.Query<LocalDate>(
            Stale,
            new
            {
                yes = true,
                first = days.Start,
                last = days.End,
            }
        );

    /// <summary>Puts a day's sums in the place of those before.</summary>
    public async Task Replace(LocalDate day, IReadOnlyList<DailyTransfers> sums, UnitOfWork unit)
    {
        await unit.Execute("delete from daily_transfers where day = @day", new { day });
        foreach (var one in sums)
        {
            await unit.Execute(Insert, DailyTransferRow.Of(one));
        }
        await Set(day, stale: false, unit);
    }

    public async Task<IReadOnlyList<DailyTransfers>> Of(DateInterval days, Extent extent, UnitOfWork unit)
    {
        var values = new
        {
            first = days.Start,
            last = days.End,
            office = (extent as Extent.Office)?.Unit,
            area = (extent as Extent.Area)?.Code,
        };
        var rows = extent switch
        {
            Extent.Office => await unit.Query<DailyTransferRow>(Columns + "where unit_number = @office and" + WithinDays, values),
            Extent.Area => await unit.Query<DailyTransferRow>(Columns + "where area_code = @area and" + WithinDays, values),
            _ => await unit.Query<DailyTransferRow>(Columns + "where" + WithinDays, values),
        };
        return [.. rows.Select(row => row.Daily())];
    }

    private static async Task Set(LocalDate day, bool stale, UnitOfWork unit)
    {
        if (await unit.Execute(Mark, new { day, stale }) == 0)
        {
            await unit.Execute(MarkFirst, new { day, stale });
        }
    }
}
