using CallRouting.Core.Offices;
using NodaTime;

namespace CallRouting.Core.Supervision;

/// <summary>A figure of the wallboard that may raise an alarm. Stored by name: add, never change.</summary>
public enum WallFigure
{
    /// <summary>Callers who wait for an agent.</summary>
    Waiting,

    /// <summary>Minutes that the one has waited who has waited longest.</summary>
    LongestWait,

    /// <summary>Ladders that ring now.</summary>
    RingingLadders,

    /// <summary>Per cent of today's transfers that somebody accepted. The smaller, the worse.</summary>
    AnsweredShare,

    /// <summary>Lines that nobody keeps for a part of today.</summary>
    GapsToday,

    /// <summary>Call-backs past their deadline.</summary>
    OverdueCallbacks,
}

/// <summary>When an alarm is raised, and when it is over. Two values, so that a figure that swings about one does not tell again and again.</summary>
/// <param name="Raise">Reached or passed: raised.</param>
/// <param name="Clear">Reached or passed on the way back: over. On the good side of <paramref name="Raise"/>.</param>
public sealed record Threshold(WallFigure Figure, double Raise, double Clear)
{
    /// <summary>Of a share a small value is bad, of everything else a large one.</summary>
    public bool SmallIsBad => Figure == WallFigure.AnsweredShare;

    /// <summary>The two values are on the right sides of each other.</summary>
    public bool IsSound => SmallIsBad ? Clear > Raise : Clear < Raise;

    internal bool IsBad(double value) => SmallIsBad ? value <= Raise : value >= Raise;

    internal bool IsOver(double value) => SmallIsBad ? value >= Clear : value <= Clear;
}

/// <summary>When nobody is woken: wall times in Norway. What is still so in the morning is told then.</summary>
public readonly record struct AlarmHours(LocalTime From, LocalTime To)
{
    public bool Cover(Instant now)
    {
        var wall = now.InOslo().TimeOfDay;
        return From <= wall && wall < To;
    }
}

public enum AlarmStep
{
    Nothing,
    Raise,
    Clear,
}

/// <summary>Each alarm once until it has recovered. Pure.</summary>
public static class AlarmRules
{
    /// <param name="value">Null: nothing can be said now, and nothing changes.</param>
    public static AlarmStep Next(bool isRaised, Threshold threshold, double? value, AlarmHours hours, Instant now) =>
        (isRaised, value) switch
        {
            (_, null) => AlarmStep.Nothing,
            (false, { } figure) when threshold.IsBad(figure) && hours.Cover(now) => AlarmStep.Raise,
            (true, { } figure) when threshold.IsOver(figure) => AlarmStep.Clear,
            _ => AlarmStep.Nothing,
        };
}
