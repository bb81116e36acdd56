using NodaTime;

namespace CallRouting.Core.Rosters;

/// <summary>What to look at in a line's roster beside its gaps.</summary>
internal sealed class OtherFindings(CoveredLine line, CoverageFacts facts, IReadOnlyList<IReadOnlyList<DutyPeriod>> layers)
{
    public IEnumerable<Finding> HandOvers(IReadOnlyList<Interval> openings)
    {
        var primary = layers.FirstOrDefault(periods => periods.Count > 0 && periods[0].Staffing.Role == DutyRole.Primary) ?? [];
        var opening = 0;
        for (var i = 1; i < primary.Count; i++)
        {
            var (before, after, moment) = (primary[i - 1].Staffing, primary[i].Staffing, primary[i].From);
            while (opening < openings.Count && openings[opening].End <= moment)
                opening++;
            if (opening == openings.Count)
                yield break;
            if (before.IsGap || after.IsGap || after.OnDuty.Any(posting => before.Has(posting.OfficerId)))
                continue;
            if (facts.HandOvers.Judge(moment, openings[opening]) is { } bad)
                yield return Found(moment, moment, new BadHandOver(bad, Ids(before), Ids(after)));
        }
    }

    /// <summary>Everybody on duty whose phones were never verified.</summary>
    public IEnumerable<Finding> Phones()
    {
        var times = new Dictionary<string, (Instant First, Instant Last)>();
        foreach (var period in layers.SelectMany(periods => periods))
        foreach (var posting in period.Staffing.OnDuty)
            times[posting.OfficerId] = times.TryGetValue(posting.OfficerId, out var known)
                ? (Instant.Min(known.First, period.From), Instant.Max(known.Last, period.To))
                : (period.From, period.To);

        return times
            .Where(time => facts.Officers.TryGetValue(time.Key, out var officer) && !officer.Phones.Any(facts.Verified.Contains))
            .Select(time => Found(time.Value.First, time.Value.Last, new UnverifiedPhone(time.Key)));
    }

    /// <summary>Everybody whom a swap or an override has put on duty while they are away.</summary>
    public IEnumerable<Finding> Leave(Interval interval)
    {
        var given = layers.SelectMany(periods => periods).Where(IsGiven).OrderBy(period => period.From).ToList();
        if (given.Count == 0)
            return [];

        var leave = line
            .Rosters.Over(interval)
            .SelectMany(part => Plan.Leave(part.Roster, part.During))
            .ToLookup(away => away.What.OfficerId);
        var found = new FindingList(line.Line);
        foreach (var period in given)
        foreach (var away in period.Staffing.OnDuty.Where(IsGiven).SelectMany(posting => leave[posting.OfficerId]))
            if (away.From < period.To && period.From < away.To)
                found.Add(
                    Instant.Max(away.From, period.From),
                    Instant.Min(away.To, period.To),
                    new OnDutyOnLeave(away.What.OfficerId, away.What.Id)
                );

        return found.All;
    }

    private static bool IsGiven(DutyPeriod period)
    {
        foreach (var posting in period.Staffing.OnDuty)
            if (IsGiven(posting))
                return true;

        return false;
    }

    private static bool IsGiven(Posting posting) => posting.Why is BySwap or ByOverride;

    private Finding Found(Instant from, Instant to, Concern what) => new(line.Line.Id, line.Line.Unit, from, to, what);

    private static OfficerIds Ids(Staffing staffing) => new([.. staffing.OnDuty.Select(posting => posting.OfficerId)]);
}
