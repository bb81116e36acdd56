namespace CallRouting.Core.Offices;

/// <summary>A municipality, or a territory without one (Svalbard 2100, Jan Mayen 2211), as a caller can be in it.</summary>
/// <param name="AreaCode">Four digits.</param>
/// <param name="Name">As it is spoken: the Norwegian name, without parallel names. Not always alone in its name: say the county.</param>
/// <param name="HasDistricts">Whether the district decides the office (Oslo, Bergen, Trondheim, Stavanger).</param>
public sealed record Place(string AreaCode, string Name, string CountyName, bool HasDistricts);

/// <summary>A city district. Its code is the municipality's four digits and two of its own.</summary>
public sealed record District(string AreaCode, string Name);

/// <summary>A Nav office. Example data in the demo: may differ from Nav's own register.</summary>
public sealed record Office(UnitNumber Unit, string Name);

/// <summary>An area and the office that serves it.</summary>
/// <param name="AreaCode">Four digits, or six for a district.</param>
public sealed record ServedArea(string AreaCode, string AreaName, Office Office, Confidence Confidence);
