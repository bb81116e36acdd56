using NodaTime;

namespace CallRouting.Core.Queue;

/// <summary>
/// How long a caller will wait. Talks that take <c>h</c> on average, begun at different times by <c>n</c> agents, end at a rate of
/// <c>n / h</c>; so a turn comes every <c>h / n</c>, and the caller's own comes one after those of everybody ahead. <c>h</c> is the mean of
/// the latest handlings, each from the ring at the agent's station until the agent was done with finishing up. Not everybody ahead
/// needs a turn. Who is on the line and would have it later than the longest wait allows, is led on without an agent and does not count; who may
/// have hung up by then counts as much as they are likely to be there still. Who keeps a place waits as long as it takes, and counts in full.
/// Urgent callers who come later make the wait longer than told. The error is measured over a simulated day
/// (tests/CallRouting.Scenarios/Day).
/// </summary>
public static class WaitEstimate
{
    /// <summary>Taken before anything has been measured: five minutes of talk, and one to finish up.</summary>
    public static readonly Duration UsualHandling = Duration.FromMinutes(6);

    /// <summary>After this on the line, half of all callers have hung up. Assumed, as in the demo's profile: nothing is published.</summary>
    public static readonly Duration UsualPatience = Duration.FromSeconds(150);

    /// <summary>How many handlings the mean is taken of.</summary>
    public const int Latest = 50;

    // With fewer, one long talk would be told to everybody.
    private const int Enough = 5;

    /// <summary>The mean of the latest handlings, or the usual one where there are too few.</summary>
    public static Duration Handling(IReadOnlyCollection<Duration> latest) =>
        latest.Count < Enough ? UsualHandling : latest.Aggregate(Duration.Zero, (sum, each) => sum + each) / latest.Count;

    /// <param name="ahead">The places before this caller's, from the front.</param>
    /// <param name="agents">At work now.</param>
    /// <param name="longestWait">After this on the line, a caller is led on without an agent.</param>
    /// <returns>Null where nobody is at work, because then nothing can be promised.</returns>
    public static Duration? Behind(IEnumerable<QueuePlace> ahead, int agents, Duration handling, Instant now, Duration longestWait)
    {
        if (agents <= 0)
        {
            return null;
        }
        var turn = handling / agents;
        var wait = Duration.Zero;
        foreach (var place in ahead)
        {
            wait += turn * StillThere(place, wait, turn, now, longestWait);
        }
        return wait + turn;
    }

    /// <summary>How likely somebody is still there when so much time has passed, and an agent is free for them a turn later.</summary>
    private static double StillThere(QueuePlace place, Duration after, Duration turn, Instant now, Duration longestWait) =>
        place.Away ? 1
        : now + after + turn > place.Since + longestWait ? 0
        : Math.Pow(0.5, after / UsualPatience);
}
