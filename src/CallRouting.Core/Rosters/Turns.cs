using System.Numerics;
using NodaTime;

namespace CallRouting.Core.Rosters;

/// <summary>
/// The turns of a rotation on the wall clock, which has 24 hours every day. Only their ends become instants, so that a turn is an
/// hour shorter or longer when the clock moves, and the next begins when people expect it.
/// </summary>
internal readonly struct Turns
{
    private readonly Rotation rotation;
    private readonly LocalDateTime start;
    private readonly LocalDate first;

    public Turns(Rotation rotation)
    {
        this.rotation = rotation;
        start = rotation.ValidFrom + rotation.HandOver;
        first = FirstDate(rotation);
    }

    /// <summary>The turn that runs at a wall time, from 0; −1 before the first.</summary>
    public int At(LocalDateTime wall)
    {
        if (wall < start)
            return -1;
        if (rotation.Length.Unit == TurnUnit.Hour)
            return (int)(Period.Between(start, wall, PeriodUnits.Hours).Hours / rotation.Length.Count);

        var date = wall.TimeOfDay < rotation.HandOver ? wall.Date.PlusDays(-1) : wall.Date;
        return rotation.Length.Unit switch
        {
            // Before the first duty day there is none, but the rotation has begun: it is the first turn's.
            TurnUnit.DutyDay => Math.Max(0, (Ordinal(date) - Ordinal(first)) / rotation.Length.Count),
            _ => Period.DaysBetween(first, date) / DaysInTurn,
        };
    }

    /// <summary>When the next takes over.</summary>
    public LocalDateTime End(int turn) => turn < 0 ? start : Begin(turn + 1);

    /// <summary>How many days after the turn began; a duty that began the evening before counts as its first.</summary>
    public int Day(int turn, LocalDate date) => Math.Max(0, Period.DaysBetween(Begin(turn).Date, date));

    public LocalDateTime Begin(int turn) =>
        rotation.Length.Unit switch
        {
            TurnUnit.Hour => start.PlusHours((long)turn * rotation.Length.Count),
            TurnUnit.DutyDay => DutyDay(Ordinal(first) + turn * rotation.Length.Count) + rotation.HandOver,
            _ => first.PlusDays(turn * DaysInTurn) + rotation.HandOver,
        };

    private int DaysInTurn => rotation.Length.Count * (rotation.Length.Unit == TurnUnit.Week ? 7 : 1);

    private static LocalDate FirstDate(Rotation rotation)
    {
        if (rotation.Length.Unit == TurnUnit.Week && rotation.HandOverDay is { } day)
            return rotation.ValidFrom.PlusDays(-(((int)rotation.ValidFrom.DayOfWeek - (int)day + 7) % 7));

        var date = rotation.ValidFrom;
        if (rotation.Length.Unit == TurnUnit.DutyDay)
            while (!rotation.Hours.Days.Include(date.DayOfWeek))
                date = date.PlusDays(1);

        return date;
    }

    /// <summary>The weeks' Monday from which duty days are counted.</summary>
    private LocalDate Monday => first.PlusDays(1 - (int)first.DayOfWeek);

    private int DutyDaysInWeek => BitOperations.PopCount((uint)rotation.Hours.Days);

    /// <summary>Counts the duty days from the first week's Monday: which of them is the last on or before a date, from 0.</summary>
    private int Ordinal(LocalDate date)
    {
        var (week, day) = Math.DivRem(Period.DaysBetween(Monday, date), 7);
        return week * DutyDaysInWeek + BitOperations.PopCount((uint)rotation.Hours.Days & ((2u << day) - 1)) - 1;
    }

    private LocalDate DutyDay(int ordinal)
    {
        var (week, nth) = Math.DivRem(ordinal, DutyDaysInWeek);
        var day = 0;
        for (var bits = (uint)rotation.Hours.Days; ; bits >>= 1, day++)
            if ((bits & 1) == 1 && nth-- == 0)
                return Monday.PlusDays(7 * week + day);
    }
}
