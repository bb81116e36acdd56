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

    public static ZonedDateTime InOslo(this Instant instant) => instant.InZone(Zone);

    public static LocalDate OsloDate(this Instant instant) => instant.InOslo().Date;

    public static ZonedDateTime At(LocalDate date, LocalTime time) => Zone.ResolveLocal(date + time, FirstOrJump);

    public static Instant InstantAt(LocalDate date, LocalTime time) => InstantAt(date + time);

    public static Instant InstantAt(LocalDateTime wall) => Zone.ResolveLocal(wall, FirstOrJump).ToInstant();

    /// <summary>Midnight, which every day in Norway has.</summary>
    public static Instant StartOf(LocalDate date) => InstantAt(date.AtMidnight());
}
