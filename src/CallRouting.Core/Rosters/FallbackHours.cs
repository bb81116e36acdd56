using NodaTime;

namespace CallRouting.Core.Rosters;

/// <summary>Reckons with a fallback only while a line must be kept: nobody works all night for being named as the last resort.</summary>
internal static class FallbackHours
{
    /// <param name="openings">In order of time.</param>
    public static IReadOnlyList<DutyPeriod> Within(IReadOnlyList<Interval> openings, IReadOnlyList<DutyPeriod> periods)
    {
        if (!periods.Any(IsFallback))
            return periods;

        var clipped = new List<DutyPeriod>(periods.Count);
        var opening = 0;
        foreach (var period in periods)
        {
            while (opening < openings.Count && openings[opening].End <= period.From)
                opening++;
            if (IsFallback(period))
                Clip(period, openings, opening, clipped);
            else
                LayerSweep.Add(clipped, period);
        }
        return clipped;
    }

    // It comes in when there is nobody else, so it stands first.
    private static bool IsFallback(DutyPeriod period) => period.Staffing.OnDuty is [{ Why: ByFallback }, ..];

    private static void Clip(DutyPeriod period, IReadOnlyList<Interval> openings, int opening, List<DutyPeriod> clipped)
    {
        var others = period.Staffing with { OnDuty = [.. period.Staffing.OnDuty.Where(posting => posting.Why is not ByFallback)] };
        var from = period.From;
        for (; opening < openings.Count && openings[opening].Start < period.To; opening++)
        {
            var (open, close) = (openings[opening].Start, Instant.Min(openings[opening].End, period.To));
            if (from < open)
                LayerSweep.Add(clipped, new(from, open, others));
            LayerSweep.Add(clipped, new(Instant.Max(from, open), close, period.Staffing));
            from = close;
        }
        if (from < period.To)
            LayerSweep.Add(clipped, new(from, period.To, others));
    }
}
