using CallRouting.Core.Calls;
using CallRouting.Core.Queue;
using CallRouting.Server.Agents;
using CallRouting.Server.Calls;
using CallRouting.Server.Database;
using Microsoft.Extensions.Options;
using NodaTime;

namespace CallRouting.Server.Queue;

/// <summary>What can be said of the queue now: places, expected waits, whether anybody is at work.</summary>
public sealed class QueueFigures(QueueStore queue, Pool pool, TalkStore talks, IOptions<RoutingOptions> options)
{
    /// <summary>The queue as somebody meets it who is not in it.</summary>
    public async Task<QueueFacts> Facts(UnitOfWork unit)
    {
        var waiting = await queue.Waiting(unit);
        var agents = await pool.Now(unit);
        var atWork = agents.Count(agent => agent.IsAtWork);
        // An agent who sits idle takes the next caller at once.
        var idle = agents.Count(agent => agent.MayBeOffered);
        var expected = idle > waiting.Count ? Duration.Zero : WaitEstimate.For(waiting.Count - idle + 1, atWork, await Handling(unit));
        return new(waiting.Count, atWork, expected, expected > options.Value.LongestWait);
    }

    /// <summary>One caller's place and expected wait; without a place for who is not waiting.</summary>
    public async Task<(int? Position, Duration? Wait)> PlaceOf(CallId call, UnitOfWork unit)
    {
        var position = QueueRules.PositionOf(call, QueueRules.InOrder(await queue.Waiting(unit)));
        var atWork = (await pool.Now(unit)).Count(agent => agent.IsAtWork);
        return (position, position is { } place ? WaitEstimate.For(place, atWork, await Handling(unit)) : null);
    }

    private async Task<Duration> Handling(UnitOfWork unit) => WaitEstimate.Handling(await talks.LatestHandlings(unit));
}
