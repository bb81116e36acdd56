using CallRouting.Core.Calls;
using CallRouting.Core.Offices;
using CallRouting.Core.Reports;
using CallRouting.Server.Calls;
using CallRouting.Server.Database;
using NodaTime;

namespace CallRouting.Server.Reports;

/// <summary>Waits for an agent as they are counted: when the call is over, and once more when its agent has finished up.</summary>
public sealed class CountedCallStore
{
    private const string Insert = """
        insert into counted_calls (call_id, unit_number, area_code, day, half_hour, urgent, language, ending, seconds_in_queue, seconds_handled)
        values (@CallId, @UnitNumber, @AreaCode, @Day, @HalfHour, @Urgent, @Language, @Ending, @SecondsInQueue, @SecondsHandled)
        """;

    private const string Update = "update counted_calls set seconds_handled = @seconds where call_id = @call";

    private const string Columns = """
        select call_id, unit_number, area_code, day, half_hour, urgent, language, ending, seconds_in_queue, seconds_handled
        from   counted_calls

        """;

    private const string WithinDays = " day between @first and @last";

    // What was never a talk is no handling.
    private const string Talks = """
        select rung_at, coalesce(done_at, ended_at) as done_at
        from   talks
        where  call_id = @call and entered_at is not null and ended_at is not null
        """;

    private const string NotDone = "select call_id from talks where agent_id = @agent and ended_at is not null and done_at is null";

    /// <summary>Counts a call that is over; one that never asked for an agent is not counted.</summary>
    public async Task Add(CallRow call, UnitOfWork unit)
    {
        if (call is { QueuedAt: { } queuedAt, EndedAt: { } endedAt })
        {
            await unit.Execute(Insert, RowOf(call, queuedAt, endedAt, await Handled(call.Id, unit)));
        }
    }

    /// <summary>The calls that an agent is still finishing up.</summary>
    public Task<IReadOnlyList<string>> NotDoneBy(string agent, UnitOfWork unit) => unit.Query<string>(NotDone, new { agent });

    public async Task HandledAnew(string call, UnitOfWork unit) =>
        await unit.Execute(Update, new { call, seconds = await Handled(call, unit) });

    public async Task<IReadOnlyList<CountedCall>> Of(DateInterval days, Extent extent, UnitOfWork unit)
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
            Extent.Office => await unit.Query<Row>(Columns + "where unit_number = @office and" + WithinDays, values),
            Extent.Area => await unit.Query<Row>(Columns + "where area_code = @area and" + WithinDays, values),
            _ => await unit.Query<Row>(Columns + "where" + WithinDays, values),
        };
        return [.. rows.Select(row => row.Counted())];
    }

    private static async Task<int> Handled(string call, UnitOfWork unit) =>
        (await unit.Query<TalkRow>(Talks, new { call })).Sum(talk => Counting.Seconds(talk.RungAt, talk.DoneAt));

    private static Row RowOf(CallRow call, Instant queuedAt, Instant endedAt, int handled) =>
        new()
        {
            CallId = call.Id,
            UnitNumber = call.UnitNumber ?? "",
            AreaCode = call.AreaCode is { Length: >= 4 } area ? area[..4] : "",
            Day = queuedAt.OsloDate(),
            HalfHour = Counting.HalfHour(queuedAt),
            Urgent = call.Urgency == nameof(Urgency.Urgent),
            Language = call.Language,
            Ending = Counting.EndingOf(call.AgentAt is not null, HungUpThere(call), Counting.Seconds(queuedAt, endedAt)).ToString(),
            SecondsInQueue = Counting.Seconds(queuedAt, call.AgentAt ?? call.LeftQueueAt ?? endedAt),
            SecondsHandled = handled,
        };

    private static bool HungUpThere(CallRow call) => call.LeftQueueAt == call.EndedAt && call.EndedBecause == Ends.HungUp;

    private sealed class TalkRow
    {
        public Instant RungAt { get; set; }

        public Instant DoneAt { get; set; }
    }

    private sealed class Row
    {
        public string CallId { get; set; } = "";

        public string UnitNumber { get; set; } = "";

        public string AreaCode { get; set; } = "";

        public LocalDate Day { get; set; }

        public int HalfHour { get; set; }

        public bool Urgent { get; set; }

        public string Language { get; set; } = "";

        public string Ending { get; set; } = "";

        public int SecondsInQueue { get; set; }

        public int SecondsHandled { get; set; }

        public CountedCall Counted() =>
            new()
            {
                Call = CallId,
                Unit = UnitNumber,
                Area = AreaCode,
                Day = Day,
                HalfHour = HalfHour,
                Urgent = Urgent,
                Language = Language,
                Ending = Enum.Parse<QueueEnding>(Ending),
                SecondsInQueue = SecondsInQueue,
                SecondsHandled = SecondsHandled,
            };
    }
}
