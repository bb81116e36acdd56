using CallRouting.Core.Offices;
using NodaTime;

namespace CallRouting.Core.Notices;

/// <summary>A place in the chain that an unconfirmed notice climbs. Every one who is told has a deputy.</summary>
public enum ChainPlace
{
    /// <summary>The office's lead.</summary>
    Lead,

    /// <summary>The lead's deputy.</summary>
    Deputy,

    /// <summary>The county's supervisor, or the country's.</summary>
    Supervisor,

    SupervisorsDeputy,
}

/// <summary>Who keeps a place at a moment.</summary>
/// <param name="IsAway">On leave, or themselves what the notice is about: passed over at once.</param>
public sealed record ChainLink(ChainPlace Place, Recipient Who, bool IsAway = false);

/// <summary>Whom a notice goes to, and when to the next. Pure.</summary>
public static class ChainRules
{
    /// <summary>The first who is there; null: nobody is, and nobody is told.</summary>
    public static ChainLink? First(IEnumerable<ChainLink> chain) => chain.Where(CanAnswer).MinBy(link => link.Place);

    /// <summary>The next after a place who is there; null: everybody has been told.</summary>
    public static ChainLink? After(ChainPlace place, IEnumerable<ChainLink> chain) => First(chain.Where(link => link.Place > place));

    /// <summary>
    /// When an unconfirmed notice goes to the next: after a time in which the contact centre is open. What was sent on Wednesday
    /// before Easter at two waits until Tuesday after it.
    /// </summary>
    public static Instant PassOnAt(Instant sent, Duration patience, OpeningHours hours) => hours.After(sent, patience);

    private static bool CanAnswer(ChainLink link) => !link.IsAway && link.Who.CanBeTold;
}
