using System.Text.Json;
using CallRouting.Core.Offices;
using CallRouting.Core.Rosters;
using CallRouting.Core.Transfers;
using CallRouting.Server.Offices;
using CallRouting.Server.Rosters;
using NodaTime;

namespace CallRouting.Server.Tests.Rosters;

/// <summary>The demo's roster is content: these hold what the demo promises.</summary>
public sealed class DemoRosterTests
{
    private static readonly string File = Path.Combine(AppContext.BaseDirectory, "Rosters", "demo", "demo.json");
    private static readonly RosterReading Reading = RosterFile.Read(File, demoNumbers: true);
    private static readonly Instant DemoDay = Instant.FromUtc(2026, 11, 18, 9, 0);

    private static RosterBook Book => Reading.Book!;

    [Test]
    public void It_is_read_without_a_fault_or_a_warning()
    {
        Assert.That(Reading.Faults, Is.Empty);
        Assert.That(Reading.Warnings, Is.Empty);
    }

    [Test]
    public void It_has_exactly_the_offices_of_the_registers()
    {
        var offices = RegisterFiles.Read(RegisterFiles.OwnFolder).Registers.Offices.Select(office => office.Unit);

        Assert.That(Book.Offices.Select(office => office.Unit), Is.EquivalentTo(offices));
    }

    [Test]
    public void It_staffs_all_255_offices_with_primary_backup_and_lead()
    {
        Assert.That(Book.Offices, Has.Count.EqualTo(255));
        foreach (var office in Book.Offices)
        {
            var onDuty = At(office, office.Lines.Single(line => line.Line.IsGeneral));

            Assert.That(onDuty.Primary, Is.Not.Empty, office.Unit.Value);
            Assert.That(onDuty.Backup, Is.Not.Empty, office.Unit.Value);
            Assert.That(office.Officers.Select(officer => officer.Id), Does.Contain(office.LeadId));
        }
    }

    [Test]
    public void Exactly_one_line_has_nobody_on_duty_to_show_the_truth()
    {
        var unkept = from office in Book.Offices from line in office.Lines where At(office, line).IsNobody select line.Line;

        Assert.That(unkept.Single().Unit, Is.EqualTo(new UnitNumber("0316")));
    }

    [Test]
    public void It_has_lines_by_target_group_and_one_whose_officers_are_rung_together()
    {
        var lines = Book.Offices.SelectMany(office => office.Lines).ToList();

        Assert.That(lines.Count(line => line.Line.TargetGroup is not null), Is.GreaterThanOrEqualTo(3));
        Assert.That(lines.Count(line => line.Policy?.Rungs.Any(rung => rung.Together) == true), Is.EqualTo(1));
    }

    [Test]
    public void Every_phone_that_the_roster_rings_is_in_the_network_under_the_same_name()
    {
        using var document = JsonDocument.Parse(System.IO.File.ReadAllText(File));
        var network = document.RootElement.GetProperty("phones").EnumerateArray().ToDictionary(Field("number"), Field("name"));
        var roles = document.RootElement.GetProperty("phones").EnumerateArray().Select(Field("role"));
        var rung =
            from office in Book.Offices
            from officer in office.Officers
            from phone in officer.Phones
            select (phone.E164, officer.Name);
        var fixedLines =
            from office in Book.Offices
            from line in office.Lines
            from rungs in line.Policy?.Rungs ?? []
            select rungs.FixedLine;

        Assert.That(rung.Where(phone => network.GetValueOrDefault(phone.E164) != phone.Name), Is.Empty);
        Assert.That(Book.Agents.Where(agent => network.GetValueOrDefault(agent.Station.E164) != agent.Name), Is.Empty);
        Assert.That(Book.EmergencyNumbers.Where(number => !network.ContainsKey(number.Number.E164)), Is.Empty);
        Assert.That(fixedLines.Where(number => number is { } phone && !network.ContainsKey(phone.E164)), Is.Empty);
        Assert.That(network.Keys, Is.All.Match(@"^\+471\d{7}$"));
        Assert.That(roles.Distinct(), Is.EquivalentTo(new[] { "caller", "officer", "lead", "agent" }));
    }

    [Test]
    public void Nobody_shares_a_name_so_that_a_handset_can_be_found_by_it()
    {
        var names = Book
            .Offices.SelectMany(office => office.Officers)
            .Select(officer => officer.Name)
            .Concat(Book.Agents.Select(agent => agent.Name));

        Assert.That(names, Is.Unique);
    }

    [Test]
    public void The_national_number_starts_the_flow_and_eight_offices_have_their_own()
    {
        Assert.That(Book.InboundNumbers[0].Number.E164, Is.EqualTo("+4755553333"));
        Assert.That(Book.InboundNumbers.Count(number => number.Unit is not null), Is.EqualTo(8));
        Assert.That(
            Book.InboundNumbers.Select(number => number.Unit).OfType<UnitNumber>(),
            Is.SubsetOf(Book.Offices.Select(office => office.Unit))
        );
    }

    private static OnDuty At(OfficeRoster office, OfficeLine line) =>
        OnDuty.At(
            new LineRoster(
                office.Officers,
                [.. office.Shifts.Where(shift => shift.Line == line.Line.Id)],
                null,
                line.Policy ?? EscalationPolicy.Default,
                []
            ),
            DemoDay
        );

    private static Func<JsonElement, string> Field(string name) => phone => phone.GetProperty(name).GetString()!;
}
