using NodaTime;

namespace CallRouting.Core.Offices;

/// <summary>When the contact centre is staffed: local times in Europe/Oslo, no Saturdays, Sundays or public holidays.</summary>
public sealed class OpeningHours
{
    public bool IsOpen(Instant now) => throw new NotSupportedException();

    /// <summary>The next opening strictly after <paramref name="now"/>, also when it is open now.</summary>
    public ZonedDateTime OpensNext(Instant now) => throw new NotSupportedException();

    /// <summary>When today's opening ends, or null when it is closed now.</summary>
    public ZonedDateTime? ClosesAt(Instant now) => throw new NotSupportedException();
}
