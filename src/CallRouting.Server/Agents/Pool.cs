using CallRouting.Core.Agents;
using CallRouting.Core.Rosters;
using CallRouting.Server.Calls;
using CallRouting.Server.Database;
using CallRouting.Server.Rosters;
using NodaTime;
using NodaTime.Extensions;

namespace CallRouting.Server.Agents;

/// <summary>The contact centre's agents at this moment.</summary>
public sealed class Pool(PresenceStore presences, LegStore legs, TimeProvider clock)
{
    public async Task<IReadOnlyList<AgentNow>> Now(UnitOfWork unit)
    {
        var now = clock.GetUtcNow().ToInstant();
        var held = await legs.HeldPhones(unit);
        return
        [
            .. from row in await presences.Pool(unit)
            let agent = row.Agent()
            let station = row.StationOf(agent)
            select new AgentNow(agent, row.Presence(), station, row.CallId, held.Contains(station.Address), now),
        ];
    }
}

/// <param name="Call">The call that rings for this agent or is with them.</param>
/// <param name="StationHeld">The station still rings or talks in some call of ours, perhaps one that has just ended.</param>
public sealed record AgentNow(Agent Agent, Presence Presence, Station Station, string? Call, bool StationHeld, Instant Now)
{
    public bool Talking => Call is not null;

    public bool IsAtWork => PresenceRules.IsAtWork(Presence, Talking, Now);

    public bool MayBeOffered => !StationHeld && PresenceRules.MayBeOffered(Presence, Talking, Now);

    public bool MayTake => !StationHeld && PresenceRules.MayTake(Presence, Talking, Now);
}
