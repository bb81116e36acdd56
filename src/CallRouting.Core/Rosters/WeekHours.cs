using CallRouting.Core.Offices;
using NodaTime;

namespace CallRouting.Core.Rosters;

/// <summary>
/// The same hours on some weekdays, in wall time of Europe/Oslo, from and including <paramref name="From"/> to <paramref name="To"/>.
/// When To is not later than From they end on the next day; equal times are a whole day, which is 23 or 25 hours when the clock moves.
/// </summary>
/// <param name="Days">The weekdays on which they begin.</param>
public readonly record struct WeekHours(Weekdays Days, LocalTime From, LocalTime To)
{
    /// <summary>Every day from midnight to midnight.</summary>
    public static WeekHours Always { get; } = new(Weekdays.All, LocalTime.Midnight, LocalTime.Midnight);

    public LocalDate EndDate(LocalDate begins) => To > From ? begins : begins.PlusDays(1);

    public Instant Start(LocalDate begins) => OsloTime.InstantAt(begins, From);

    public Instant End(LocalDate begins) => OsloTime.InstantAt(EndDate(begins), To);
}
