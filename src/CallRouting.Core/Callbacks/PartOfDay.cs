using CallRouting.Core.Offices;
using NodaTime;

namespace CallRouting.Core.Callbacks;

/// <summary>A third of an open day: who did not answer in the morning may in the afternoon.</summary>
public static class PartOfDay
{
    private const int Parts = 3;

    public static IReadOnlyList<PreferredTime> All { get; } = [PreferredTime.Morning, PreferredTime.Midday, PreferredTime.Afternoon];

    /// <summary>Which part of its day a moment falls in. What is before the opening is morning, what is after the closing afternoon.</summary>
    public static PreferredTime Of(Instant at, OpeningHours hours) =>
        hours.On(at.OsloDate()) is { } open
            ? All.Last(part => part == PreferredTime.Morning || at >= Begins(at.OsloDate(), open, part))
            : PreferredTime.Morning;

    /// <summary>When a part of an open day begins and ends.</summary>
    public static Interval On(LocalDate date, OpenPeriod open, PreferredTime part) =>
        new(Begins(date, open, part), part == PreferredTime.Afternoon ? OsloTime.InstantAt(date, open.To) : Begins(date, open, part + 1));

    private static Instant Begins(LocalDate date, OpenPeriod open, PreferredTime part)
    {
        var (from, to) = (OsloTime.InstantAt(date, open.From), OsloTime.InstantAt(date, open.To));
        return from + (to - from) * ((int)part - (int)PreferredTime.Morning) / Parts;
    }
}
