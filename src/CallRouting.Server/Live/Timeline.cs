using System.Text.Json;
using CallRouting.Core.Transfers;
using CallRouting.Server.Database;
using NodaTime;

namespace CallRouting.Server.Live;

/// <summary>What happened, append-only and in order. Nothing in it is personal: officers' and agents' names, never a caller's number.</summary>
public sealed class Timeline
{
    private const string Append = """
        insert into timeline (happened_at, kind, call_id, transfer_id, callback_id, unit_number, body)
        values (@now, @kind, @call, @transfer, @callback, @unit, @body)
        """;

    private const string OfCall = """
        select   sequence, happened_at, kind, call_id, transfer_id, callback_id, unit_number, body
        from     timeline
        where    call_id = @call
        order by sequence
        """;

    private const string Added = """
        select   sequence, happened_at, kind, call_id, transfer_id, callback_id, unit_number, body
        from     timeline
        where    sequence > @after
        order by sequence
        """;

    private const string From = "select happened_at from timeline where sequence >= @sequence order by sequence";

    private const string Latest = "select max(sequence) from timeline";

    // Several instances' clocks differ a little, and a unit may have waited for its turn.
    private static readonly Duration Unordered = Duration.FromMinutes(1);

    public async Task Tell(IEnumerable<Told> story, Subject about, Instant now, UnitOfWork unit)
    {
        foreach (var told in story)
        {
            await unit.Execute(
                Append,
                new
                {
                    now,
                    kind = told.Kind,
                    call = about.Call,
                    transfer = about.Transfer,
                    callback = about.Callback,
                    unit = about.Unit,
                    body = JsonSerializer.Serialize(new TimelineBody(told.Who, told.Detail), JsonSerializerOptions.Web),
                }
            );
        }
    }

    public async Task<IReadOnlyList<TimelineEvent>> Of(string call, UnitOfWork unit) =>
        [.. (await unit.Query<TimelineRow>(OfCall, new { call })).Select(row => row.Event())];

    /// <summary>What came after a number, at most <paramref name="count"/> of it. A smaller number than the last of these appears no more.</summary>
    public async Task<IReadOnlyList<TimelineEvent>> After(long sequence, int count, UnitOfWork unit) =>
        [.. (await unit.First<TimelineRow>(Added, count, new { after = sequence })).Select(row => row.Event())];

    /// <summary>A number after which all that happened at a moment or later is found. Numbers rise with time, so that halving finds it.</summary>
    public async Task<long> Before(Instant moment, UnitOfWork unit)
    {
        var (before, after) = (0L, await Last(unit) + 1);
        while (after - before > 1)
        {
            var middle = before + (after - before) / 2;
            var isEarlier = await unit.First<Instant>(From, 1, new { sequence = middle }) is [var at] && at < moment - Unordered;
            (before, after) = isEarlier ? (middle, after) : (before, middle);
        }
        return before;
    }

    /// <summary>The last number that was given; 0 before the first.</summary>
    public async Task<long> Last(UnitOfWork unit) => await unit.Find<long?>(Latest, new { }) ?? 0;
}

/// <summary>What a timeline event is about. An agent who takes a pause is about no call.</summary>
public sealed record Subject(string? Call = null, string? Transfer = null, string? Callback = null, string? Unit = null);

public sealed record TimelineBody(string? Who, string? Detail);

/// <param name="Sequence">Rising; gaps are possible.</param>
public sealed record TimelineEvent(
    long Sequence,
    DateTimeOffset At,
    string Kind,
    string? Who,
    string? Detail,
    string? Call,
    string? Transfer,
    string? Callback,
    string? Unit
);

public sealed class TimelineRow
{
    public long Sequence { get; set; }

    public Instant HappenedAt { get; set; }

    public string Kind { get; set; } = "";

    public string? CallId { get; set; }

    public string? TransferId { get; set; }

    public string? CallbackId { get; set; }

    public string? UnitNumber { get; set; }

    public string Body { get; set; } = "{}";

    public TimelineEvent Event()
    {
        var body = JsonSerializer.Deserialize<TimelineBody>(Body, JsonSerializerOptions.Web)!;
        return new(Sequence, HappenedAt.ToDateTimeOffset(), Kind, body.Who, body.Detail, CallId, TransferId, CallbackId, UnitNumber);
    }
}
