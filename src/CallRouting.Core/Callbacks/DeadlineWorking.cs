using CallRouting.Core.Calls;
using CallRouting.Core.Offices;
using NodaTime;

namespace CallRouting.Core.Callbacks;

/// <summary>How a deadline came about, day by day, so that whoever doubts it can count along.</summary>
/// <param name="Starts">When counting begins: when it was created, or at the next opening.</param>
/// <param name="Days">Every day from the first to the one that it is due on.</param>
public sealed record DeadlineWorking(Instant Starts, IReadOnlyList<DeadlineDay> Days, Instant DueAt)
{
    public static DeadlineWorking Of(Instant created, Urgency urgency, OpeningHours hours, DeadlinePolicy policy)
    {
        var due = DeadlineRules.DueAt(created, urgency, hours, policy);
        var starts = hours.On(created.OsloDate()) is null ? hours.OpensNext(created).ToInstant() : created;
        return new(starts, [.. Between(created.OsloDate(), starts.OsloDate(), due.OsloDate(), CountsDays(urgency, policy), hours)], due);
    }

    private static bool CountsDays(Urgency urgency, DeadlinePolicy policy) =>
        urgency != Urgency.Urgent && policy is DeadlinePolicy.WorkingDays;

    private static IEnumerable<DeadlineDay> Between(LocalDate created, LocalDate starts, LocalDate due, bool counts, OpeningHours hours)
    {
        for (var date = created; date <= due; date = date.PlusDays(1))
        {
            var why = Closed(date, hours);
            yield return new(date, counts && date > starts && why is null, why, Name(date, hours));
        }
    }

    private static ClosedBecause? Closed(LocalDate date, OpeningHours hours) =>
        hours.IsWorkingDay(date) ? null
        : NorwegianHolidays.IsDayOff(date) ? ClosedBecause.Holiday
        : date.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday ? ClosedBecause.Weekend
        : ClosedBecause.ContactCentre;

    private static string? Name(LocalDate date, OpeningHours hours) =>
        NorwegianHolidays.Of(date.Year).FirstOrDefault(day => day.IsDayOff && day.Date == date)?.Name ?? hours.ExceptionOn(date)?.Reason;
}

/// <param name="Counts">It is one of the days that the office has.</param>
/// <param name="Why">Why it is none; null: a working day.</param>
/// <param name="Name">The holiday's name in bokmål, or the public reason of an exception.</param>
public sealed record DeadlineDay(LocalDate Date, bool Counts, ClosedBecause? Why, string? Name);

public enum ClosedBecause
{
    Weekend,

    /// <summary>By law.</summary>
    Holiday,

    /// <summary>The contact centre is closed by an exception of its own.</summary>
    ContactCentre,
}
