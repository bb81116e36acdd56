using CallRouting.Core.Calls;
using CallRouting.Core.Offices;
using CallRouting.Core.Rosters;
using CallRouting.Server.Rosters;
using NodaTime;

namespace CallRouting.Server.Tests.Rosters;

public sealed class RosterFileTests
{
    [Test]
    public void A_good_file_is_a_book()
    {
        var reading = SmallRoster.Read();

        Assert.That(reading.Faults, Is.Empty);
        Assert.That(reading.Warnings, Is.Empty);
        Assert.That(reading.Book!.Offices.Select(office => office.Unit.Value), Is.EqualTo(new[] { "0104", "1580" }));
        Assert.That(reading.Book.Agents[1], Is.EqualTo(new Agent("agent-2", "Eirik", new PhoneNumber("+4715000002"))));
        Assert.That(reading.Book.EmergencyNumbers, Is.EqualTo(new[] { new EmergencyNumber("3103", new PhoneNumber("+4714310300")) }));
        Assert.That(
            reading.Book.InboundNumbers[1],
            Is.EqualTo(new InboundNumber(new("+4713010400"), "Nav Moss", "national", "office", new UnitNumber("0104")))
        );
    }

    [Test]
    public void A_byte_order_mark_does_no_harm() => Assert.That(SmallRoster.Read('\uFEFF' + SmallRoster.Text).IsGood, Is.True);

    [Test]
    public void A_shift_keeps_every_word_of_it()
    {
        var shift = SmallRoster.Book.Offices[0].Shifts[1];
        var days = Weekdays.Friday | Weekdays.Saturday | Weekdays.Sunday | Weekdays.Monday | Weekdays.Wednesday;

        Assert.That(
            shift,
            Is.EqualTo(
                new Shift(
                    new("0104-general"),
                    "0104-2",
                    DutyRole.Backup,
                    days,
                    new LocalTime(22, 0),
                    new LocalTime(6, 0),
                    new LocalDate(2024, 1, 1),
                    new LocalDate(2026, 12, 31),
                    OnHolidays: true
                )
            )
        );
    }

    [Test]
    public void A_line_has_its_own_ladder_or_the_default()
    {
        var offices = SmallRoster.Book.Offices;
        var policy = offices[1].Lines[0].Policy!;

        Assert.That(offices[0].Lines[0].Policy, Is.Null);
        Assert.That((policy.Rounds, policy.Budget), Is.EqualTo((2, Duration.FromSeconds(150))));
        Assert.That(
            policy.Rungs,
            Is.EqualTo(
                new EscalationRung[]
                {
                    new(RungTarget.All, Duration.FromSeconds(25), Together: true, RingAnyway: true),
                    new(RungTarget.FixedLine, Duration.FromSeconds(15), FixedLine: new PhoneNumber("+4722000000")),
                    new(RungTarget.Neighbour, Duration.FromSeconds(20), NeighbourLine: new DutyLineId("0104-general")),
                }
            )
        );
    }

