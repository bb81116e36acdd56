using CallRouting.Core.Offices;
using CallRouting.Server.Offices;
using NodaTime;

namespace CallRouting.Scenarios.Day;

/// <summary>The country by the registers, or a part of it: every office with its people, all of them invented.</summary>
public sealed class Country
{
    private static readonly LocalDate Today = new(2026, 11, 18);
    private static readonly Lazy<Places> Registered = new(() => new Places(RegisterFiles.Read(RegisterFiles.OwnFolder).Registers));

    private readonly Places places = Registered.Value;
    private readonly List<string> postcodes;

    /// <summary>The whole of it: every office with a primary, a backup and a lead.</summary>
    public Country()
    {
        postcodes = [.. AllPostcodes()];
        Offices = [.. places.Offices(Today).Select(office => Staffed(office.Unit.Value, office.Name))];
    }

    /// <summary>A part: some offices by chance, and the places that they alone serve.</summary>
    /// <param name="staff">Gives an office its people.</param>
    public Country(int offices, Draws draws, Func<string, string, StaffedOffice> staff)
    {
        var all = places.Offices(Today).ToList();
        var chosen = new HashSet<string>();
        while (chosen.Count < offices)
        {
            chosen.Add(draws.Of(all).Unit.Value);
        }
        Offices = [.. all.Where(office => chosen.Contains(office.Unit.Value)).Select(office => staff(office.Unit.Value, office.Name))];
        postcodes = [.. AllPostcodes().Where(code => ServedBy(code) is { Count: > 0 } here && here.All(chosen.Contains))];
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

    private IEnumerable<string> AllPostcodes() =>
        places.Registers.Postcodes.Where(row => row.Valid.Covers(Today)).Select(row => row.Code).Distinct();

    private List<string> ServedBy(string postcode) =>
        places.AtPostcode(postcode, Today) is { } place
            ? [.. places.OfficesOf(place.AreaCode, Today).Select(served => served.Office.Unit.Value).Distinct()]
            : [];

    private static StaffedOffice Staffed(string unit, string name) => new(unit, name, $"{unit} primary", $"{unit} backup", $"{unit} lead");
}
