using System.Text;

namespace CallRouting.Server.Calendars;

/// <summary>
/// Writes a calendar (RFC 5545). The library that would do it is not to be had on every registry; this is what duties need of it, and
/// stands alone, so that the library can take its place.
/// </summary>
public static class CalendarWriter
{
    public const string OfficerProperty = "X-CALLROUTING-OFFICER";

    /// <param name="name">As a calendar program shows it.</param>
    public static string Write(string name, IEnumerable<CalendarEvent> events)
    {
        var text = new StringBuilder();
        foreach (
            var line in Head(name).Concat(OsloZone.Definition).Concat(events.SelectMany(Event)).Append(ContentLine.Of("END", "VCALENDAR"))
        )
        {
            line.WriteTo(text);
        }
        return text.ToString();
    }

    // Without METHOD: a calendar to follow, not a message, so DTSTAMP is when the event was last changed (§3.8.7.2).
    private static ContentLine[] Head(string name) =>
        [
            ContentLine.Of("BEGIN", "VCALENDAR"),
            ContentLine.Of("VERSION", "2.0"),
            ContentLine.Of("PRODID", "-//CallRouting//Vaktliste//NB"),
            ContentLine.Of("CALSCALE", "GREGORIAN"),
            ContentLine.OfText("NAME", name),
            ContentLine.OfText("X-WR-CALNAME", name),
            ContentLine.Of("REFRESH-INTERVAL", "PT1H").With("VALUE", "DURATION"),
            ContentLine.Of("X-PUBLISHED-TTL", "PT1H"),
        ];

    private static IEnumerable<ContentLine> Event(CalendarEvent what)
    {
        yield return ContentLine.Of("BEGIN", "VEVENT");
        yield return ContentLine.OfText("UID", what.Uid);
        yield return OsloZone.UtcMoment("DTSTAMP", what.Changed);
        yield return OsloZone.UtcMoment("LAST-MODIFIED", what.Changed);
        yield return ContentLine.Of("SEQUENCE", $"{what.Sequence}");
        yield return ContentLine.Of("STATUS", what.IsCancelled ? "CANCELLED" : "CONFIRMED");
        yield return OsloZone.Moment("DTSTART", what.From);
        yield return OsloZone.Moment("DTEND", what.To);
        yield return ContentLine.OfText("SUMMARY", what.Summary);
        if (what.Category is { } category)
        {
            yield return ContentLine.OfText("CATEGORIES", category);
        }
        if (what.Officer is { } officer)
        {
            yield return ContentLine.OfText(OfficerProperty, officer);
        }
        yield return ContentLine.Of("END", "VEVENT");
    }
}