    // Each changes one thing, and names the one fault that it makes.
    [TestCase("900 00 000", "829 00 000", "roster.json:40: rosters[1].officers[0].phones[0]: Phone 829 00 000 is a premium number (829).")]
    [TestCase(
        "900 00 000",
        "55 55 33 33",
        "roster.json:40: rosters[1].officers[0].phones[0]: Phone 55 55 33 33 is one of this service's own"
    )]
    [TestCase("+4712010402", "+4713010400", "Phone +4713010400 is one of this service's own numbers: the call would come back to us.")]
    [TestCase("[\"900 00 000\"]", "[]", "At least one phone is needed.")]
    [TestCase("[\"900 00 000\"]", "\"900 00 000\"", "rosters[1].officers[0].phones: Expected a list.")]
    [TestCase("\"unit\": \"0104\"", "\"unit\": \"104\"", "rosters[0].unit: \"104\" is not a number of four digits, such as \"0104\".")]
    [TestCase(
        "\"unit\": \"1580\"",
        "\"unit\": \"0104\"",
        "roster.json:34: rosters[1]: The office 0104 stands on line 16 already. Each may stand once.",
        "0104-general is a line of office 0104 itself."
    )]
    [TestCase(
        "\"lead\": \"0104-3\"",
        "\"lead\": \"0104-9\"",
        "rosters[0].lead: There is no \"0104-9\" in this office. Allowed: 0104-1, 0104-2, 0104-3."
    )]
    [TestCase("\"officer\": \"0104-1\"", "\"officer\": \"1580-1\"", "rosters[0].shifts[0].officer: There is no \"1580-1\" in this office.")]
    [TestCase(
        "{ \"line\": \"0104-general\", \"officer\": \"0104-2\"",
        "{ \"line\": \"1580-general\", \"officer\": \"0104-2\"",
        "There is no \"1580-general\" in this office. Allowed: 0104-youth, 0104-general."
    )]
    [TestCase("{ \"id\": \"1580-1\"", "{ \"id\": \"0104-1\"", "The officer 0104-1 stands on line 25 already.")]
    [TestCase("{ \"id\": \"1580-general\"", "{ \"id\": \"0104-youth\"", "The line 0104-youth stands on line 21 already.")]
    [TestCase("\"agent-2\"", "\"agent-1\"", "The agent agent-1 stands on line 11 already.")]
    [TestCase("\"id\": \"agent-2\"", "\"id\": \"agent-2-with-a-name-that-no-column-holds\"", "At most 36 characters are allowed.")]
    [TestCase(
        "\"Duty phone\", \"general\": true }",
        "\"Duty phone\" }",
        "rosters[0]: Office 0104 has 0 general lines. Exactly one line has \"general\": true."
    )]
    [TestCase("\"targetGroup\": \"18–24\"", "\"general\": true", "Office 0104 has 2 general lines.")]
    [TestCase(
        "\"general\": true }",
        "\"general\": \"yes\" }",
        "rosters[0].lines[1].general: Expected true or false.",
        "Office 0104 has 0 general lines."
    )]
    [TestCase("\"primary\"", "\"first\"", "rosters[0].shifts[0].role: \"first\" is unknown. Allowed: primary, backup.")]
    [TestCase(
        "\"mon-fri\"",
        "\"weekdays\"",
        "\"weekdays\" names no weekdays. Allowed: mon, tue, wed, thu, fri, sat, sun, with commas, or ranges such as mon-fri."
    )]
    [TestCase("\"mon-fri\"", "\"mon-wed-fri\"", "names no weekdays")]
    [TestCase("\"09:00\"", "\"9\"", "rosters[0].shifts[0].from: \"9\" is not a time such as 09:00.")]
    [TestCase("\"15:00\"", "\"24:00\"", "\"24:00\" is not a time such as 09:00.")]
    [TestCase("\"2026-12-31\"", "\"31.12.2026\"", "\"31.12.2026\" is not a date such as 2026-11-18.")]
    [TestCase("\"2026-12-31\"", "\"2023-12-31\"", "\"validTo\" is before \"validFrom\".")]
    [TestCase(
        "\"ring\": \"all\"",
        "\"ring\": \"anyone\"",
        "\"anyone\" is unknown. Allowed: primary, backup, third, fourth, fifth, all, lead, fixed line, neighbour."
    )]
    [TestCase("\"seconds\": 25", "\"seconds\": 90", "rosters[1].lines[0].policy.rungs[0].seconds: Expected a whole number from 5 to 60.")]
    [TestCase(
        "\"seconds\": 15, \"number\": \"22 00 00 00\"",
        "\"seconds\": 15",
        "rosters[1].lines[0].policy.rungs[1]: \"number\" is missing."
    )]
    [TestCase(
        "\"line\": \"0104-general\" }]",
        "\"line\": \"0999-general\" }]",
        "There is no line 0999-general. A neighbour is the id of another office's line."
    )]
    [TestCase("\"line\": \"0104-general\" }]", "\"line\": \"1580-general\" }]", "1580-general is a line of office 1580 itself.")]
    [TestCase("\"entry\": \"start\"", "\"entry\": \"middle\"", "inboundNumbers[0].entry: \"middle\" is unknown. Allowed: start, office.")]
    [TestCase(", \"unitNumber\": \"0104\"", "", "inboundNumbers[1]: \"unitNumber\" is missing.")]
    [TestCase(
        "\"entry\": \"start\"",
        "\"entry\": \"start\", \"unitNumber\": \"0104\"",
        "\"unitNumber\" is unknown here. Allowed: number, name, flow, entry."
    )]
    [TestCase("\"number\": \"+4755553333\"", "\"number\": \"+4682345678\"", "Phone +4682345678 is not Norwegian.")]
    [TestCase(
        "\"name\": \"Odd\"",
        "\"nmae\": \"Odd\"",
        "\"name\" is missing.",
        "\"nmae\" is unknown here. Allowed: id, name, phones, email, language."
    )]
    [TestCase(
        "\"lead\": \"0104-3\"",
        "\"lead\": \"0104-3\", \"deputy\": \"1580-1\"",
        "rosters[0].deputy: There is no \"1580-1\" in this office."
    )]
    [TestCase("\"lead\": \"0104-3\"", "\"lead\": \"0104-3\", \"deputy\": \"0104-3\"", "Name another of the officers, or nobody.")]
    [TestCase(
        "\"name\": \"Odd\"",
        "\"name\": \"Odd\", \"email\": \"odd\"",
        "\"odd\" is no e-mail address. It must be one address such as kari@nav.no."
    )]
    [TestCase("\"name\": \"Odd\"", "\"name\": \"Odd\", \"language\": \"Norsk\"", "\"Norsk\" is no language's code. Allowed: nb, nn, en.")]
    [TestCase("\"name\": \"Odd\"", "\"name\": \" \"", "rosters[1].officers[0].name: Expected a text that is not empty.")]
    [TestCase("\"shifts\": []", "\"shifts\": [7]", "rosters[1].shifts[0]: Expected an object in braces.")]
    public void A_fault_says_where_it_is_what_is_wrong_and_what_is_allowed(string good, string bad, params string[] faults)
    {
        Assert.That(SmallRoster.Text, Does.Contain(good));
        var first = SmallRoster.Text.IndexOf(good, StringComparison.Ordinal);

        var reading = SmallRoster.Read(SmallRoster.Text.Remove(first, good.Length).Insert(first, bad));

        Assert.That(reading.Book, Is.Null, "nothing is half-loaded");
        Assert.That(reading.Faults, Has.Count.EqualTo(faults.Length), string.Join('\n', reading.Faults));
        Assert.That(
            faults,
            Is.All.Matches<string>(fault => reading.Faults.Any(found => $"{found}".Contains(fault))),
            string.Join('\n', reading.Faults)
        );
    }

