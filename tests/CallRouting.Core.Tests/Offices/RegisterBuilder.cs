using CallRouting.Core.Offices;
using NodaTime;

namespace CallRouting.Core.Tests.Offices;

/// <summary>Registers in a few lines. Rows hold always unless a year is given: "from" is its first day, "until" the first day after.</summary>
internal sealed class RegisterBuilder
{
    private readonly List<Area> areas = [];
    private readonly List<ParallelName> parallelNames = [];
    private readonly List<MunicipalityChange> changes = [];
    private readonly List<Postcode> postcodes = [];
    private readonly List<RegisteredOffice> offices = [];
    private readonly List<OfficeArea> officeAreas = [];

    public RegisterBuilder Municipality(string number, string name, string county = "Østfold", int? from = null, int? until = null) =>
        Area(new(number, AreaKind.Municipality, name, number, number[..2], county, Years(from, until)));

    public RegisterBuilder Territory(string number, string name) => Area(new(number, AreaKind.Territory, name, number, number[..2], name));

    public RegisterBuilder District(string code, string name, int? from = null, int? until = null) =>
        Area(new(code, AreaKind.District, name, code[..4], code[..2], "Oslo", Years(from, until)));

    public RegisterBuilder ParallelName(string number, int position, string language, string name)
    {
        parallelNames.Add(new(number, position, language, name));
        return this;
    }

    public RegisterBuilder Change(string old, string successor, int year, ChangeKind kind = ChangeKind.Renumber)
    {
        changes.Add(new(old, successor, NewYear(year), kind));
        return this;
    }

    public RegisterBuilder Postcode(string code, string place, string areaCode, int? from = null, int? until = null)
    {
        postcodes.Add(new(code, place, areaCode, Years(from, until)));
        return this;
    }

    public RegisterBuilder Office(string unit, string name, params string[] areaCodes)
    {
        offices.Add(new(new(unit), name));
        officeAreas.AddRange(areaCodes.Select(code => new OfficeArea(code, new(unit))));
        return this;
    }

    public RegisterBuilder Serves(string unit, string areaCode, Confidence confidence, int? from = null, int? until = null)
    {
        officeAreas.Add(new(areaCode, new(unit), confidence, Years(from, until)));
        return this;
    }

    public Places Places() =>
        new(
            new Registers
            {
                Areas = areas,
                ParallelNames = parallelNames,
                Changes = changes,
                Postcodes = postcodes,
                Offices = offices,
                OfficeAreas = officeAreas,
            }
        );

    private RegisterBuilder Area(Area area)
    {
        areas.Add(area);
        return this;
    }

    private static Validity Years(int? from, int? until) =>
        new(from is { } first ? NewYear(first) : default, until is { } end ? NewYear(end) : null);

    private static LocalDate NewYear(int year) => new(year, 1, 1);
}
