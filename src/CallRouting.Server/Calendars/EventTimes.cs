using CallRouting.Core.Offices;
using NodaTime;
using NodaTime.Text;
using NodaTime.TimeZones;

namespace CallRouting.Server.Calendars;

/// <summary>When an event is, in Norwegian wall time, however its calendar says it.</summary>
internal static class EventTimes
{
    private static readonly LocalDatePattern Date = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");
    private static readonly LocalDateTimePattern Wall = LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss");
    private static readonly InstantPattern Utc = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'");

    /// <summary>A date, a wall time with a zone or without one, or UTC. Null for what is none of these, or in a zone that nobody knows.</summary>
    public static LocalDateTime? Read(ContentLine property)
    {
        if (Date.Parse(property.Value).TryGetValue(default, out var date))
        {
            return date.AtMidnight();
        }
        if (Utc.Parse(property.Value).TryGetValue(default, out var moment))
        {
            return moment.InOslo().LocalDateTime;
        }
        if (!Wall.Parse(property.Value).TryGetValue(default, out var wall))
        {
            return null;
        }
        // Without a zone it is the wall time of whoever reads it (§3.3.5).
        return property.Parameters.TryGetValue("TZID", out var id) && id != OsloZone.Id
            ? Zone(id)?.ResolveLocal(wall, Resolvers.LenientResolver).ToInstant().InOslo().LocalDateTime
            : wall;
    }

    /// <summary>P1D, PT8H, P1DT30M; null for what is no length.</summary>
    public static Period? Length(ContentLine property) =>
        PeriodPattern.Roundtrip.Parse(property.Value).TryGetValue(Period.Zero, out var length) ? length : null;

    // By the IANA name, or as Outlook calls it: «W. Europe Standard Time».
    private static DateTimeZone? Zone(string id) =>
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(id)
        ?? (
            TzdbDateTimeZoneSource.Default.WindowsMapping.PrimaryMapping.TryGetValue(id, out var name)
                ? DateTimeZoneProviders.Tzdb.GetZoneOrNull(name)
                : null
        );
}
