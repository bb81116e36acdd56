using NodaTime;

namespace CallRouting.Core.Rosters;

/// <summary>One officer's time on duty in a layer, for one reason: what is told, drilled, put in a calendar and compared.</summary>
public sealed record OfficerDuty(string OfficerId, DutyRole Role, Instant From, Instant To, DutyReason Why);

/// <summary>A line's duties as its officers see them.</summary>
public static class OfficerDuties
{
    private static readonly Duration Month = Duration.FromDays(31);

    /// <summary>
    /// Layer by layer in order of time; a duty that begins or ends outside the interval is cut. Time as a fallback is no duty of
    /// theirs: it comes and goes with everybody else's.
    /// </summary>
    public static IReadOnlyList<OfficerDuty> Of(PublishedRosters rosters, Interval interval)
    {
        var duties = new List<OfficerDuty>();
        foreach (var layer in Timetable.Of(rosters, interval))
        {
            var running = new Dictionary<string, int>();
            foreach (var period in layer)
            foreach (var posting in period.Staffing.OnDuty)
                if (posting.Why is not ByFallback)
                    Add(duties, running, new(posting.OfficerId, period.Staffing.Role, period.From, period.To, posting.Why));
        }
        return duties;
    }

    /// <summary>
    /// What an officer is on duty for now, or is next within a time, from now to its end: what opens when they say that they cannot.
    /// One for each layer that they are in then; empty when they are on duty in none. Of a turn without a break, a month of it.
    /// </summary>
    public static IReadOnlyList<OfficerDuty> NowOrNext(PublishedRosters rosters, string officer, Instant now, Duration within)
    {
        var own = Of(rosters, new(now, now + within + Month)).Where(duty => duty.OfficerId == officer).ToList();
        var first = own.Where(duty => duty.From < now + within).Select(duty => duty.From).DefaultIfEmpty(Instant.MaxValue).Min();
        return [.. own.Where(duty => duty.From <= first && first < duty.To)];
    }

    private static void Add(List<OfficerDuty> duties, Dictionary<string, int> running, OfficerDuty next)
    {
        if (running.TryGetValue(next.OfficerId, out var place) && duties[place].To == next.From && duties[place].Why == next.Why)
        {
            duties[place] = duties[place] with { To = next.To };
            return;
        }

        running[next.OfficerId] = duties.Count;
        duties.Add(next);
    }
}
