using CallRouting.Core.Calls;
using CallRouting.Core.Rosters;
using CallRouting.Server.Rosters;
using CallRouting.Server.Tests.Database;
using NodaTime;

namespace CallRouting.Server.Tests.Rosters;

public sealed class RosterStoreTests
{
    private static readonly DutyLineId General = new("0104-general");
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 18, 9, 0);

    private readonly RosterStore rosters = new();
    private readonly NumberStore numbers = new();
    private TestDatabase database = null!;

    [SetUp]
    public async Task Open()
    {
        database = await TestDatabase.Migrated();
        await Replace(SmallRoster.Book);
    }

    [TearDown]
    public async Task Close() => await database.DisposeAsync();

    [Test]
    public async Task The_lines_of_an_office_are_told_with_the_general_one_first()
    {
        var lines = await database.Reads.Ask(unit => rosters.LinesOf(new("0104"), unit));
        var general = await database.Reads.Ask(unit => rosters.GeneralLineOf(new("1580"), unit));

        Assert.That(lines.Select(line => line.Id.Value), Is.EqualTo(new[] { "0104-general", "0104-youth" }));
        Assert.That(lines[1].TargetGroup, Is.EqualTo("18–24"));
        Assert.That(general, Is.EqualTo(SmallRoster.Book.Offices[1].Lines[0].Line));
        Assert.That(await database.Reads.Ask(unit => rosters.LinesOf(new("9999"), unit)), Is.Empty);
        Assert.That(await database.Reads.Ask(unit => rosters.GeneralLineOf(new("9999"), unit)), Is.Null);
    }

    [Test]
    public async Task A_line_comes_back_with_its_people_shifts_and_lead_as_the_file_had_them()
    {
        var office = SmallRoster.Book.Offices[0];

        var roster = await ForLine(General);

        Assert.That(roster.Officers.Select(Wording), Is.EqualTo(office.Officers.Select(Wording)));
        Assert.That(roster.Shifts, Is.EqualTo(office.Shifts.Select((shift, i) => shift with { Id = new RuleId($"file-{i}") })));
        Assert.That(roster.Lead?.Name, Is.EqualTo("Liv"));
        Assert.That(roster.Policy, Is.SameAs(EscalationPolicy.Default));
        Assert.That((await ForLine(new("0104-youth"))).Shifts, Is.Empty);
    }

    [Test]
    public async Task A_ladder_of_its_own_comes_back_with_the_neighbour_it_names()
    {
        var roster = await ForLine(new("1580-general"));

        Assert.That(roster.Policy.Rungs, Is.EqualTo(SmallRoster.Book.Offices[1].Lines[0].Policy!.Rungs));
        Assert.That((roster.Policy.Rounds, roster.Policy.Budget), Is.EqualTo((2, Duration.FromSeconds(150))));
        Assert.That(roster.Neighbours.Single().Line.Id, Is.EqualTo(General));
        Assert.That(OnDuty.At(roster.Neighbours.Single().Roster, Now).Primary.Single().Name, Is.EqualTo("Kari"));
        Assert.That(roster.Lead, Is.Null);
    }

    [Test]
    public async Task A_book_takes_the_place_of_the_one_before()
    {
        var book = SmallRoster.Book;

        await Replace(book with { Offices = [book.Offices[0]], Agents = [book.Agents[1]], InboundNumbers = [], EmergencyNumbers = [] });

        Assert.That(await database.Reads.Ask(unit => rosters.LinesOf(new("1580"), unit)), Is.Empty);
        Assert.That(await database.Reads.Ask(rosters.Agents), Is.EqualTo(new[] { book.Agents[1] }));
        Assert.That(await database.Reads.Ask(numbers.InboundNumbers), Is.Empty);
    }

    [Test]
    public async Task A_pause_lasts_until_it_is_ended_and_outlives_a_replaced_roster()
    {
        await database.Writes.Commit(unit => rosters.Pause("0104-1", Now, unit));
        await database.Writes.Commit(unit => rosters.Pause("0104-1", Now, unit));
        await Replace(SmallRoster.Book);
        Assert.That(await Paused(), Is.EqualTo(new[] { "Kari" }));

        await database.Writes.Commit(unit => rosters.Resume("0104-1", unit));
        Assert.That(await Paused(), Is.Empty);
    }

    [Test]
    public async Task A_pause_of_somebody_who_left_the_roster_does_not_wait_for_a_namesake()
    {
        await database.Writes.Commit(unit => rosters.Pause("0104-1", Now, unit));

        await Replace(SmallRoster.Book with { Offices = [] });
        await Replace(SmallRoster.Book);

        Assert.That(await Paused(), Is.Empty);
    }

    [Test]
    public async Task A_line_that_takes_only_transfers_is_kept_so()
    {
        Assert.That((await Lines()).Select(line => line.TransfersOnly), Is.EqualTo(new[] { false, false }));
        await Replace(
            SmallRoster.Read(SmallRoster.Text.Replace("\"general\": true }", "\"general\": true, \"transfersOnly\": true }")).Book!
        );
        Assert.That((await Lines()).Select(line => line.TransfersOnly), Is.EqualTo(new[] { true, false }));
    }

    [Test]
    public async Task An_outage_outlives_a_replaced_roster_but_not_its_line()
    {
        var until = Now + Duration.FromHours(2);
        await database.Writes.Commit(unit => new LineStore().TakeOutOfService(General, until, "Liv", Now, unit));
        await Replace(SmallRoster.Book);
        Assert.That((await Lines())[0].OutOfServiceUntil, Is.EqualTo(until));

        await Replace(SmallRoster.Book with { Offices = [] });
        await Replace(SmallRoster.Book);
        Assert.That((await Lines())[0].OutOfServiceUntil, Is.Null);
    }

    [Test]
    public async Task Agents_are_found_by_their_id()
    {
        Assert.That(await database.Reads.Ask(unit => rosters.Agent("agent-2", unit)), Is.EqualTo(SmallRoster.Book.Agents[1]));
        Assert.That(await database.Reads.Ask(unit => rosters.Agent("agent-9", unit)), Is.Null);
    }

    [Test]
    public async Task A_number_called_tells_its_flow_and_office()
    {
        Assert.That(await database.Reads.Ask(numbers.InboundNumbers), Is.EqualTo(SmallRoster.Book.InboundNumbers));
        Assert.That(await Inbound("+4713010400"), Is.EqualTo(SmallRoster.Book.InboundNumbers[1]));
        Assert.That(await Inbound("+4722000000"), Is.Null);
    }

    [Test]
    public async Task A_municipality_has_an_emergency_number_or_none()
    {
        Assert.That(await Emergency("3103"), Is.EqualTo(new PhoneNumber("+4714310300")));
        Assert.That(await Emergency("0301"), Is.Null);
    }

    private Task Replace(RosterBook book) => database.Writes.Commit(unit => rosters.Replace(book, unit));

    private Task<IReadOnlyList<DutyLine>> Lines() => database.Reads.Ask(unit => rosters.LinesOf(new("0104"), unit));

    private Task<LineRoster> ForLine(DutyLineId line) => database.Reads.Ask(unit => rosters.ForLine(line, Now, unit));

    private Task<InboundNumber?> Inbound(string number) => database.Reads.Ask(unit => numbers.InboundNumber(new(number), unit));

    private Task<PhoneNumber?> Emergency(string municipality) => database.Reads.Ask(unit => numbers.EmergencyNumberOf(municipality, unit));

    private async Task<IEnumerable<string>> Paused() =>
        (await ForLine(General)).Officers.Where(officer => officer.IsPaused).Select(officer => officer.Name);

    private static string Wording(Officer officer) => $"{officer.Id} {officer.Name} {string.Join(' ', officer.Phones)}";
}
