using System.Text.Json;
using CallRouting.Core.Calls;
using CallRouting.Core.Offices;
using CallRouting.Core.Rosters;
using CallRouting.Server.Rosters;
using NodaTime;

namespace CallRouting.Scenarios;

/// <summary>Who lives in a world: offices with their people, agents, and callers. Numbers are the demo's, which no network routes.</summary>
public sealed record Population(IReadOnlyList<StaffedOffice> Offices)
{
    public const string National = "+4755553333";

    /// <summary>Nittedal (postcode 1481) with a primary, a backup and a lead; Moss and Gamle Oslo likewise.</summary>
    public static Population Usual { get; } =
        new([
            new("0233", "Nittedal", "Primary", "Backup", "Lead"),
            new("0104", "Moss", "Moss Primary"),
            new("0316", "Gamle Oslo", "Oslo Primary"),
        ]);

    /// <summary>A number of ours that the provider leads to us and that no roster names.</summary>
    public const string NotSetUp = "+4713999900";

    /// <summary>Moss municipality's own service for urgent social needs.</summary>
    private const string OnCall = "+4714310300";

    /// <summary>The contact centre's agents: agent-1 and on.</summary>
    public IReadOnlyList<string> Agents { get; init; } = ["Agent", "Second agent"];

    /// <summary>The number that stands for an office: as on its door.</summary>
    public static string DoorOf(string unit) => $"+4713{unit}00";

    public static string NumberOf(StaffedOffice office, int position) => $"+4712{office.Unit}{position:00}";

    public static string StationOf(int agent) => $"+4715{agent:000000}";

    public RosterBook Book() =>
        new(
            [.. Offices.Select(office => office.Roster())],
            [.. Agents.Select((name, i) => new Agent($"agent-{i + 1}", name, new PhoneNumber(StationOf(i + 1))))],
            [
                new InboundNumber(new PhoneNumber(National), "Nav", "national", Entries.Start),
                .. Offices.Select(office => new InboundNumber(
                    new PhoneNumber(DoorOf(office.Unit)),
                    office.Name,
                    "national",
                    Entries.Office,
                    new UnitNumber(office.Unit)
                )),
            ],
            [new EmergencyNumber("3103", new PhoneNumber(OnCall))]
        );

    /// <summary>The phones as the network reads them.</summary>
    public string PhonesJson() =>
        JsonSerializer.Serialize(
            new
            {
                phones = People()
                    .Select(person => new
                    {
                        number = person.Number,
                        role = person.Role,
                        name = person.Name,
                    }),
                inboundNumbers = Book()
                    .InboundNumbers.Select(inbound => inbound.Number.E164)
                    .Append(NotSetUp)
                    .Select(number => new { number }),
            }
        );

    public string NumberOf(string name) => People().Single(person => person.Name == name).Number;

    private IEnumerable<(string Number, string Role, string Name)> People() =>
        [
            ("+4716000001", "caller", "Caller"),
            ("+4716000002", "caller", "Second caller"),
            ("+4716000003", "caller", "Third caller"),
            ("+4717000001", "officer", "Interpreter"),
            ("+4717000002", "officer", "Supervisor"),
            ("+4717000003", "officer", "Supervisor's deputy"),
            (OnCall, "officer", "On call"),
            ("+4710000334", "officer", "Pensions"),
            .. Agents.Select((name, i) => (StationOf(i + 1), "agent", name)),
            .. Offices.SelectMany(office =>
                office.People.Select((name, i) => (NumberOf(office, i + 1), name == office.Lead ? "lead" : "officer", name))
            ),
        ];
}

/// <param name="Primary">On duty on working days from 09 to 15; null: nobody is.</param>
/// <param name="Deputy">Stands in for the lead.</param>
/// <param name="Together">Ring primary and backup at once.</param>
/// <param name="Agreement">By which the line is shared with other offices.</param>
/// <param name="KeptBy">The id of another office's officer who is on duty as the primary, by agreement.</param>
public sealed record StaffedOffice(
    string Unit,
    string Name,
    string? Primary,
    string? Backup = null,
    string? Lead = null,
    bool Together = false,
    string? Agreement = null,
    string? KeptBy = null,
    string? Deputy = null
)
{
    public IReadOnlyList<string> People => [.. new[] { Primary, Backup, Lead, Deputy }.OfType<string>()];

    public DutyLine Line =>
        new(new DutyLineId($"{Unit}-general"), new UnitNumber(Unit), "Vakttelefon", IsGeneral: true, Agreement: Agreement);

    public OfficeRoster Roster() =>
        new(
            new UnitNumber(Unit),
            [new OfficeLine(Line, Together ? AllTogether : null)],
            [.. People.Select((name, i) => new Officer($"{Unit}-{i + 1}", name, [new PhoneNumber(Population.NumberOf(this, i + 1))]))],
            [.. Shifts()],
            IdOf(Lead),
            IdOf(Deputy)
        );

    private string? IdOf(string? name) => name is null ? null : $"{Unit}-{People.ToList().IndexOf(name) + 1}";

    private static EscalationPolicy AllTogether =>
        new([new EscalationRung(RungTarget.All, Duration.FromSeconds(20), Together: true)], 1, Duration.FromSeconds(120));

    private IEnumerable<Shift> Shifts()
    {
        if (Primary is not null)
        {
            yield return On($"{Unit}-1", DutyRole.Primary);
        }
        if (Backup is not null)
        {
            yield return On($"{Unit}-2", DutyRole.Backup);
        }
        if (KeptBy is not null)
        {
            yield return On(KeptBy, DutyRole.Primary);
        }
    }

    private Shift On(string officer, DutyRole role) =>
        new(Line.Id, officer, role, Weekdays.MondayToFriday, new LocalTime(9, 0), new LocalTime(15, 0), new LocalDate(2024, 1, 1));
}
