using CallRouting.Core.Agents;
using CallRouting.Core.Calls;
using NodaTime;

namespace CallRouting.Core.Queue;

/// <summary>Who is next, and to whom. Pure.</summary>
public static class QueueRules
{
    /// <summary>
    /// What urgency is worth in waiting time. A caller who can wait, and has waited this much longer than an urgent one, goes
    /// before them: so urgent callers are first, and nobody starves however many of them ring.
    /// </summary>
    public static readonly Duration UrgentHeadStart = Duration.FromMinutes(5);

    /// <summary>The queue from its front.</summary>
    public static IReadOnlyList<QueuePlace> InOrder(IEnumerable<QueuePlace> waiting) =>
        [
            .. waiting
                .OrderByDescending(place => place.First)
                .ThenBy(place => place.Urgent ? place.Since - UrgentHeadStart : place.Since)
                .ThenBy(place => place.Call.Value, StringComparer.Ordinal),
        ];

    /// <summary>A caller's place, 1 for who is next; null for who is not in the queue.</summary>
    public static int? PositionOf(CallId call, IReadOnlyList<QueuePlace> inOrder)
    {
        for (var i = 0; i < inOrder.Count; i++)
        {
            if (inOrder[i].Call == call)
            {
                return i + 1;
            }
        }
        return null;
    }

    /// <summary>Which caller is offered to which agent now: the queue from its front, the agents by who has been idle longest.</summary>
    /// <param name="free">Agents who may be offered a call.</param>
    public static IEnumerable<Offer> Offers(IEnumerable<QueuePlace> waiting, IEnumerable<Presence> free) =>
        InOrder(waiting)
            .Zip(
                free.OrderBy(agent => agent.IdleSince).ThenBy(agent => agent.AgentId, StringComparer.Ordinal),
                (place, agent) => new Offer(place.Call, agent.AgentId)
            );
}

public sealed record Offer(CallId Call, string AgentId);
