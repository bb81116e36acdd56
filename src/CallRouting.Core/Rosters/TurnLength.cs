namespace CallRouting.Core.Rosters;

public enum TurnUnit
{
    /// <summary>Hours on the wall: the turn in which the clock moves is an hour shorter or longer, and the next begins on time.</summary>
    Hour,

    /// <summary>Calendar days.</summary>
    Day,

    /// <summary>
    /// Days of the week on which the rotation is on duty; those between do not use up a turn. A holiday does: the plan is the same
    /// before and after somebody moves one.
    /// </summary>
    DutyDay,

    Week,
}

/// <summary>How long each keeps the duty before the next takes over.</summary>
/// <param name="Count">1 to 366.</param>
public readonly record struct TurnLength(int Count, TurnUnit Unit)
{
    public const int Most = 366;

    public static TurnLength Hours(int count) => new(count, TurnUnit.Hour);

    public static TurnLength Days(int count) => new(count, TurnUnit.Day);

    public static TurnLength DutyDays(int count) => new(count, TurnUnit.DutyDay);

    public static TurnLength Weeks(int count) => new(count, TurnUnit.Week);
}
