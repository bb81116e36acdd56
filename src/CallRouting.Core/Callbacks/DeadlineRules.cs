using CallRouting.Core.Calls;
using CallRouting.Core.Offices;
using NodaTime;

namespace CallRouting.Core.Callbacks;

/// <summary>
/// When a call-back is due. Counted by the contact centre's hours and Norway's calendar, never by an office's own hours:
/// an office cannot close its duty away.
/// </summary>
public static class DeadlineRules
{
    /// <summary>
    /// Urgent: before today's closing; created while closed, before the closing of the first open day. Otherwise the policy's
    /// working days or hours; what is created on a closed day starts at the next opening. A working-day deadline keeps its
    /// wall time, moved into the opening of the day it is due. Urgency that was not stated is not urgent here:
    /// a silent caller is helped by an agent, who asks.
    /// </summary>
    public static Instant DueAt(Instant created, Urgency urgency, OpeningHours hours, DeadlinePolicy policy)
    {
        if (urgency == Urgency.Urgent)
            return ClosingOfFirstOpening(created, hours);

        var start = hours.On(created.OsloDate()) is null ? hours.OpensNext(created).ToInstant() : created;
        return policy switch
        {
            DeadlinePolicy.WorkingDays(var days) => AfterWorkingDays(start, days, hours),
            DeadlinePolicy.ClockHours(var count) => start + Duration.FromHours(count),
            _ => throw new ArgumentOutOfRangeException(nameof(policy), policy, "Working days or clock hours."),
        };
    }

    /// <summary>Whether the lead is alerted at once: urgent, and too little of today is left to wait for the ladder alone.</summary>
    public static bool AlertsLead(Instant created, Urgency urgency, OpeningHours hours, DeadlinePolicy policy) =>
        urgency == Urgency.Urgent && (hours.ClosesAt(created) is not { } closing || closing.ToInstant() - created < policy.UrgentMargin);

    private static Instant ClosingOfFirstOpening(Instant created, OpeningHours hours) =>
        (hours.ClosesAt(created) ?? hours.ClosesAt(hours.OpensNext(created).ToInstant()))!.Value.ToInstant();

    private static Instant AfterWorkingDays(Instant start, int days, OpeningHours hours)
    {
        var (date, time) = start.InOslo().LocalDateTime;
        for (var left = days; left > 0; )
        {
            date = date.PlusDays(1);
            if (hours.IsWorkingDay(date))
                left--;
        }

        return OsloTime.At(date, Within(hours.On(date)!.Value, time)).ToInstant();
    }

    private static LocalTime Within(OpenPeriod period, LocalTime time) => LocalTime.Max(period.From, LocalTime.Min(period.To, time));
}
