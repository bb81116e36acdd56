using CallRouting.Core.Calls;
using CallRouting.Core.Transfers;
using CallRouting.Server.Callbacks;
using CallRouting.Server.Database;
using NodaTime;
using NodaTime.Text;

namespace CallRouting.Server.Supervision;

/// <summary>What the wallboard counts, office by office: a handful of statements, whatever the country's size.</summary>
public sealed class WallboardStore
{
    private const string WaitingBy = """
        select   coalesce(unit_number, '') as unit_number, count(*) as count, min(waiting_since) as since
        from     calls
        where    state = @waiting and agent_id is null
        group by unit_number
        """;

    private const string RingingBy = """
        select   unit_number, count(*) as count
        from     transfers
        where    state in (@ringing, @awaiting)
        group by unit_number
        """;

    private const string OverdueBy = """
        select   coalesce(unit_number, '') as unit_number, count(*) as count
        from     callbacks
        where    state = @open and due_at < @now
        group by unit_number
        """;

    private const string GapsBy = """
        select   unit_number, count(*) as count
        from     line_gaps
        where    day = @day and seconds > 0
        group by unit_number
        """;

    private const string DropGap = "delete from line_gaps where line_id = @LineId";

    private const string AddGap = """
        insert into line_gaps (line_id, unit_number, day, seconds, looked_at)
        values (@LineId, @UnitNumber, @Day, @Seconds, @LookedAt)
        """;

    private const string Looked = "select max(looked_at) from line_gaps where day = @day";

    private const string RaisedAlarms =
        "select name, raised_at, figure from alarms where raised_at is not null and cleared_at is null order by name";

    private const string DropAlarm = "delete from alarms where name = @name";

    private const string AddAlarm = "insert into alarms (name, raised_at, cleared_at, figure) values (@name, @raised, @cleared, @figure)";

    /// <summary>Who waits and for whom no agent is being rung; without an office under "".</summary>
    public Task<IReadOnlyList<CountRow>> Waiting(UnitOfWork unit) =>
        unit.Query<CountRow>(WaitingBy, new { waiting = nameof(CallState.Waiting) });

    public Task<IReadOnlyList<CountRow>> Ringing(UnitOfWork unit) =>
        unit.Query<CountRow>(RingingBy, new { ringing = nameof(Core.Transfers.Ringing), awaiting = nameof(AwaitingPhone) });

    /// <summary>The contact centre's under "".</summary>
    public Task<IReadOnlyList<CountRow>> Overdue(Instant now, UnitOfWork unit) =>
        unit.Query<CountRow>(OverdueBy, new { open = CallbackStates.Open, now });

    public Task<IReadOnlyList<CountRow>> Gaps(LocalDate day, UnitOfWork unit) =>
        unit.Query<CountRow>(GapsBy, new { day = LocalDatePattern.Iso.Format(day) });

    /// <summary>When the gaps of a day were looked at last; null: not yet.</summary>
    public Task<Instant?> GapsLookedAt(LocalDate day, UnitOfWork unit) =>
        unit.FindInstant(Looked, new { day = LocalDatePattern.Iso.Format(day) });

    public async Task Keep(IReadOnlyList<LineGapRow> gaps, UnitOfWork unit)
    {
        foreach (var gap in gaps)
        {
            await unit.Execute(DropGap, gap);
            await unit.Execute(AddGap, gap);
        }
    }

    /// <summary>Raised and not over.</summary>
    public Task<IReadOnlyList<AlarmRow>> Alarms(UnitOfWork unit) => unit.Query<AlarmRow>(RaisedAlarms);

    public async Task KeepAlarm(string name, Instant? raised, Instant? cleared, int figure, UnitOfWork unit)
    {
        await unit.Execute(DropAlarm, new { name });
        await unit.Execute(
            AddAlarm,
            new
            {
                name,
                raised,
                cleared,
                figure,
            }
        );
    }
}

public sealed class CountRow
{
    public string UnitNumber { get; set; } = "";

    public int Count { get; set; }

    /// <summary>Of those who wait: since when the first has.</summary>
    public Instant? Since { get; set; }
}

/// <summary>What a line lacks of a day's obligation.</summary>
public sealed class LineGapRow
{
    public string LineId { get; set; } = "";

    public string UnitNumber { get; set; } = "";

    public string Day { get; set; } = "";

    public int Seconds { get; set; }

    public Instant LookedAt { get; set; }
}

public sealed class AlarmRow
{
    public string Name { get; set; } = "";

    public Instant RaisedAt { get; set; }

    /// <summary>As it was raised.</summary>
    public int Figure { get; set; }
}
