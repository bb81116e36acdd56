using NodaTime;

namespace CallRouting.Core.Offices;

/// <summary>The Norwegian calendar days on which a register row holds. The default value holds always.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The first day on which it holds no longer, or null while no end is known.</param>
public readonly record struct Validity(LocalDate From, LocalDate? To = null)
{
    public static Validity Always => default;

    public bool Covers(LocalDate on) => From <= on && !HasEnded(on);

    public bool HasEnded(LocalDate on) => To is { } to && to <= on;

    /// <summary>Whether every day of the other is one of these.</summary>
    public bool Encloses(Validity other) => From <= other.From && (To is not { } to || (other.To is { } end && end <= to));

    public bool Overlaps(Validity other) => !HasEnded(other.From) && !other.HasEnded(From);
}
