using CallRouting.Core.Calls;
using CallRouting.Core.Queue;
using CallRouting.Server.Agents;
using CallRouting.Server.Calls;
using CallRouting.Server.Database;

namespace CallRouting.Server.Queue;

/// <summary>Offers who waits to who is free, and lets nobody wait for agents who have gone.</summary>
public sealed class QueueRunner(QueueStore queue, Pool pool, CallRunner calls, TimeProvider clock)
{
    private static readonly TimeSpan Lately = TimeSpan.FromSeconds(5);

    private long lookedAt;

    /// <summary>
    /// This process has looked at the queue within the last seconds. Agents also leave without a word, so that somebody must
    /// look now and then; but not once for each of a hundred who wait.
    /// </summary>
    public bool HasLookedLately => (clock.GetUtcNow() - Lately).UtcTicks < Volatile.Read(ref lookedAt);

    public async Task Match(UnitOfWork unit)
    {
        Volatile.Write(ref lookedAt, clock.GetUtcNow().UtcTicks);
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
