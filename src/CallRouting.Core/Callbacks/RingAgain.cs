using CallRouting.Core.Offices;
using NodaTime;

namespace CallRouting.Core.Callbacks;

/// <summary>When an urgent call-back whose ladder was exhausted is rung again.</summary>
public static class RingAgain
{
    /// <summary>
    /// After the interval while the contact centre is open; what would fall after closing comes at closing, once, for the
    /// municipality's emergency number; what is decided while closed comes at the next opening.
    /// </summary>
    public static Instant At(Instant now, Duration interval, OpeningHours hours) =>
        hours.ClosesAt(now) is { } closing ? Instant.Min(now + interval, closing.ToInstant()) : hours.OpensNext(now).ToInstant();
}
