using CallRouting.Core.Offices;
using NodaTime;

namespace CallRouting.Core.Rosters;

/// <summary>Why a hand-over comes at a bad moment.</summary>
public enum BadMoment
{
    JustAfterOpening,
    JustBeforeClosing,
    Lunch,
}

/// <summary>When one officer had better not take over from another: when callers are most, and when nobody is at their desk.</summary>
/// <param name="Edge">After opening and before closing; at the very moment of either it does no harm.</param>
/// <param name="LunchFrom">Wall time, included.</param>
/// <param name="LunchTo">Wall time, not included.</param>
public sealed record HandOverTimes(Duration Edge, LocalTime LunchFrom, LocalTime LunchTo)
{
    /// <summary>A quarter of an hour at either end, and lunch from 11 to 12.</summary>
    public static HandOverTimes Default { get; } = new(Duration.FromMinutes(15), new LocalTime(11, 0), new LocalTime(12, 0));

    /// <param name="open">The opening that the moment is within.</param>
    public BadMoment? Judge(Instant moment, Interval open)
    {
        if (moment <= open.Start || moment >= open.End)
            return null;
        if (moment - open.Start < Edge)
            return BadMoment.JustAfterOpening;
        if (open.End - moment < Edge)
            return BadMoment.JustBeforeClosing;

        var wall = moment.InOslo().TimeOfDay;
        return LunchFrom <= wall && wall < LunchTo ? BadMoment.Lunch : null;
    }
}
