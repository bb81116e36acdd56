using NodaTime;
using NodaTime.TimeZones;

namespace CallRouting.Core.Offices;

/// <summary>
/// Norwegian wall time, and the one place that decides what a wall time means on the two nights that the clock moves.
/// Hours, shifts and exceptions are written as wall times in Europe/Oslo; everything that happened is an instant.
/// </summary>
public static class OsloTime
{
    public static DateTimeZone Zone { get; } = DateTimeZoneProviders.Tzdb["Europe/Oslo"];

    /// <summary>
    /// A wall time that happens twice means the first; one that is skipped means the moment the clock jumped.
    /// So a later wall time is never an earlier instant, and two shifts that meet at a wall time meet on every night.
    /// </summary>
    private static readonly ZoneLocalMappingResolver FirstOrJump = Resolvers.CreateMappingResolver(
        Resolvers.ReturnEarlier,
        Resolvers.ReturnStartOfIntervalAfter
    );

    /// <summary>More than Norway has ever been ahead of UTC, and than the clock has ever moved.</summary>
    private static readonly Duration Margin = Duration.FromHours(4);

    public static ZonedDateTime InOslo(this Instant instant) => instant.InZone(Zone);

    public static LocalDate OsloDate(this Instant instant) => instant.InOslo().Date;

    public static ZonedDateTime At(LocalDate date, LocalTime time) => Zone.ResolveLocal(date + time, FirstOrJump);

    public static Instant InstantAt(LocalDate date, LocalTime time) => InstantAt(date + time);

    /// <summary>As <see cref="At"/>, without its cost: a year of shifts asks some thousand times, almost never near a clock change.</summary>
    public static Instant InstantAt(LocalDateTime wall)
    {
        var utc = wall.InUtc().ToInstant();
        var around = Zone.GetZoneInterval(utc);
        return around.Contains(utc - Margin) && around.Contains(utc + Margin)
            ? utc.Minus(Duration.FromSeconds(around.WallOffset.Seconds))
            : Zone.ResolveLocal(wall, FirstOrJump).ToInstant();
    }

    /// <summary>Midnight, which every day in Norway has.</summary>
    public static Instant StartOf(LocalDate date) => InstantAt(date.AtMidnight());
}
