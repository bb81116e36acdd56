using CallRouting.Core.Offices;
using NodaTime;

namespace CallRouting.Core.Rosters;

/// <summary>An officer is away (fravær) on every line. Why is nobody's business and is not stored.</summary>
/// <param name="First">The first day.</param>
/// <param name="Last">The last day, included.</param>
/// <param name="Hours">The hours that begin on those days; null: the days from midnight to midnight.</param>
public sealed record Leave(string Id, string OfficerId, LocalDate First, LocalDate Last, Decided Decided, WeekHours? Hours = null)
{
    /// <summary>Whether they are away at a moment.</summary>
    public bool Covers(Instant now)
    {
        if (Decided.Withdrawn <= now)
            return false;

        var today = now.OsloDate();
        return Hours is { } hours ? Covers(hours, today, now) || Covers(hours, today.PlusDays(-1), now) : First <= today && today <= Last;
    }

    // Hours that pass midnight belong to the day on which they begin.
    private bool Covers(WeekHours hours, LocalDate begins, Instant now) =>
        First <= begins && begins <= Last && hours.Days.Include(begins.DayOfWeek) && hours.Start(begins) <= now && now < hours.End(begins);
}
