using CallRouting.Core.Offices;
using CallRouting.Server.Offices;
using NodaTime;

namespace CallRouting.Scenarios.Day;

/// <summary>The whole country by the registers: every office with a primary, a backup and a lead, all of them invented.</summary>
public sealed class Country
{
    private static readonly LocalDate Today = new(2026, 11, 18);

    private readonly Places places = new(RegisterFiles.Read(RegisterFiles.OwnFolder).Registers);
    private readonly List<string> postcodes;

    public Country()
    {
        postcodes = [.. places.Registers.Postcodes.Where(row => row.Valid.Covers(Today)).Select(row => row.Code).Distinct()];
        Offices = [.. places.Offices(Today).Select(office => Staffed(office.Unit.Value, office.Name))];
    }

    public IReadOnlyList<StaffedOffice> Offices { get; }

    /// <summary>Where a caller is. Cities have many postcodes, so one by chance falls about where people live.</summary>
    public string AnyPostcode(Draws draws) => draws.Of(postcodes);

    /// <summary>The office that an agent would find for a postcode: in a city with districts one of them by chance.</summary>
    public string OfficeAt(string postcode, Draws draws)
    {
        var here = places.AtPostcode(postcode, Today) is { } place ? places.OfficesOf(place.AreaCode, Today) : [];
        return here.Count > 0 ? draws.Of(here).Office.Unit.Value : draws.Of(Offices).Unit;
    }

    private static StaffedOffice Staffed(string unit, string name) => new(unit, name, $"{unit} primary", $"{unit} backup", $"{unit} lead");
}
