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

    private const string Everybody = """
        select   a.id as agent_id, a.name, a.station, p.state, p.since, p.offered, p.code, p.alive_until, p.idle_since, p.station_kind, p.station_number, p.version,
                 c.id as call_id
        from     agents a
        left join presences p on p.agent_id = a.id
        left join calls c on c.agent_id = a.id and c.state in (@waiting, @withAgent, @inTransfer)
        order by a.position, c.id
        """;

    /// <summary>An agent's presence; of one never seen, signed out.</summary>
    public async Task<PresenceRow> Of(string agent, UnitOfWork unit) =>
        await unit.Find<PresenceRow>(Columns + "where agent_id = @agent", new { agent }) ?? Unseen(agent);

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

    /// <summary>Everybody of the roster, in its order, each with presence and with the call that rings for them or that they have.</summary>
    public async Task<IReadOnlyList<PoolRow>> Pool(UnitOfWork unit) =>
        [
            .. (
                await unit.Query<PoolRow>(
                    Everybody,
                    new
                    {
                        waiting = nameof(CallState.Waiting),
                        withAgent = nameof(CallState.WithAgent),
                        inTransfer = nameof(CallState.InTransfer),
                    }
                )
            ).DistinctBy(row => row.AgentId),
        ];

    private static PresenceRow Unseen(string agent)
    {
        var row = new PresenceRow { AgentId = agent };
        row.Take(Presence.Unknown(agent));
        return row;
    }
}
