using CallRouting.Core.Menus;
using CallRouting.Core.Offices;
using CallRouting.Core.Transfers;
using CallRouting.Server.Offices;
using NodaTime;
using NodaTime.Extensions;

namespace CallRouting.Server.Calls;

/// <summary>Where an officer may send a caller, by postcode.</summary>
public sealed class PassOnPlaces(PlacesInForce registers, TimeProvider clock)
{
    /// <summary>The place of four digits and its one office; null where there is none, or several by district.</summary>
    public (Place Place, Office Office)? At(string postcode) =>
        registers.Places.AtPostcode(postcode, Today) is { } place && registers.Places.OfficeOf(place.AreaCode, Today) is { } office
            ? (place, office)
            : null;

    /// <summary>The one municipality that an office serves, or null.</summary>
    public string? OnlyAreaOf(UnitNumber office) =>
        registers.Places.AreasOf(office, Today).Select(served => served.AreaCode[..4]).Distinct().Take(2).ToList() is [var only]
            ? only
            : null;

    /// <summary>What is to be read back to the officer who entered a postcode.</summary>
    public SpokenFacts Told(SpokenFacts facts, Transfer transfer) =>
        transfer.State is PassingOn { Question.Postcode: { } postcode } && At(postcode) is { } found
            ? facts with
            {
                Postcode = postcode,
                Municipality = found.Place.Name,
                Office = found.Office.Name,
            }
            : facts;

    private LocalDate Today => clock.GetUtcNow().ToInstant().OsloDate();
}
