using NodaTime;

namespace CallRouting.Core.Queue;

/// <summary>
/// How long a caller will wait. The caller in place <c>p</c> is taken when the p-th of <c>n</c> agents at work becomes free. Talks
/// that take <c>h</c> on average, begun at different times, end at a rate of <c>n / h</c>, so the wait is about <c>p · h / n</c>.
/// <c>h</c> is the mean of the latest handlings, each from the ring at the agent's station until the agent was done with
/// finishing up. Who leaves the queue before being taken makes the wait shorter than told; nothing makes it much longer except
/// agents who go home.
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

    /// <param name="position">1 for who is next.</param>
    /// <param name="agents">At work now.</param>
    /// <returns>Null where nobody is at work, because then nothing can be promised.</returns>
    public static Duration? For(int position, int agents, Duration handling) => agents <= 0 ? null : handling * position / agents;
}
