using CallRouting.Core.Offices;
using CallRouting.Core.Rosters;
using NodaTime;

namespace CallRouting.Server.Rosters;

/// <summary>Reads one office of a roster file, and checks that its parts belong together.</summary>
internal sealed class OfficeRosterReader
{
    private static readonly Dictionary<string, DutyRole> Roles = new() { ["primary"] = DutyRole.Primary, ["backup"] = DutyRole.Backup };

    private readonly RosterFields office;
    private readonly RosterReferences references;
    private readonly UnitNumber unit;

    private OfficeRosterReader(RosterFields office, RosterReferences references)
    {
        this.office = office;
        this.references = references;
        unit = new UnitNumber(office.FourDigits("unit"));
    }

    public static OfficeRoster Read(RosterFields office, RosterReferences references) => new OfficeRosterReader(office, references).Read();

    private OfficeRoster Read()
    {
        references.Once("office", unit.Value, office.Spot);
        office.Ignore("office");
        var officers = office.Objects("officers").Select(Officer).ToList();
        var lines = office.Objects("lines").Select(Line).ToList();
        var lead = office.OptionalReference("lead", officers.Select(officer => officer.Id));
        var deputy = Deputy(lead, officers);
        var shifts = office.Objects("shifts").Select(fields => Shift(fields, lines, officers)).ToList();
        office.NothingElse();

        if (lines.Count(line => line.Line.IsGeneral) is not 1 and var count)
            office.Fault($"Office {unit} has {count} general lines. Exactly one line has \"general\": true.");

        return new OfficeRoster(unit, lines, officers, shifts, lead, deputy);
    }

    // Who is told has a deputy, and nobody is their own.
    private string? Deputy(string? lead, List<Officer> officers)
    {
        var deputy = office.OptionalReference("deputy", officers.Select(officer => officer.Id));
        if (deputy is not null && deputy == lead)
            office.Fault($"Office {unit}: \"deputy\" is \"{deputy}\", who is the lead. Name another of the officers, or nobody.");

        return deputy;
    }

    private Officer Officer(RosterFields fields)
    {
        var officer = new Officer(fields.Id("id"), fields.Text("name"), fields.Phones("phones"))
        {
            Email = fields.OptionalEmail("email"),
            Language = fields.OptionalLanguage("language"),
        };
        fields.NothingElse();
        references.Once("officer", officer.Id, fields.Spot);
        references.HasOfficer(officer.Id, unit);
        foreach (var phone in officer.Phones)
            references.HasPhone(phone, unit, fields.Spot);

        return officer;
    }

    private OfficeLine Line(RosterFields fields)
    {
        var id = new DutyLineId(fields.Id("id"));
        var line = new DutyLine(
            id,
            unit,
            fields.Text("name"),
            fields.OptionalText("targetGroup"),
            fields.Flag("general"),
            fields.Flag("outOfService"),
            fields.Flag("transfersOnly"),
            Agreement: fields.OptionalText("agreement")
        );
        var policy = fields.OptionalObject("policy") is { } own ? PolicyReader.Read(own, unit, references) : null;
        fields.NothingElse();
        references.Once("line", id.Value, fields.Spot);
        references.HasLine(line);
        return new OfficeLine(line, policy);
    }

    private Shift Shift(RosterFields fields, List<OfficeLine> lines, List<Officer> officers)
    {
        var line = new DutyLineId(fields.Reference("line", lines.Select(line => line.Line.Id.Value)));
        var shift = new Shift(
            line,
            Keeper(fields, lines.Find(each => each.Line.Id == line)?.Line.Agreement, officers),
            fields.Word("role", Roles),
            fields.Days("days"),
            fields.Time("from"),
            fields.Time("to"),
            fields.Date("validFrom"),
            fields.OptionalDate("validTo"),
            fields.Flag("onHolidays")
        );
        fields.NothingElse();
        if (shift.ValidTo is { } last && last < shift.ValidFrom)
            fields.Fault("\"validTo\" is before \"validFrom\". It is the last date on which the shift begins.");

        return shift;
    }

    // One of the office's own; on a line by agreement also of the others', who may stand later in the file.
    private string Keeper(RosterFields fields, string? agreement, List<Officer> officers)
    {
        if (agreement is null)
            return fields.Reference("officer", officers.Select(officer => officer.Id));

        var keeper = fields.Text("officer");
        if (keeper.Length > 0)
            references.NamesOfficer(keeper, agreement, fields.Spot.Members["officer"]);
        return keeper;
    }
}
