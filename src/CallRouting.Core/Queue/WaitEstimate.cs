using NodaTime;

namespace CallRouting.Core.Queue;

/// <summary>
/// How long a caller will wait. Talks that take <c>h</c> on average, begun at different times by <c>n</c> agents, end at a rate of
/// <c>n / h</c>; so who has <c>k</c> callers ahead that an agent will take waits about <c>(k + 1) · h / n</c>. <c>h</c> is the mean of the
/// latest handlings, each from the ring at the agent's station until the agent was done with finishing up. Not everybody ahead
/// is taken: who is on the line and has a turn later than the longest wait allows, is put through without an agent before it, and is not
/// counted. Who keeps a place waits as long as it takes, and is. Who loses patience sooner makes the wait shorter than told; urgent callers
/// who come later make it longer. The error is measured over a simulated day (tests/CallRouting.Scenarios/Day).
/// </summary>
public static class WaitEstimate
{
    /// <summary>Taken before anything has been measured: five minutes of talk, and one to finish up.</summary>
    public static readonly Duration UsualHandling = Duration.FromMinutes(6);

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
        var taken = 0;
        foreach (var place in ahead)
        {
            taken += place.Away || now + turn * (taken + 1) <= place.Since + longestWait ? 1 : 0;
        }
        return turn * (taken + 1);
    }
}
