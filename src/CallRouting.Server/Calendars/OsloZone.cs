using CallRouting.Core.Offices;
using NodaTime;
using NodaTime.Text;

namespace CallRouting.Server.Calendars;

/// <summary>Europe/Oslo as a calendar carries it with it, and moments in its wall time.</summary>
internal static class OsloZone
{
    public const string Id = "Europe/Oslo";

    private static readonly LocalDateTimePattern Wall = LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss");
    private static readonly InstantPattern Utc = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'");

    /// <summary>The rules since 1996: the last Sunday of March and of October, both at 01:00 UTC.</summary>
    public static IReadOnlyList<ContentLine> Definition { get; } =
    [
        ContentLine.Of("BEGIN", "VTIMEZONE"),
        ContentLine.Of("TZID", Id),
        .. Half("DAYLIGHT", "19960331T020000", month: 3, from: "+0100", to: "+0200", "CEST"),
        .. Half("STANDARD", "19961027T030000", month: 10, from: "+0200", to: "+0100", "CET"),
        ContentLine.Of("END", "VTIMEZONE"),
    ];

    /// <summary>
    /// In wall time. In the hour that comes twice a wall time means the first (§3.3.5), which not every program knows: there it is UTC.
    /// </summary>
    public static ContentLine Moment(string name, Instant moment)
    {
        var wall = moment.InOslo().LocalDateTime;
        return OsloTime.Zone.MapLocal(wall).Count == 1 ? ContentLine.Of(name, Wall.Format(wall)).With("TZID", Id) : UtcMoment(name, moment);
    }

    public static ContentLine UtcMoment(string name, Instant moment) => ContentLine.Of(name, Utc.Format(moment));

    private static ContentLine[] Half(string half, string start, int month, string from, string to, string name) =>
        [
            ContentLine.Of("BEGIN", half),
            ContentLine.Of("DTSTART", start),
            ContentLine.Of("RRULE", $"FREQ=YEARLY;BYMONTH={month};BYDAY=-1SU"),
            ContentLine.Of("TZOFFSETFROM", from),
            ContentLine.Of("TZOFFSETTO", to),
            ContentLine.Of("TZNAME", name),
            ContentLine.Of("END", half),
        ];
}
