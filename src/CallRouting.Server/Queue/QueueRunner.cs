using CallRouting.Core.Calls;
using CallRouting.Core.Queue;
using CallRouting.Server.Agents;
using CallRouting.Server.Calls;
using CallRouting.Server.Database;

namespace CallRouting.Server.Queue;

/// <summary>Offers who waits to who is free, and lets nobody wait for agents who have gone.</summary>
public sealed class QueueRunner(QueueStore queue, Pool pool, CallRunner calls)
{
    public async Task Match(UnitOfWork unit)
    {
        var waiting = await queue.Waiting(unit);
        if (waiting.Count == 0)
        {
            return;
        }
        var agents = await pool.Now(unit);
        if (!agents.Any(agent => agent.IsAtWork))
        {
            await Dissolve(waiting, unit);
            return;
        }
        var free = agents.Where(agent => agent.MayBeOffered).Select(agent => agent.Presence);
        foreach (var offer in QueueRules.Offers(waiting, free))
        {
            await calls.Tell(offer.Call.Value, new AgentTakes(offer.AgentId), unit);
        }
    }

    private async Task Dissolve(IReadOnlyList<QueuePlace> waiting, UnitOfWork unit)
    {
        foreach (var place in waiting)
        {
            await calls.Tell(place.Call.Value, new PoolEmptied(), unit);
        }
    }
}