    [Test]
    public void On_a_line_by_agreement_the_other_offices_people_may_be_on_duty_wherever_they_stand_in_the_file()
    {
        var text = SmallRoster
            .Text.Replace("\"Duty phone\", \"general\": true", "\"Duty phone\", \"general\": true, \"agreement\": \"Moss og Haram\"")
            .Replace("\"officer\": \"0104-1\"", "\"officer\": \"1580-1\"");
        var reading = SmallRoster.Read(text);
        Assert.That(reading.Faults, Is.Empty);
        Assert.That(reading.Book!.Offices[0].Lines[1].Line.Agreement, Is.EqualTo("Moss og Haram"));
        Assert.That(reading.Book.Offices[0].Shifts[0].OfficerId, Is.EqualTo("1580-1"));

        var alone = SmallRoster.Read(
            text.Replace("\"outOfService\": true", "\"transfersOnly\": true")
                .Replace("Haram\", \"transfersOnly", "Ålesund\", \"transfersOnly")
        );
        Assert.That(
            alone.Faults.Select(fault => $"{fault}"),
            Is.EqualTo(
                new[]
                {
                    "roster.json:30: rosters[0].shifts[0].officer: There is no \"1580-1\" in any office that has a line by the agreement \"Moss og Haram\".",
                }
            )
        );
    }

    [Test]
    public void All_faults_are_told_at_once_in_the_order_of_the_file()
    {
        var reading = SmallRoster.Read(
            SmallRoster
                .Text.Replace("mon-fri", "never")
                .Replace("900 00 000", "112")
                .Replace("agent-2", "agent-1")
                .Replace("\"rounds\": 2", "\"rounds\": 0")
        );

        Assert.That(reading.Faults.Select(fault => fault.Line), Is.EqualTo(new[] { 12, 30, 37, 40 }));
    }

    [Test]
    public void Demo_numbers_are_refused_outside_the_demo()
    {
        var reading = SmallRoster.Read(demoNumbers: false);

        Assert.That(reading.Book, Is.Null);
        Assert.That($"{reading.Faults[0]}", Does.Contain("Phone +4713010400 is a special number (1xx). A duty phone may be 2x"));
    }

    [Test]
    public void A_phone_of_two_offices_is_allowed_but_warned_of()
    {
        var reading = SmallRoster.Read(SmallRoster.Text.Replace("900 00 000", "+4712010402"));

        Assert.That(reading.IsGood, Is.True);
        Assert.That(
            $"{reading.Warnings.Single()}",
            Does.StartWith("roster.json:40: rosters[1].officers[0]: 120 10 402 is a phone of office 0104 too.")
        );
    }

    [Test]
    public void What_is_not_json_is_told_with_its_line()
    {
        var reading = SmallRoster.Read(SmallRoster.Text.Replace("\"phones\": [],", "\"phones\": [,"));

        Assert.That($"{reading.Faults.Single()}", Does.StartWith("roster.json:14: This is not JSON."));
    }

    [TestCase("", "roster.json:1: This is not JSON.")]
    [TestCase("[]", "roster.json:1: Expected an object in braces.")]
    [TestCase("{} {}", "roster.json:1: This is not JSON.")]
    [TestCase("{ \"agents\": [], \"agents\": [] }", "roster.json:1: This is not JSON. \"agents\" stands twice in one object.")]
    public void A_file_of_another_kind_is_refused(string text, string fault) =>
        Assert.That(SmallRoster.Read(text).Faults.Select(found => $"{found}"), Has.Some.StartsWith(fault));

    [Test]
    public void A_file_that_does_not_exist_is_named()
    {
        var reading = RosterFile.Read("no-such-roster.json", demoNumbers: true);

        Assert.That($"{reading.Faults.Single()}", Does.StartWith("no-such-roster.json:0: ").And.Contains("no-such-roster.json"));
    }
}
