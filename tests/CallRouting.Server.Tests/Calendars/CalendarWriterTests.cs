using System.Text;
using CallRouting.Core.Offices;
using CallRouting.Server.Calendars;
using NodaTime;

namespace CallRouting.Server.Tests.Calendars;

/// <summary>What we write, read by a parser that knows nothing of us.</summary>
public sealed class CalendarWriterTests
{
    private static readonly Instant Changed = Instant.FromUtc(2026, 11, 1, 12, 0);

    [Test]
    public async Task Wall_times_mean_the_same_moments_on_both_nights_that_the_clock_moves()
    {
        // The nights before 25 October 2026 and 28 March 2027, hour by hour.
        var hours = new[] { Instant.FromUtc(2026, 10, 24, 20, 0), Instant.FromUtc(2027, 3, 27, 20, 0) }
            .SelectMany(night => Enumerable.Range(0, 20).Select(half => night + Duration.FromMinutes(30 * half)))
            .ToList();
        var read = await IcalJs.Read(Written([.. hours.Select(hour => Event(hour, hour + Duration.FromHours(8)))]));

        Assert.That(read.Events.Select(each => Instant.FromDateTimeOffset(each.From.Utc)), Is.EqualTo(hours));
        Assert.That(
            read.Events.Select(each => Instant.FromDateTimeOffset(each.To.Utc)),
            Is.EqualTo(hours.Select(hour => hour + Duration.FromHours(8)))
        );
        Assert.That(
            read.Events.Where(each => each.From.Zone != "Europe/Oslo").Select(each => each.From.Wall),
            Is.EqualTo(new[] { "2026-10-25T00:00:00Z", "2026-10-25T00:30:00Z", "2026-10-25T01:00:00Z", "2026-10-25T01:30:00Z" }),
            "what is between two and three twice has no wall time that every program understands alike"
        );
    }

    [Test]
    public async Task The_zone_that_it_carries_is_Norways_in_every_year()
    {
        var noons = Enumerable
            .Range(1997, 50)
            .SelectMany(year =>
                new[] { new LocalDate(year, 3, 31), new LocalDate(year, 3, 25), new LocalDate(year, 10, 31), new(year, 10, 25) }
            )
            .Select(date => OsloTime.InstantAt(date, LocalTime.Noon))
            .ToList();
        var read = await IcalJs.Read(Written([.. noons.Select(noon => Event(noon, noon + Duration.FromHours(1)))]));

        Assert.That(read.Events.Select(each => Instant.FromDateTimeOffset(each.From.Utc)), Is.EqualTo(noons));
    }

    [TestCase("Åse; Øystein, Ærlig\\Kari")]
    [TestCase("En linje\nog en til")]
    [TestCase("Vakttelefon for barn og unge i Nav Ávjovárri, Kárášjohka og Guovdageaidnu 👩‍👩‍👧‍👦, som er et langt navn på en linje")]
    public async Task A_text_is_read_back_as_it_was_whatever_is_in_it_and_no_line_is_longer_than_75_octets(string text)
    {
        var written = Written([Event(Changed, Changed + Duration.FromHours(1)) with { Summary = text }]);

        Assert.That((await IcalJs.Read(written)).Events.Single().Summary, Is.EqualTo(text));
        var lines = written.Split("\r\n");
        Assert.That(lines.Select(line => Encoding.UTF8.GetByteCount(line)), Is.All.LessThanOrEqualTo(75));
        Assert.That(lines, Has.None.Contains("\n").And.None.Contains("\r"));
        Assert.That(lines[^1], Is.Empty, "the last line ends too");
        Assert.That(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(written)), Is.EqualTo(written), "no character was cut in two");
    }

    [Test]
    public void A_control_character_is_left_out_and_cannot_end_a_line() =>
        Assert.That(
            Written([Event(Changed, Changed + Duration.FromHours(1)) with { Summary = "Kari\u0000\u001b\rSTATUS:X" }]),
            Does.Contain("SUMMARY:Kari\\nSTATUS:X\r\n")
        );

    [Test]
    public async Task What_was_taken_away_says_so()
    {
        var read = await IcalJs.Read(Written([Event(Changed, Changed + Duration.FromHours(1)) with { IsCancelled = true, Sequence = 7 }]));

        Assert.That(
            read.Events.Select(each => (each.Status, each.Sequence, each.Changed)),
            Is.EqualTo(new[] { ("CANCELLED", 7, "2026-11-01T12:00:00Z") })
        );
        Assert.That(read.Name, Is.EqualTo("Vaktliste"));
    }

    private static string Written(IReadOnlyList<CalendarEvent> events) => CalendarWriter.Write("Vaktliste", events);

    private static CalendarEvent Event(Instant from, Instant to) => new($"{from}", from, to, "Kari", 0, Changed);
}
