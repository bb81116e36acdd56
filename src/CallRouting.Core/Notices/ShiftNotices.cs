using CallRouting.Core.Offices;
using NodaTime;

namespace CallRouting.Core.Notices;

/// <summary>When an officer is reminded of a shift. Pure.</summary>
public static class ShiftNotices
{
    /// <summary>
    /// The evening before, in wall time; whoever comes late to it tells at once. Null on the day itself: who was put on a shift of today
    /// was told of that.
    /// </summary>
    public static Instant? Due(ShiftStart shift, LocalTime evening, Instant now)
    {
        if (shift.Day <= now.OsloDate())
            return null;

        return Instant.Max(now, OsloTime.InstantAt(shift.Day.PlusDays(-1), evening));
    }
}
