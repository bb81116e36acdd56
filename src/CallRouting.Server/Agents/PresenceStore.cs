using CallRouting.Core.Agents;
using CallRouting.Core.Calls;
using CallRouting.Server.Database;

namespace CallRouting.Server.Agents;

public sealed class PresenceStore
{
    private const string Columns = """
        select agent_id, state, since, offered, code, alive_until, idle_since, station_kind, station_number, version
        from   presences

        """;

    private const string Insert = """
        insert into presences (agent_id, state, since, offered, code, alive_until, idle_since, station_kind, station_number, version)
        values (@AgentId, @State, @Since, @Offered, @Code, @AliveUntil, @IdleSince, @StationKind, @StationNumber, 1)
        """;

    private const string Update = """
        update presences
        set    state = @State, since = @Since, offered = @Offered, code = @Code, alive_until = @AliveUntil, idle_since = @IdleSince,
               station_kind = @StationKind, station_number = @StationNumber, version = @Version + 1
        where  agent_id = @AgentId and version = @Version
        """;

    private const string Talking = """
        select agent_id, id as call_id
        from   calls
        where  agent_id is not null and state in (@waiting, @withAgent, @inTransfer)
        """;

    /// <summary>An agent's presence; of one never seen, signed out.</summary>
    public async Task<PresenceRow> Of(string agent, UnitOfWork unit) =>
        await unit.Find<PresenceRow>(Columns + "where agent_id = @agent", new { agent }) ?? Unseen(agent);

    public Task<IReadOnlyList<PresenceRow>> All(UnitOfWork unit) => unit.Query<PresenceRow>(Columns + "order by agent_id");

    public async Task Save(PresenceRow row, UnitOfWork unit)
    {
        if (row.Version == 0)
        {
            await unit.Execute(Insert, row);
        }
        else
        {
            await unit.ExecuteGuarded(Update, row);
        }
        row.Version++;
    }

    /// <summary>The call that rings for an agent, or that the agent has; agents without one are not in it.</summary>
    public async Task<ILookup<string, string>> CallsNow(UnitOfWork unit) =>
        (
            await unit.Query<CallNow>(
                Talking,
                new
                {
                    waiting = nameof(CallState.Waiting),
                    withAgent = nameof(CallState.WithAgent),
                    inTransfer = nameof(CallState.InTransfer),
                }
            )
        ).ToLookup(row => row.AgentId, row => row.CallId);

    private static PresenceRow Unseen(string agent)
    {
        var row = new PresenceRow { AgentId = agent };
        row.Take(Presence.Unknown(agent));
        return row;
    }

    private sealed class CallNow
    {
        public string AgentId { get; set; } = "";

        public string CallId { get; set; } = "";
    }
}
