using System.Globalization;
using CallRouting.Core.Reports;
using CallRouting.Server.Database;
using NodaTime;

namespace CallRouting.Server.Reports;

/// <summary>The transfers as they are counted: written once when they begin, once when they are over.</summary>
public sealed class CountedTransferStore
{
    private const string Insert = """
        insert into counted_transfers (transfer_id, unit_number, line_id, area_code, day, half_hour, way, urgent, language, target_group,
                                       accepted_at, ending, rung, by_neighbour, seconds_to_accept, seconds_to_give_up, seconds_in_queue,
                                       lost_afterwards, misrouted, counts_against_office)
        values (@TransferId, @UnitNumber, @LineId, @AreaCode, @Day, @HalfHour, @Way, @Urgent, @Language, @TargetGroup,
                @AcceptedAt, @Ending, @Rung, @ByNeighbour, @SecondsToAccept, @SecondsToGiveUp, @SecondsInQueue,
                @LostAfterwards, @Misrouted, @CountsAgainstOffice)
        """;

    private const string Finish = """
        update counted_transfers
        set    ending = @Ending, rung = @Rung, by_neighbour = @ByNeighbour, seconds_to_accept = @SecondsToAccept,
               seconds_to_give_up = @SecondsToGiveUp, seconds_in_queue = @SecondsInQueue, lost_afterwards = @LostAfterwards,
               misrouted = @Misrouted, counts_against_office = @CountsAgainstOffice
        where  transfer_id = @TransferId
        """;

    private const string Columns = """
        select transfer_id, unit_number, line_id, area_code, day, half_hour, way, urgent, language, target_group, accepted_at, ending, rung,
               by_neighbour, seconds_to_accept, seconds_to_give_up, seconds_in_queue, lost_afterwards, misrouted, counts_against_office
        from   counted_transfers

        """;

    private const string WithinDays = " day between @First and @Last and ending is not null ";

    private const string Sliced = """
         and (@Urgent is null or urgent = @Urgent)
         and (@Language is null or language = @Language)
         and (@Hour is null or half_hour between @Hour * 2 and @Hour * 2 + 1)
         and (@Way is null or way = @Way)
         and (@TargetGroup is null or target_group = @TargetGroup)
        """;

    private const string Paged = """
         and (@Ending is null or ending = @Ending)
         and (day > @Day or (day = @Day and transfer_id > @Transfer))
        order by day, transfer_id
        """;

    public Task Add(CountedTransferRow row, UnitOfWork unit) => unit.Execute(Insert, row);

    public Task Keep(CountedTransferRow row, UnitOfWork unit) => unit.Execute(Finish, row);

    public Task Accepted(string transfer, Instant? at, UnitOfWork unit) =>
        unit.Execute("update counted_transfers set accepted_at = @at where transfer_id = @transfer", new { transfer, at });

    /// <summary>Over or not; null for one that was begun before anything was counted.</summary>
    public async Task<CountedTransferRow?> Find(string transfer, UnitOfWork unit) =>
        await unit.Find<CountedTransferRow>(Columns + "where transfer_id = @transfer", new { transfer });

    /// <summary>All of some days that are over, in a part of the country and of what was counted.</summary>
    public async Task<IReadOnlyList<CountedTransfer>> Of(DateInterval days, Extent extent, Slice slice, UnitOfWork unit)
    {
        var values = new Values(days, extent, slice);
        var rows = extent switch
        {
            Extent.Office => await unit.Query<CountedTransferRow>(Columns + "where unit_number = @Unit and" + WithinDays + Sliced, values),
            Extent.Area => await unit.Query<CountedTransferRow>(Columns + "where area_code = @Area and" + WithinDays + Sliced, values),
            _ => await unit.Query<CountedTransferRow>(Columns + "where" + WithinDays + Sliced, values),
        };
        return [.. rows.Select(row => row.Counted())];
    }

    /// <summary>The rows behind a figure, some at a time, in order of day and transfer.</summary>
    /// <param name="after">The last row that was seen.</param>
    public async Task<IReadOnlyList<CountedTransfer>> Page(
        DateInterval days,
        Extent extent,
        Slice slice,
        Ending? ending,
        RowKey after,
        int count,
        UnitOfWork unit
    )
    {
        var values = new Values(days, extent, slice)
        {
            Ending = ending?.ToString(),
            Day = after.Day,
            Transfer = after.Transfer,
        };
        var rows = extent switch
        {
            Extent.Office => await unit.First<CountedTransferRow>(
                Columns + "where unit_number = @Unit and" + WithinDays + Sliced + Paged,
                count,
                values
            ),
            Extent.Area => await unit.First<CountedTransferRow>(
                Columns + "where area_code = @Area and" + WithinDays + Sliced + Paged,
                count,
                values
            ),
            _ => await unit.First<CountedTransferRow>(Columns + "where" + WithinDays + Sliced + Paged, count, values),
        };
        return [.. rows.Select(row => row.Counted())];
    }

    private sealed record Values(LocalDate First, LocalDate Last, string? Unit, string? Area)
    {
        public Values(DateInterval days, Extent extent, Slice slice)
            : this(days.Start, days.End, (extent as Extent.Office)?.Unit, (extent as Extent.Area)?.Code)
        {
            Urgent = slice.Kind == SliceKind.Urgent ? slice.Value == "yes" : null;
            Language = Of(slice, SliceKind.Language);
            Hour = slice.Kind == SliceKind.Hour ? int.Parse(slice.Value, CultureInfo.InvariantCulture) : null;
            Way = Of(slice, SliceKind.Way);
            TargetGroup = Of(slice, SliceKind.Group);
        }

        public bool? Urgent { get; }

        public string? Language { get; }

        public int? Hour { get; }

        public string? Way { get; }

        public string? TargetGroup { get; }

        public string? Ending { get; init; }

        public LocalDate Day { get; init; }

        public string Transfer { get; init; } = "";

        private static string? Of(Slice slice, SliceKind kind) => slice.Kind == kind ? slice.Value : null;
    }
}
