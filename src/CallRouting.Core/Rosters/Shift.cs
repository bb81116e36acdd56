using CallRouting.Core.Offices;
using NodaTime;

namespace CallRouting.Core.Rosters;

public enum DutyRole
{
    Primary,

    /// <summary>Bakvakt: rung when the primary does not accept.</summary>
    Backup,
}

/// <summary>
/// A duty that returns on the same weekdays, in wall time of Europe/Oslo, from and including <paramref name="From"/>
/// to <paramref name="To"/>. When To is not later than From, it ends on the next day; equal times are a whole day,
/// which is 23 or 25 hours when the clock moves.
/// </summary>
/// <param name="Days">The weekdays on which it begins.</param>
/// <param name="ValidFrom">The first date on which it may begin.</param>
/// <param name="ValidTo">The last date on which it may begin; null: until the roster changes.</param>
/// <param name="OnHolidays">Whether it also begins on public holidays (<see cref="NorwegianHolidays.IsDayOff"/>).</param>
public sealed record Shift(
    DutyLineId Line,
    string OfficerId,
    DutyRole Role,
    Weekdays Days,
    LocalTime From,
    LocalTime To,
    LocalDate ValidFrom,
    LocalDate? ValidTo = null,
    bool OnHolidays = false
)
{
    public bool Covers(Instant now)
    {
        var today = now.OsloDate();
        return Holds(today, now) || Holds(today.PlusDays(-1), now);
    }

    /// <summary>Whether a duty begins on a date.</summary>
    public bool BeginsOn(LocalDate date) =>
        Days.Include(date.DayOfWeek)
        && date >= ValidFrom
        && (ValidTo is not { } last || date <= last)
        && (OnHolidays || !NorwegianHolidays.IsDayOff(date));

    private bool Holds(LocalDate date, Instant now) => PeriodFrom(date).Contains(now) && BeginsOn(date);

    private Interval PeriodFrom(LocalDate date) =>
        new(OsloTime.At(date, From).ToInstant(), OsloTime.At(To > From ? date : date.PlusDays(1), To).ToInstant());
}
