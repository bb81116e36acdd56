namespace CallRouting.Core.Offices;

/// <summary>Which register answered a search. In the order of answers that match equally well.</summary>
public enum HitKind
{
    /// <summary>A municipality or territory of the day.</summary>
    Place,

    /// <summary>The Sámi or Kven name of one.</summary>
    ParallelName,

    /// <summary>A municipality that is no more. It leads to its successors, one hit each.</summary>
    FormerPlace,

    /// <summary>A postcode, or its postal place.</summary>
    Postcode,

    District,

    Office,
}

/// <summary>One answer to a search: the register row that matched, and where it leads on the day.</summary>
/// <param name="Code">The row's own: a municipality number, a postcode, a district's code or a unit number.</param>
/// <param name="Name">The row's own: "Rygge" leads to the place Moss.</param>
/// <param name="Place">Where that is; null for an office, which may serve several places.</param>
/// <param name="District">Only for a district.</param>
/// <param name="Office">Who serves it; null where none or more than one does.</param>
public sealed record PlaceHit(HitKind Kind, string Code, string Name, Place? Place, District? District, Office? Office);
