using CallRouting.Core.Offices;
using NodaTime;

namespace CallRouting.Server.Offices;

/// <summary>What the console is told about places and offices. Every answer says that the offices are example data.</summary>
public abstract record OfficeAnswer
{
    public string Note => "eksempeldata, kan avvike fra Norg";
}

/// <param name="On">The day that the answer is for, yyyy-MM-dd.</param>
public sealed record PlacesFound(string On, IReadOnlyList<HitAnswer> Hits) : OfficeAnswer;

/// <param name="Kind">place, parallelname, formerplace, postcode, district or office: the register row that matched.</param>
/// <param name="Code">The row's own code, and its own name.</param>
public sealed record HitAnswer(string Kind, string Code, string Name, PlaceAnswer? Place, DistrictAnswer? District, OfficeName? Office);

/// <param name="Postcode">The place of the code as a postcode, or null.</param>
/// <param name="Numbered">Where the code leads as a municipality number: several places after a split, none for an unknown one.</param>
public sealed record PlacesOfCode(string Code, string On, PlaceAnswer? Postcode, IReadOnlyList<PlaceAnswer> Numbered) : OfficeAnswer;

/// <param name="NameAlone">With the county where two places share the name.</param>
/// <param name="Offices">Who serves it, district by district where the district decides.</param>
public sealed record PlaceAnswer(
    string Number,
    string Name,
    string NameAlone,
    string OfficialName,
    string County,
    bool HasDistricts,
    IReadOnlyList<ServedAnswer> Offices
);

public sealed record DistrictAnswer(string Code, string Name);

public sealed record OfficeName(string Unit, string Name);

/// <param name="Confidence">high, medium or low: how sure the register is that this office serves the area.</param>
public sealed record ServedAnswer(string AreaCode, string AreaName, OfficeName Office, string Confidence);

public sealed record OfficeFound(string Unit, string Name, string On, IReadOnlyList<ServedAnswer> Areas) : OfficeAnswer;

/// <summary>Core's words into the answers'.</summary>
internal sealed class OfficeWording(Places places, LocalDate on)
{
    public HitAnswer Of(PlaceHit hit) =>
        new(
            Words.Of(hit.Kind),
            hit.Code,
            hit.Name,
            hit.Place is { } place ? Of(place) : null,
            hit.District is { } district ? new DistrictAnswer(district.AreaCode, district.Name) : null,
            hit.Office is { } office ? Of(office) : null
        );

    public PlaceAnswer Of(Place place) =>
        new(
            place.AreaCode,
            place.Name,
            places.NameAlone(place, on),
            places.OfficialName(place),
            place.CountyName,
            place.HasDistricts,
            [.. places.OfficesOf(place.AreaCode, on).Select(Of)]
        );

    public static ServedAnswer Of(ServedArea served) =>
        new(served.AreaCode, served.AreaName, Of(served.Office), Words.Of(served.Confidence));

    private static OfficeName Of(Office office) => new(office.Unit.Value, office.Name);
}
