using System.Text;
using CallRouting.Core.Rosters;
using CallRouting.Server.Calendars;
using NodaTime;

namespace CallRouting.Server.Rosters.Exchange;

/// <summary>A roster as a calendar: an event for each duty, called by the officer's name, with the layer as its category.</summary>
public static class CalendarRoster
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static RosterImport Read(byte[] bytes, ExchangePeople people)
    {
        try
        {
            return Read(CalendarReader.Read(Utf8.GetString(bytes)), people);
        }
        catch (Exception broken) when (broken is FormatException or DecoderFallbackException)
        {
            return new([], [new(0, "file", "", $"This is no calendar in UTF-8. {broken.Message}")], 0);
        }
    }

    private static RosterImport Read(IReadOnlyList<EventText> events, ExchangePeople people)
    {
        var (duties, refused) = (new List<ImportedDuty>(), new List<RefusedRow>());
        var standing = events.Where(each => each["STATUS"]?.Value.ToUpperInvariant() is not "CANCELLED").ToList();
        foreach (var each in standing)
        {
            try
            {
                duties.Add(new(each.Line, null, Span(each, people)));
            }
            catch (RefusedRowException wrong)
            {
                refused.Add(wrong.At(each.Line));
            }
        }
        return new(duties, refused, events.Count - standing.Count);
    }

    private static DutySpan Span(EventText each, ExchangePeople people)
    {
        if ((each["RRULE"] ?? each["RDATE"]) is { } repeated)
        {
            throw new RefusedRowException(
                repeated.Name,
                repeated.Value,
                "Events that repeat are not read. Give each duty an event of its own, or draw a rotation."
            );
        }
        var from = Minute("DTSTART", each["DTSTART"]);
        var to = each["DURATION"] is { } length ? from + Length(length) : Minute("DTEND", each["DTEND"]);
        if (to <= from || Period.DaysBetween(from.Date, to.Date) > PublishRules.MostDays)
        {
            throw new RefusedRowException(
                "DTEND",
                $"{to:uuuu-MM-dd HH:mm}",
                $"It ends before it begins, or lasts longer than {PublishRules.MostDays} days."
            );
        }
        var (name, role) = Called(each["SUMMARY"]?.Text.Trim() ?? "");
        var officer = each[CalendarWriter.OfficerProperty] is { } id ? people.Find(id.Name, id.Text) : people.Find("SUMMARY", name);
        return new(each["CATEGORIES"] is { } category ? SheetFields.Role("CATEGORIES", category.Text.Trim()) : role, officer, from, to);
    }

    /// <summary>«Kari», or «Kari (bakvakt)».</summary>
    private static (string Name, DutyRole Role) Called(string summary) =>
        summary.EndsWith(')') && summary.LastIndexOf('(') is > 0 and var open
            ? (summary[..open].Trim(), SheetFields.Role("SUMMARY", summary[(open + 1)..^1].Trim()))
            : (summary, DutyRole.Primary);

    private static LocalDateTime Minute(string name, ContentLine? property)
    {
        var moment = property is null ? null : EventTimes.Read(property);
        return moment is { } wall
            ? wall.Date + new LocalTime(wall.Hour, wall.Minute)
            : throw new RefusedRowException(
                name,
                property?.Value ?? "",
                "It is no moment. Allowed: 20270104T090000, in a zone with a name, or in UTC with a Z."
            );
    }

    private static Period Length(ContentLine property) =>
        EventTimes.Length(property) ?? throw new RefusedRowException(property.Name, property.Value, "It is no length. Allowed: PT6H, P1D.");
}
