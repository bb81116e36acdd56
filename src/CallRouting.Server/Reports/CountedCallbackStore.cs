using CallRouting.Core.Offices;
using CallRouting.Core.Reports;
using CallRouting.Server.Callbacks;
using CallRouting.Server.Database;
using NodaTime;

namespace CallRouting.Server.Reports;

/// <summary>Promises as they are counted: kept beside each, as it is now.</summary>
public sealed class CountedCallbackStore
{
    private const string Insert = """
        insert into counted_callbacks (callback_id, unit_number, line_id, area_code, urgent, language, owed_on, due_on, owed_at, due_at,
                                       settled_at, attempts)
        values (@CallbackId, @UnitNumber, @LineId, @AreaCode, @Urgent, @Language, @OwedOn, @DueOn, @OwedAt, @DueAt, @SettledAt, @Attempts)
        """;

    private const string Update = """
        update counted_callbacks
        set    unit_number = @UnitNumber, line_id = @LineId, area_code = @AreaCode, due_on = @DueOn, due_at = @DueAt,
               settled_at = @SettledAt, attempts = @Attempts
        where  callback_id = @CallbackId
        """;

    private const string Columns = """
        select callback_id, unit_number, line_id, area_code, urgent, language, owed_on, due_on, owed_at, due_at, settled_at, attempts
        from   counted_callbacks

        """;

    // A promise belongs to two days. One that is both owed and due in the time comes once.
    private const string OfDays = "where (owed_on between @first and @last or due_on between @first and @last) ";

    /// <summary>Counts a promise as it is now.</summary>
    public async Task Keep(CallbackRow callback, UnitOfWork unit)
    {
        var row = Row.Of(Counted(callback));
        if (await unit.Execute(Update, row) == 0)
        {
            await unit.Execute(Insert, row);
        }
    }

    public async Task<IReadOnlyList<CountedCallback>> Of(DateInterval days, Extent extent, UnitOfWork unit)
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
            Extent.Office => await unit.Query<Row>(Columns + OfDays + "and unit_number = @office", values),
            Extent.Area => await unit.Query<Row>(Columns + OfDays + "and area_code = @area", values),
            _ => await unit.Query<Row>(Columns + OfDays, values),
        };
        return [.. rows.Select(row => row.Counted())];
    }

    private static CountedCallback Counted(CallbackRow callback) =>
        new()
        {
            Callback = callback.Id,
            Unit = callback.UnitNumber ?? "",
            Line = callback.LineId ?? "",
            Area = callback.AreaCode is { Length: >= 4 } area ? area[..4] : "",
            Urgent = callback.Urgent,
            Language = callback.Language,
            OwedAt = callback.CreatedAt,
            DueAt = callback.DueAt,
            SettledAt = callback.SettledAt,
            Attempts = callback.Tries,
        };

    private sealed class Row
    {
        public string CallbackId { get; set; } = "";

        public string UnitNumber { get; set; } = "";

        public string LineId { get; set; } = "";

        public string AreaCode { get; set; } = "";

        public bool Urgent { get; set; }

        public string Language { get; set; } = "";

        public LocalDate OwedOn { get; set; }

        public LocalDate DueOn { get; set; }

        public Instant OwedAt { get; set; }

        public Instant DueAt { get; set; }

        public Instant? SettledAt { get; set; }

        public int Attempts { get; set; }

        public CountedCallback Counted() =>
            new()
            {
                Callback = CallbackId,
                Unit = UnitNumber,
                Line = LineId,
                Area = AreaCode,
                Urgent = Urgent,
                Language = Language,
                OwedAt = OwedAt,
                DueAt = DueAt,
                SettledAt = SettledAt,
                Attempts = Attempts,
            };

        public static Row Of(CountedCallback one) =>
            new()
            {
                CallbackId = one.Callback,
                UnitNumber = one.Unit,
                LineId = one.Line,
                AreaCode = one.Area,
                Urgent = one.Urgent,
                Language = one.Language,
                OwedOn = one.OwedOn,
                DueOn = one.DueOn,
                OwedAt = one.OwedAt,
                DueAt = one.DueAt,
                SettledAt = one.SettledAt,
                Attempts = one.Attempts,
            };
    }
}
