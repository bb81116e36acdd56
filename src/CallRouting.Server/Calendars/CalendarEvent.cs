using NodaTime;

namespace CallRouting.Server.Calendars;

/// <summary>Something in a calendar (VEVENT).</summary>
/// <param name="Uid">The same event keeps it for ever.</param>
/// <param name="From">To the second.</param>
/// <param name="Sequence">Becomes larger with every change.</param>
/// <param name="Changed">When it was last changed.</param>
public sealed record CalendarEvent(string Uid, Instant From, Instant To, string Summary, int Sequence, Instant Changed)
{
    /// <summary>The layer, as people say it.</summary>
    public string? Category { get; init; }

    /// <summary>Whose it is, by an id: a calendar that we wrote is read back without asking names.</summary>
    public string? Officer { get; init; }

    public bool IsCancelled { get; init; }
}
