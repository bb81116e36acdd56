using NodaTime;

namespace CallRouting.Core.Offices;

/// <summary>
/// Where a caller can be and which office serves it, from the registers. Immutable; loaded whole.
/// Every answer is for a day: numbers of the past lead to what is there on that day.
/// </summary>
public sealed class Places
{
    private readonly MunicipalityHistory history;
    private readonly ILookup<string, Postcode> postcodes;
    private readonly ILookup<string, Area> districts;
    private readonly ILookup<string, OfficeArea> servedBy;
    private readonly ILookup<UnitNumber, OfficeArea> serves;
    private readonly ILookup<UnitNumber, RegisteredOffice> offices;
    private readonly ILookup<string, string> names;
    private readonly ILookup<string, ParallelName> parallelNames;
    private readonly PlaceSearch search;

    public Places(Registers registers)
    {
        Registers = registers;
        history = new MunicipalityHistory(registers);
        postcodes = registers.Postcodes.ToLookup(postcode => postcode.Code);
        districts = registers
            .Areas.Where(area => area.Kind == AreaKind.District)
            .OrderBy(area => area.Code, StringComparer.Ordinal)
            .ToLookup(area => area.MunicipalityNumber);
        servedBy = registers.OfficeAreas.ToLookup(served => served.AreaCode);
        serves = registers.OfficeAreas.ToLookup(served => served.Unit);
        offices = registers.Offices.ToLookup(office => office.Unit);
        names = registers.Areas.Where(IsPlace).ToLookup(area => area.Name, area => area.Code);
        parallelNames = registers.ParallelNames.ToLookup(name => name.AreaCode);
        search = new PlaceSearch(this);
    }

    public Registers Registers { get; }

    /// <summary>Every municipality and territory of a day, by number.</summary>
    public IReadOnlyList<Place> All(LocalDate on) =>
        [
            .. Registers
                .Areas.Where(area => IsPlace(area) && area.Valid.Covers(on))
                .Select(area => PlaceOf(area, on))
                .OrderBy(place => place.AreaCode),
        ];

    /// <summary>The place of a postcode on a day, or null for a postcode that does not exist.</summary>
    public Place? AtPostcode(string postcode, LocalDate on) =>
        postcodes[postcode].FirstOrDefault(row => row.Valid.Covers(on)) is { } found ? Numbered(found.AreaCode, on) : null;

    /// <summary>
    /// The place of a municipality number, today's or one of the past (0136 leads to Moss), or null.
    /// Null too where the number leads to several: <see cref="AllNumbered"/> names them.
    /// </summary>
    public Place? Numbered(string municipalityNumber, LocalDate on) => AllNumbered(municipalityNumber, on) is [var only] ? only : null;

    /// <summary>Every place that a municipality number leads to: more than one after a split (1507 leads to Ålesund and Haram).</summary>
    public IReadOnlyList<Place> AllNumbered(string municipalityNumber, LocalDate on) =>
        [.. history.Successors(municipalityNumber, on).Where(IsPlace).Select(area => PlaceOf(area, on))];

    /// <summary>The districts of a municipality by code, which is the cities' own order; empty where there are none.</summary>
    public IReadOnlyList<District> DistrictsOf(string municipalityNumber, LocalDate on) =>
        [
            .. AllNumbered(municipalityNumber, on)
                .SelectMany(place => ValidDistricts(place.AreaCode, on))
                .Select(area => new District(area.Code, area.Name)),
        ];

    /// <summary>The office that serves an area (four digits, or six for a district), or null where none or more than one does.</summary>
    public Office? OfficeOf(string areaCode, LocalDate on) =>
        OfficesOf(areaCode, on).Select(served => served.Office).Distinct().Take(2).ToList() is [var only] ? only : null;

    /// <summary>Who serves an area, district by district where the district decides; empty where nobody is known to.</summary>
    public IReadOnlyList<ServedArea> OfficesOf(string areaCode, LocalDate on) =>
        [.. CodesWithin(areaCode, on).SelectMany(code => servedBy[code]).SelectMany(row => Served(row, on))];

    /// <summary>The areas that an office serves on a day.</summary>
    public IReadOnlyList<ServedArea> AreasOf(UnitNumber unit, LocalDate on) => [.. serves[unit].SelectMany(row => Served(row, on))];

    /// <summary>The county that an office is in; null where it serves nothing that is in one.</summary>
    public string? CountyOf(UnitNumber unit, LocalDate on) =>
        AreasOf(unit, on) is [var area, ..] ? Numbered(area.AreaCode[..4], on)?.CountyName : null;

    /// <summary>The office of a unit number, or null.</summary>
    public Office? OfficeNumbered(UnitNumber unit, LocalDate on) =>
        offices[unit].FirstOrDefault(office => office.Valid.Covers(on)) is { } found ? new Office(found.Unit, found.Name) : null;

    /// <summary>Every office of a day, by unit number.</summary>
    public IReadOnlyList<Office> Offices(LocalDate on) =>
        [
            .. Registers
                .Offices.Where(office => office.Valid.Covers(on))
                .Select(office => new Office(office.Unit, office.Name))
                .OrderBy(office => office.Unit.Value, StringComparer.Ordinal),
        ];

    /// <summary>The name where the county is not said as well: "Moss", but "Herøy i Nordland", for there are two Herøy.</summary>
    public string NameAlone(Place place, LocalDate on) =>
        names[place.Name].Any(code => code != place.AreaCode && history.Valid(code, on)?.Name == place.Name)
            ? $"{place.Name} i {place.CountyName}"
            : place.Name;

    /// <summary>All names in the official order: "Hábmer - Hamarøy".</summary>
    public string OfficialName(Place place)
    {
        var inOrder = new List<string> { place.Name };
        foreach (var parallel in parallelNames[place.AreaCode].OrderBy(name => name.Position))
        {
            inOrder.Insert(Math.Min(parallel.Position - 1, inOrder.Count), parallel.Name);
        }
        return string.Join(" - ", inOrder);
    }

    /// <summary>
    /// What a person may have meant: names of places, old and parallel ones too, numbers old and new, postcodes, postal places, districts,
    /// offices and unit numbers. Case, accents and hyphens do not matter, words may come in any order and with the county's or the
    /// municipality's, and where nothing is spelled like that, one letter may be wrong. The surest answer first, each place, district and office once.
    /// </summary>
    public IReadOnlyList<PlaceHit> Search(string text, LocalDate on, int limit) => search.For(text, on, limit);

    private static bool IsPlace(Area area) => area.Kind != AreaKind.District;

    private Place PlaceOf(Area area, LocalDate on) => new(area.Code, area.Name, area.CountyName, ValidDistricts(area.Code, on).Any());

    private IEnumerable<Area> ValidDistricts(string municipalityNumber, LocalDate on) =>
        districts[municipalityNumber].Where(district => district.Valid.Covers(on));

    private IEnumerable<string> CodesWithin(string areaCode, LocalDate on) =>
        history
            .Successors(areaCode, on)
            .SelectMany(area => (IEnumerable<string>)[area.Code, .. ValidDistricts(area.Code, on).Select(district => district.Code)]);

    private IEnumerable<ServedArea> Served(OfficeArea row, LocalDate on)
    {
        if (row.Valid.Covers(on) && history.Valid(row.AreaCode, on) is { } area && OfficeNumbered(row.Unit, on) is { } office)
        {
            yield return new ServedArea(area.Code, area.Name, office, row.Confidence);
        }
    }
}
