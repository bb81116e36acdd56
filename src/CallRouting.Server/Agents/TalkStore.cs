using CallRouting.Core.Queue;
using CallRouting.Server.Database;
using NodaTime;

namespace CallRouting.Server.Agents;

/// <summary>Agents' parts in calls: what the expected wait is measured by.</summary>
public sealed class TalkStore
{
    private const string Insert = "insert into talks (id, call_id, agent_id, rung_at) values (@id, @call, @agent, @now)";

    private const string Enter = "update talks set entered_at = @now where agent_id = @agent and ended_at is null and entered_at is null";

    private const string Finish = "update talks set ended_at = @now where agent_id = @agent and ended_at is null";

    private const string Close = "update talks set done_at = @now where agent_id = @agent and ended_at is not null and done_at is null";

    // What was never a talk says nothing of how long talks last.
    private const string LatestEnded = """
        select   rung_at, coalesce(done_at, ended_at) as done_at
        from     talks
        where    entered_at is not null and ended_at is not null
        order by ended_at desc, id desc
        """;

    public Task Begin(string id, string call, string agent, Instant now, UnitOfWork unit) =>
        unit.Execute(
            Insert,
            new
            {
                id,
                call,
                agent,
                now,
            }
        );

    public Task Entered(string agent, Instant now, UnitOfWork unit) => unit.Execute(Enter, new { agent, now });

    public Task Ended(string agent, Instant now, UnitOfWork unit) => unit.Execute(Finish, new { agent, now });

    /// <summary>When the station was rung for this call, the last time; null before.</summary>
    public Task<Instant?> RungAt(string call, UnitOfWork unit) =>
        unit.FindInstant("select max(rung_at) from talks where call_id = @call", new { call });

    /// <summary>The agent is done with finishing up.</summary>
    public Task Done(string agent, Instant now, UnitOfWork unit) => unit.Execute(Close, new { agent, now });

    /// <summary>How long the latest handlings took, from the ring at the station until the agent was done.</summary>
    public async Task<IReadOnlyList<Duration>> LatestHandlings(UnitOfWork unit) =>
        [.. (await unit.First<TalkRow>(LatestEnded, WaitEstimate.Latest)).Select(row => row.DoneAt - row.RungAt)];

    private sealed class TalkRow
    {
        public Instant RungAt { get; set; }

        public Instant DoneAt { get; set; }
    }
}
