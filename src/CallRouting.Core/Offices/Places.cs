using NodaTime;

namespace CallRouting.Core.Offices;

/// <summary>A municipality, or a territory without one (Svalbard 2100, Jan Mayen 2211), as a caller can be in it.</summary>
/// <param name="AreaCode">Four digits.</param>
/// <param name="Name">As it is spoken: the Norwegian name, without parallel names.</param>
/// <param name="HasDistricts">Whether the district decides the office (Oslo, Bergen, Trondheim, Stavanger).</param>
public sealed record Place(string AreaCode, string Name, string CountyName, bool HasDistricts);

/// <summary>A city district. Its code is the municipality's four digits and two of its own.</summary>
public sealed record District(string AreaCode, string Name);

/// <summary>A Nav office. Example data in the demo: may differ from Nav's own register.</summary>
public sealed record Office(UnitNumber Unit, string Name);

/// <summary>Where a caller can be and which office serves it, from the registers. Immutable; loaded whole.</summary>
public sealed class Places
{
    /// <summary>The place of a postcode on a day, or null for a postcode that does not exist.</summary>
    public Place? AtPostcode(string postcode, LocalDate on) => throw new NotSupportedException();

    /// <summary>The place of a municipality number, today's or one of the past (0136 leads to Moss), or null.</summary>
    public Place? Numbered(string municipalityNumber, LocalDate on) => throw new NotSupportedException();

    /// <summary>The districts of a municipality in the register's order; empty where there are none.</summary>
    public IReadOnlyList<District> DistrictsOf(string municipalityNumber, LocalDate on) => throw new NotSupportedException();

    /// <summary>The office that serves an area (four digits, or six for a district), or null where none or more than one does.</summary>
    public Office? OfficeOf(string areaCode, LocalDate on) => throw new NotSupportedException();

    /// <summary>The office of a unit number, or null.</summary>
    public Office? OfficeNumbered(UnitNumber unit, LocalDate on) => throw new NotSupportedException();
}
