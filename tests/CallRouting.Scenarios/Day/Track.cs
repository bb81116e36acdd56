namespace CallRouting.Scenarios.Day;

/// <summary>What became of one call, as the timeline told it.</summary>
public sealed class Track(string id, CallerHands caller, DateTimeOffset arrived)
{
    public string Id => id;

    public CallerHands Caller => caller;

    public DateTimeOffset Arrived => arrived;

    /// <summary>The first time in the queue.</summary>
    public DateTimeOffset? Queued { get; set; }

    /// <summary>The first time with an agent.</summary>
    public DateTimeOffset? WithAgent { get; set; }

    /// <summary>Keeps the place without being on the line.</summary>
    public DateTimeOffset? KeptPlace { get; set; }

    public DateTimeOffset? RungInTurn { get; set; }

    /// <summary>Why the call went to the duty phone without an agent: the wait was over, or nobody was at work.</summary>
    public string? SentDirect { get; set; }

    public DateTimeOffset? Connected { get; set; }

    /// <summary>The agent who has the call now.</summary>
    public AgentHands? Agent { get; set; }

    public bool InQueue { get; set; }

    /// <summary>In the queue and not on the line.</summary>
    public bool IsAway { get; set; }

    /// <summary>Hung up while waiting on the line for an agent.</summary>
    public bool LeftQueue { get; set; }

    /// <summary>Why the call ended.</summary>
    public string? Ended { get; set; }
}
