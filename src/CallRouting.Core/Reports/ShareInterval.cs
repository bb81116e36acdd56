using System.Text.Json.Serialization;

namespace CallRouting.Core.Reports;

/// <summary>A share with what chance alone may make of it: Wilson's score interval at 95 per cent.</summary>
/// <remarks>Wilson, E. B. (1927), Journal of the American Statistical Association 22. Holds for few counts and for shares near 0 and 1.</remarks>
/// <param name="Part">How many of them.</param>
/// <param name="Whole">Out of how many; at least 1.</param>
/// <param name="Low">From 0 to 1.</param>
/// <param name="High">From 0 to 1.</param>
public sealed record ShareInterval(long Part, long Whole, double Low, double High)
{
    // The normal distribution's 97.5th percentile.
    private const double Z = 1.959963984540054;

    public double Share => (double)Part / Whole;

    /// <summary>Null where there is nothing to have a share of.</summary>
    /// <exception cref="ArgumentException">A part that is not within its whole.</exception>
    public static ShareInterval? Of(long part, long whole)
    {
        if (part < 0 || part > whole)
        {
            throw new ArgumentException($"{part} of {whole} is no share: it must be from 0 to {whole}.", nameof(part));
        }
        if (whole == 0)
        {
            return null;
        }
        var share = (double)part / whole;
        var spread = Z * Z / whole;
        var middle = (share + spread / 2) / (1 + spread);
        var reach = Z / (1 + spread) * Math.Sqrt((share * (1 - share) + spread / 4) / whole);
        return new(part, whole, part == 0 ? 0 : Math.Max(0, middle - reach), part == whole ? 1 : Math.Min(1, middle + reach));
    }

    public Difference To(ShareInterval other) =>
        Low > other.High ? Difference.ClearlyHigher
        : High < other.Low ? Difference.ClearlyLower
        : Difference.CannotBeTold;
}

/// <summary>What may be said of two shares. Nothing else may: shares whose intervals overlap have no order.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Difference>))]
public enum Difference
{
    CannotBeTold,
    ClearlyHigher,
    ClearlyLower,
}
