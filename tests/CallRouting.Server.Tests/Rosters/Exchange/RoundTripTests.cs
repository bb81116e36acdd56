using CallRouting.Core.Calls;
using CallRouting.Core.Rosters;
using CallRouting.Core.Tests.Rosters;
using CallRouting.Server.Rosters.Exchange;
using NodaTime;

namespace CallRouting.Server.Tests.Rosters.Exchange;

/// <summary>What goes out comes back as it was, whoever is on duty when.</summary>
public sealed class RoundTripTests
{
    private static readonly DutyLine Line = new(new("0104-general"), new("0104"), "Vakttelefon, «natt»; =SUM");

    // Names that a file has to take care of; ids are RandomRoster's.
    private static readonly Dictionary<string, string> Names = new()
    {
        ["kari"] = "Kari; Ås",
        ["per"] = "=Per",
        ["liv"] = "Liv, \"Vik\"",
        ["ola"] = "Ola (bakvakt)",
        ["nils"] = "'Nils",
        ["eva"] = "Eva \\n Ærø",
    };

    private static readonly ExchangePeople People = new([
        .. Names.Select(name => new Officer(name.Key, name.Value, [new PhoneNumber("+4712010401")])),
    ]);

    [Test]
    public void Two_hundred_random_rosters_come_back_from_a_spreadsheet() =>
        Seeds.Each(200, static random => AssertComesBack(random, static sheet => CsvRoster.Read(CsvSheet.Write(sheet), People)));

    [Test]
    public void Two_hundred_random_rosters_come_back_from_a_calendar() =>
        Seeds.Each(
            200,
            static random =>
                AssertComesBack(
                    random,
                    static sheet => CalendarRoster.Read(CalendarSheet.Write(sheet, Instant.FromUtc(2026, 1, 1, 12, 0)), People)
                )
        );

    private static void AssertComesBack(RandomRoster random, Func<RosterSheet, RosterImport> through)
    {
        var (roster, interval) = (random.MakePlain(), random.WholeDays());
        var spans = DutySpans.Of(PublishedRosters.Always(roster), interval);
        var import = through(new("roster", [.. spans.Select(span => new SheetRow(Line, span, Names[span.OfficerId]))]));

        Assert.That(import.Refused, Is.Empty);
        Assert.That(import.Duties.Select(duty => duty.Line).Distinct(), Is.SubsetOf(new[] { Line.Id.Value, null }));
        var again = Roster.Of(DutySpans.Rules(Line.Id, import.Duties.Select(duty => duty.Span))) with { Layers = roster.Layers };
        Assert.That(Timetables.WhoIsOnDuty(again, interval), Is.EqualTo(Timetables.WhoIsOnDuty(roster, interval)));
    }
}
