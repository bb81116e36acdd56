using NodaTime;

namespace CallRouting.Core.Queue;

/// <summary>The queue as one caller meets it.</summary>
/// <param name="Waiting">Callers who wait for an agent now, this one not counted.</param>
/// <param name="Pool">Agents at work: ready, talking or finishing up, with a console that is alive.</param>
/// <param name="ExpectedWait">What somebody who came now would wait; null while nothing is known to go by.</param>
/// <param name="Overloaded">So many wait that the wait would be longer than the longest we let anybody wait.</param>
public sealed record QueueFacts(int Waiting, int Pool, Duration? ExpectedWait, bool Overloaded)
{
    /// <summary>No agent is at work.</summary>
    public static QueueFacts Nobody { get; } = new(0, 0, null, false);
}
