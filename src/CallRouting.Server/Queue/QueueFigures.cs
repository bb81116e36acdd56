using CallRouting.Core.Calls;
using CallRouting.Core.Queue;
using CallRouting.Server.Agents;
using CallRouting.Server.Calls;
using CallRouting.Server.Database;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Extensions;

namespace CallRouting.Server.Queue;

/// <summary>What can be said of the queue now: places, expected waits, whether anybody is at work.</summary>
public sealed class QueueFigures(QueueStore queue, Pool pool, TalkStore talks, IOptions<RoutingOptions> options, TimeProvider clock)
{
    /// <summary>The queue as somebody meets it who is not in it.</summary>
    public async Task<QueueFacts> Facts(UnitOfWork unit) => await Facts(await InOrder(unit), await pool.Now(unit), unit);

    /// <param name="waiting">From the front.</param>
    public async Task<QueueFacts> Facts(IReadOnlyList<QueuePlace> waiting, IReadOnlyList<AgentNow> agents, UnitOfWork unit)
    {
        var atWork = agents.Count(agent => agent.IsAtWork);
        // An agent who sits idle takes the next caller at once.
        var idle = agents.Count(agent => agent.MayBeOffered);
        var expected = idle > waiting.Count ? Duration.Zero : await Behind(waiting.Skip(idle), atWork, unit);
        return new(waiting.Count, atWork, expected, expected > options.Value.LongestWait);
    }

    /// <summary>Who waits and for whom no agent is being rung, from the front.</summary>
    public async Task<IReadOnlyList<QueuePlace>> InOrder(UnitOfWork unit) => QueueRules.InOrder(await queue.Waiting(unit));

    /// <summary>The expected wait at a place of the queue, from 1; null where nobody is at work.</summary>
    public async Task<Duration?> WaitAt(int position, IReadOnlyList<QueuePlace> inOrder, UnitOfWork unit) =>
        await Behind(inOrder.Take(position - 1), (await pool.Now(unit)).Count(agent => agent.IsAtWork), unit);

    private async Task<Duration?> Behind(IEnumerable<QueuePlace> ahead, int atWork, UnitOfWork unit) =>
        WaitEstimate.Behind(
            ahead,
            atWork,
            WaitEstimate.Handling(await talks.LatestHandlings(unit)),
            clock.GetUtcNow().ToInstant(),
            options.Value.LongestWait
        );
}
