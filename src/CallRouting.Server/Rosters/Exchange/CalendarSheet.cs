using System.Text;
using CallRouting.Core.Offices;
using CallRouting.Server.Calendars;
using NodaTime;
using NodaTime.Text;

namespace CallRouting.Server.Rosters.Exchange;

/// <summary>Writes a roster as <see cref="CalendarRoster"/> reads it. To be kept, not followed: for that there is a feed.</summary>
public static class CalendarSheet
{
    private static readonly LocalDateTimePattern Begin = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");

    /// <param name="now">When it was written.</param>
    public static byte[] Write(RosterSheet sheet, Instant now) =>
        Encoding.UTF8.GetBytes(CalendarWriter.Write(sheet.Name, sheet.Rows.Select(row => Event(row, now))));

    private static CalendarEvent Event(SheetRow row, Instant now) =>
        new(
            $"{row.Line.Id}/{row.Span.Role}/{Begin.Format(row.Span.From)}/{row.Span.OfficerId}@callrouting",
            OsloTime.InstantAt(row.Span.From),
            OsloTime.InstantAt(row.Span.To),
            row.Officer,
            Sequence: 0,
            now
        )
        {
            Category = RoleWords.Write(row.Span.Role),
            Officer = row.Span.OfficerId,
        };
}
