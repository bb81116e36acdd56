using NodaTime;

namespace CallRouting.Core.Offices;

/// <summary>
/// The registers as they were read: plain rows with the days on which they hold. Where each comes from is told beside the files.
/// <see cref="Places"/> answers questions about them.
/// </summary>
public sealed record Registers
{
    public IReadOnlyList<Area> Areas { get; init; } = [];

    public IReadOnlyList<ParallelName> ParallelNames { get; init; } = [];

    public IReadOnlyList<MunicipalityChange> Changes { get; init; } = [];

    public IReadOnlyList<Postcode> Postcodes { get; init; } = [];

    public IReadOnlyList<RegisteredOffice> Offices { get; init; } = [];

    public IReadOnlyList<OfficeArea> OfficeAreas { get; init; } = [];
}

public enum AreaKind
{
    Municipality,

    /// <summary>Svalbard and Jan Mayen: areas that belong to no municipality.</summary>
    Territory,

    District,
}

/// <summary>A municipality, territory or city district. One code may have several rows, one after the other, when its name changed.</summary>
/// <param name="Code">Four digits, or six for a district.</param>
/// <param name="Name">The Norwegian name, without parallel names and without the county.</param>
/// <param name="MunicipalityNumber">The district's municipality; otherwise the code itself.</param>
public sealed record Area(
    string Code,
    AreaKind Kind,
    string Name,
    string MunicipalityNumber,
    string CountyNumber,
    string CountyName,
    Validity Valid = default
);

/// <summary>A Sámi or Kven name that stands beside the Norwegian one.</summary>
/// <param name="Position">Its place in the official name, from 1; the Norwegian name takes the place that is left.</param>
/// <param name="Language">ISO 639: se (North Sámi), smj (Lule), sma (South), fkv (Kven).</param>
public sealed record ParallelName(string AreaCode, int Position, string Language, string Name);

public enum ChangeKind
{
    Renumber,
    Merge,
    Split,

    /// <summary>
    /// A municipality that had been merged into one that is now split: which of the successors it lies in.
    /// Haram (1534) went into Ålesund (1507) in 2020 and came out of it as Haram (1580) in 2024.
    /// </summary>
    Part,

    /// <summary>A small area changed hands. It does not tell where the municipality went.</summary>
    Boundary,
}

/// <summary>Where a municipality number went.</summary>
/// <param name="Date">The first day of the new number.</param>
public sealed record MunicipalityChange(string OldNumber, string NewNumber, LocalDate Date, ChangeKind Kind);

/// <summary>A postcode and the one municipality or territory that the Post places it in.</summary>
/// <param name="Code">Four digits.</param>
/// <param name="PostalPlace">In capitals, as on letters.</param>
public sealed record Postcode(string Code, string PostalPlace, string AreaCode, Validity Valid = default);

public sealed record RegisteredOffice(UnitNumber Unit, string Name, Validity Valid = default);

/// <summary>How sure the register is of who serves an area.</summary>
public enum Confidence
{
    /// <summary>Stated by the source, or a merger named after all its parts.</summary>
    High,

    /// <summary>Inferred from the surviving office's new name.</summary>
    Medium,

    /// <summary>A guess: the former office is closed and no name points to its successor.</summary>
    Low,
}

public sealed record OfficeArea(string AreaCode, UnitNumber Unit, Confidence Confidence = Confidence.High, Validity Valid = default);
