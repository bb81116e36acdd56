using CallRouting.Core.Calls;
using CallRouting.Core.Offices;
using NodaTime;

namespace CallRouting.Core.Callbacks;

/// <summary>When a caller who did not answer is best rung again. A proposal: the officer may ring whenever the caller may be rung.</summary>
public static class NextTry
{
    /// <summary>Who asked for help today is not kept waiting for another part of the day.</summary>
    private static readonly Duration UrgentPause = Duration.FromMinutes(20);

    /// <summary>Who just did not answer is hardly there a moment later.</summary>
    private static readonly Duration Pause = Duration.FromMinutes(45);

    private const int DaysAhead = 7;

    /// <summary>
    /// The first part of a day that was tried least, before the deadline where there is one left; the part that the caller asked for goes
    /// before others that were tried as often. Urgent: in a little while, as long as it is open.
    /// </summary>
    /// <param name="tries">When the caller was rung in vain.</param>
    public static Instant Propose(
        IReadOnlyCollection<Instant> tries,
        PreferredTime asked,
        Urgency urgency,
        Instant due,
        Instant now,
        OpeningHours hours
    )
    {
        if (urgency == Urgency.Urgent)
            return Open(now + UrgentPause, hours);

        var earliest = Open(now + Pause, hours);
        var parts = PartsFrom(earliest, hours).ToList();
        var inTime = parts.Where(part => part.From < due).ToList();
        return (inTime.Count > 0 ? inTime : parts)
            .OrderBy(part => tries.Count(tried => PartOfDay.Of(tried, hours) == part.Part))
            .ThenBy(part => part.Part == asked ? 0 : 1)
            .ThenBy(part => part.From)
            .First()
            .From;
    }

    // Each begins where it begins, or where we are in it.
    private static IEnumerable<(PreferredTime Part, Instant From)> PartsFrom(Instant earliest, OpeningHours hours) =>
        from day in Enumerable.Range(0, DaysAhead)
        let date = earliest.OsloDate().PlusDays(day)
        let open = hours.On(date)
        where open is not null
        from part in PartOfDay.All
        let time = PartOfDay.On(date, open.Value, part)
        where time.End > earliest
        select (part, Instant.Max(earliest, time.Start));

    private static Instant Open(Instant at, OpeningHours hours) => hours.IsOpen(at) ? at : hours.OpensNext(at).ToInstant();
}
