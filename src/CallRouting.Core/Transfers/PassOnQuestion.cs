namespace CallRouting.Core.Transfers;

/// <summary>What an officer who stepped out of the room is being asked.</summary>
/// <param name="WrongOffice">The caller has come to the wrong office.</param>
/// <param name="Postcode">Four digits that were entered, to be confirmed.</param>
public sealed record PassOnQuestion(PassOnAsks Asks, bool WrongOffice = false, string? Postcode = null)
{
    public static PassOnQuestion First { get; } = new(PassOnAsks.WhereTo);
}

public enum PassOnAsks
{
    /// <summary>1 back to the caller, 2 to the contact centre, 3 to another office, 4 this is the wrong office.</summary>
    WhereTo,

    /// <summary>Where the caller is now: four digits, or # for the contact centre.</summary>
    Postcode,

    /// <summary>The same, after a number that leads to no office or to several.</summary>
    AnotherPostcode,

    /// <summary>1 if the office of the postcode is the right one, 2 if not.</summary>
    IsItRight,
}
