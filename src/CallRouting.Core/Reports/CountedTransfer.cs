using NodaTime;

namespace CallRouting.Core.Reports;

/// <summary>
/// One transfer that is over, as it is counted: nothing of it says who called. Kept when what is personal has been deleted; the id leads back
/// while there is something to lead back to.
/// </summary>
public sealed record CountedTransfer
{
    public required string Transfer { get; init; }

    public required string Unit { get; init; }

    public required string Line { get; init; }

    /// <summary>The municipality that the caller was in, four digits; empty where nobody knows.</summary>
    public string Area { get; init; } = "";

    /// <summary>The Norwegian day on which it began.</summary>
    public required LocalDate Day { get; init; }

    /// <summary>The Norwegian half hour in which it began: 0 is from 00:00, 47 from 23:30.</summary>
    public required int HalfHour { get; init; }

    public required Way Way { get; init; }

    public bool Urgent { get; init; }

    /// <summary>The code of the language that the caller chose.</summary>
    public string Language { get; init; } = "nb";

    /// <summary>Whom the line is for; empty: everybody.</summary>
    public string TargetGroup { get; init; } = "";

    public required Ending Ending { get; init; }

    /// <summary>The rung of the ladder that accepted, from 1; null where none did.</summary>
    public int? Rung { get; init; }

    /// <summary>Another office accepted, by agreement.</summary>
    public bool ByNeighbour { get; init; }

    /// <summary>Whole seconds from the beginning until the officer was in the room; null where none was.</summary>
    public int? SecondsToAccept { get; init; }

    /// <summary>Whole seconds from the beginning until the caller or the agent gave up; null where neither did.</summary>
    public int? SecondsToGiveUp { get; init; }

    /// <summary>Whole seconds that its ringings waited in the provider's queue, all together.</summary>
    public int SecondsInQueue { get; init; }

    /// <summary>Accepted, and still not helped: the officer was lost and nobody else came, or the caller could not be rung.</summary>
    public bool LostAfterwards { get; init; }

    /// <summary>The officer said that the caller had come to the wrong office.</summary>
    public bool Misrouted { get; init; }

    /// <summary>Whether it is held against the office that nobody accepted (<see cref="Transfers.Attributions.CountsAgainstOffice"/>).</summary>
    public bool CountsAgainstOffice { get; init; }
}

/// <summary>How a caller came to the line. Stored by name: add, never change.</summary>
public enum Way
{
    /// <summary>By the office's own number, without an agent.</summary>
    OwnNumber,

    /// <summary>By the national number's menu, without an agent.</summary>
    Menu,

    /// <summary>By an agent, or sent on by another office.</summary>
    Transferred,

    /// <summary>No caller came: we climb the ladder for a call-back. Counted apart, never among what was offered.</summary>
    Callback,
}

/// <summary>How a transfer ended, for counting. Each has exactly one. Stored by name: add, never change.</summary>
public enum Ending
{
    /// <summary>An officer pressed 1 and was in the room.</summary>
    Accepted,

    /// <summary>The ladder was spent, and it is the office's.</summary>
    Exhausted,

    /// <summary>The caller gave up after <see cref="Counting.Short"/> or later.</summary>
    Abandoned,

    /// <summary>The agent gave up after <see cref="Counting.Short"/> or later.</summary>
    Cancelled,

    /// <summary>The caller gave up sooner: no chance for anybody to accept. Not offered.</summary>
    ShortAbandoned,

    /// <summary>The agent gave up sooner. Not offered.</summary>
    ShortCancelled,

    /// <summary>Nobody accepted, for the provider's failure or ours. Not offered.</summary>
    Ours,
}
