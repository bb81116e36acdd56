using CallRouting.Core.Offices;
using CallRouting.Core.Rosters;
using NodaTime;

namespace CallRouting.Core.Notices;

/// <summary>An officer comes on duty on a line. Who moves from one layer of it to another without a break does not come anew.</summary>
/// <param name="To">When they go off it.</param>
public sealed record ShiftStart(DutyLineId Line, string OfficerId, Instant From, Instant To)
{
    public LocalDate Day => From.OsloDate();

    /// <summary>Who comes on duty within an interval, in order of time.</summary>
    public static IReadOnlyList<ShiftStart> Within(DutyLineId line, PublishedRosters rosters, Interval interval)
    {
        // From a moment before: whoever is on duty then does not begin within the interval.
        var seen = new Interval(interval.Start - Duration.Epsilon, interval.End);
        var starts = OfficerDuties
            .Of(rosters, seen)
            .GroupBy(duty => duty.OfficerId)
            .SelectMany(own => Joined(line, own.Key, [.. own.OrderBy(duty => duty.From)]));
        return [.. starts.Where(start => start.From >= interval.Start).OrderBy(start => start.From)];
    }

    private static List<ShiftStart> Joined(DutyLineId line, string officer, IReadOnlyList<OfficerDuty> duties)
    {
        var joined = new List<ShiftStart>();
        foreach (var duty in duties)
            if (joined is [.., var last] && duty.From <= last.To)
                joined[^1] = last with { To = Instant.Max(last.To, duty.To) };
            else
                joined.Add(new(line, officer, duty.From, duty.To));

        return joined;
    }
}
