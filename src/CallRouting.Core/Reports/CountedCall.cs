using NodaTime;

namespace CallRouting.Core.Reports;

/// <summary>One call that asked for an agent, as it is counted: nothing of it says who called.</summary>
public sealed record CountedCall
{
    public required string Call { get; init; }

    /// <summary>The office that the caller had chosen when it ended; empty where none.</summary>
    public string Unit { get; init; } = "";

    /// <summary>The municipality that the caller was in, four digits; empty where nobody knows.</summary>
    public string Area { get; init; } = "";

    /// <summary>The Norwegian day on which it came into the queue.</summary>
    public required LocalDate Day { get; init; }

    /// <summary>The Norwegian half hour in which it did: 0 is from 00:00, 47 from 23:30.</summary>
    public required int HalfHour { get; init; }

    public bool Urgent { get; init; }

    public string Language { get; init; } = "nb";

    public required QueueEnding Ending { get; init; }

    /// <summary>Whole seconds from the first place in the queue until an agent, or until the caller was out of it without one.</summary>
    public required int SecondsInQueue { get; init; }

    /// <summary>Whole seconds that agents had this call in hand, finishing up included; 0 where none had.</summary>
    public int SecondsHandled { get; init; }
}

/// <summary>How a wait for an agent ended. Stored by name: add, never change.</summary>
public enum QueueEnding
{
    /// <summary>Caller and agent talked.</summary>
    Answered,

    /// <summary>The caller hung up after <see cref="Counting.Short"/> or later.</summary>
    Abandoned,

    /// <summary>The caller hung up sooner. Apart.</summary>
    ShortAbandoned,

    /// <summary>The caller chose to be rung back, waited too long, or there was no agent any more: led elsewhere.</summary>
    LedElsewhere,
}
