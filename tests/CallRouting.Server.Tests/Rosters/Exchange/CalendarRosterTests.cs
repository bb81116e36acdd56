using System.Text;
using CallRouting.Core.Calls;
using CallRouting.Core.Rosters;
using CallRouting.Server.Rosters.Exchange;

namespace CallRouting.Server.Tests.Rosters.Exchange;

/// <summary>A calendar that an office keeps in Outlook or Google, read as a roster.</summary>
public sealed class CalendarRosterTests
{
    private static readonly ExchangePeople Two = new([Person("0104-1", "Kari"), Person("0104-2", "Per, bakvakt")]);

    [TestCase("DTSTART;TZID=Europe/Oslo:20270104T090000\nDTEND;TZID=Europe/Oslo:20270104T150000\nSUMMARY:Kari")]
    [TestCase("DTSTART;TZID=\"W. Europe Standard Time\":20270104T090000\nDTEND;TZID=W. Europe Standard Time:20270104T150000\nSUMMARY:Kari")]
    [TestCase("DTSTART:20270104T080000Z\nDTEND:20270104T140000Z\nSUMMARY:kari")]
    [TestCase("DTSTART:20270104T090000\nDURATION:PT6H\nSUMMARY:0104-1")]
    [TestCase("DTSTART;TZID=Europe/London:20270104T080000\nDTEND;TZID=Europe/London:20270104T140000\nSUMMARY:Kari")]
    [TestCase("dtstart:20270104T090000\ndtend:20270104T150000\nSUMMARY:Ka\n ri")]
    [TestCase("DTSTART:20270104T090000\nDTEND:20270104T150000\nSUMMARY:Kari\nBEGIN:VALARM\nSUMMARY:Per\nTRIGGER:-PT15M\nEND:VALARM")]
    public void However_a_calendar_says_it_it_is_the_same(string lines) =>
        Assert.That(
            Read(lines).Duties.Select(duty => duty.Span),
            Is.EqualTo(new[] { new DutySpan(DutyRole.Primary, "0104-1", new(2027, 1, 4, 9, 0), new(2027, 1, 4, 15, 0)) })
        );

    [TestCase("SUMMARY:Kari (bakvakt)", DutyRole.Backup, "0104-1")]
    [TestCase("SUMMARY:Kari\nCATEGORIES:Bakvakt", DutyRole.Backup, "0104-1")]
    [TestCase("SUMMARY:Per\\, bakvakt", DutyRole.Primary, "0104-2")]
    [TestCase("SUMMARY:Somebody\nX-CALLROUTING-OFFICER:0104-2\nCATEGORIES:tredje", DutyRole.Third, "0104-2")]
    public void The_layer_is_the_category_or_stands_in_brackets(string lines, DutyRole role, string officer)
    {
        var span = Read($"DTSTART:20270104T090000\nDTEND:20270104T150000\n{lines}").Duties.Single().Span;
        Assert.That((span.Role, span.OfficerId), Is.EqualTo((role, officer)));
    }

    [Test]
    public void An_event_of_whole_days_is_from_midnight_to_midnight()
    {
        var span = Read("DTSTART;VALUE=DATE:20270104\nDTEND;VALUE=DATE:20270107\nSUMMARY:Kari").Duties.Single().Span;
        Assert.That(
            (span.From, span.To),
            Is.EqualTo((new NodaTime.LocalDateTime(2027, 1, 4, 0, 0), new NodaTime.LocalDateTime(2027, 1, 7, 0, 0)))
        );
    }

    [Test]
    public void What_was_cancelled_is_passed_over()
    {
        var import = Read("DTSTART:20270104T090000\nDTEND:20270104T150000\nSUMMARY:Kari\nSTATUS:CANCELLED");
        Assert.That((import.Duties.Count, import.Refused.Count, import.Skipped), Is.EqualTo((0, 0, 1)));
    }

    [TestCase("DTEND:20270104T150000\nSUMMARY:Kari", "DTSTART", "It is no moment")]
    [TestCase("DTSTART:2027-01-04\nDTEND:20270104T150000\nSUMMARY:Kari", "DTSTART", "Allowed: 20270104T090000")]
    [TestCase("DTSTART;TZID=Nav/Moss:20270104T090000\nDTEND:20270104T150000\nSUMMARY:Kari", "DTSTART", "in a zone with a name")]
    [TestCase("DTSTART:20270104T090000\nDTEND:20270104T080000\nSUMMARY:Kari", "DTEND", "It ends before it begins")]
    [TestCase("DTSTART:20270104T090000\nDURATION:six hours\nSUMMARY:Kari", "DURATION", "Allowed: PT6H")]
    [TestCase("DTSTART:20270104T090000\nDTEND:20270104T150000\nSUMMARY:Kari (reserve)", "SUMMARY", "Allowed: primær, bakvakt")]
    [TestCase(
        "DTSTART:20270104T090000\nDTEND:20270104T150000\nSUMMARY:Lunsj",
        "SUMMARY",
        "nobody of this name or id. Allowed: Kari (0104-1)"
    )]
    [TestCase("DTSTART:20270104T090000\nDTEND:20270104T150000\nRRULE:FREQ=WEEKLY\nSUMMARY:Kari", "RRULE", "draw a rotation")]
    public void An_event_that_cannot_be_is_told_with_its_line_property_and_what_is_allowed(string lines, string field, string told)
    {
        var refused = Read(lines).Refused.Single();
        Assert.That((refused.Row, refused.Field), Is.EqualTo((2, field)));
        Assert.That(refused.Wrong, Does.Contain(told));
    }

    [TestCase("Dear Kari, here is the roster", "line 1")]
    [TestCase("BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR", "line 3: VCALENDAR ends here and was not begun")]
    [TestCase("BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VEVENT", "line 1: VCALENDAR is begun here and never ends")]
    public void What_is_no_calendar_is_refused_whole(string text, string told)
    {
        var refused = CalendarRoster.Read(Encoding.UTF8.GetBytes(text), Two).Refused.Single();
        Assert.That(refused.Wrong, Does.StartWith("This is no calendar in UTF-8.").And.Contain(told));
    }

    private static RosterImport Read(string lines) =>
        CalendarRoster.Read(
            Encoding.UTF8.GetBytes(
                $"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n{lines.ReplaceLineEndings("\r\n")}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
            ),
            Two
        );

    private static Officer Person(string id, string name) => new(id, name, [new PhoneNumber("+4712010401")]);
}
