using NodaTime;

namespace CallRouting.Core.Rosters;

/// <summary>Walks once through an interval, from each moment at which a layer's answer may change to the next.</summary>
internal static class LayerSweep
{
    public static List<DutyPeriod> Over(Roster roster, Layer layer, Interval interval)
    {
        var duties = Plan.Duties(roster, layer.Role, interval);
        var leave = Plan.Leave(roster, interval);
        var overrides = Plan.Overrides(roster, layer.Role, interval);
        var edges = Edges(interval, duties, leave, overrides);

        var periods = new List<DutyPeriod>(edges.Count);
        var (planned, away, made) = (new Running<Posting>(duties), new Running<Leave>(leave), new Running<Override>(overrides));
        for (var i = 0; i + 1 < edges.Count; i++)
        {
            var from = edges[i];
            Add(periods, new(from, edges[i + 1], Precedence.Decide(layer, planned.At(from), away.At(from), made.At(from))));
        }
        return periods;
    }

    /// <summary>Adds a period, or lengthens the last one when it says the same.</summary>
    public static void Add(List<DutyPeriod> periods, DutyPeriod next)
    {
        if (periods is [.., var last] && last.To == next.From && last.Staffing.Equals(next.Staffing))
            periods[^1] = last with { To = next.To };
        else
            periods.Add(next);
    }

    private static List<Instant> Edges(
        Interval interval,
        List<Timed<Posting>> duties,
        List<Timed<Leave>> leave,
        List<Timed<Override>> overrides
    )
    {
        var edges = new List<Instant>(2 * (duties.Count + leave.Count + overrides.Count) + 2) { interval.Start, interval.End };
        AddEdges(duties, interval, edges);
        AddEdges(leave, interval, edges);
        AddEdges(overrides, interval, edges);
        edges.Sort();

        var distinct = 1;
        for (var i = 1; i < edges.Count; i++)
            if (edges[i] != edges[distinct - 1])
                edges[distinct++] = edges[i];

        edges.RemoveRange(distinct, edges.Count - distinct);
        return edges;
    }

    private static void AddEdges<T>(List<Timed<T>> things, Interval interval, List<Instant> edges)
    {
        foreach (var thing in things)
        {
            if (thing.From > interval.Start)
                edges.Add(thing.From);
            if (thing.To < interval.End)
                edges.Add(thing.To);
        }
    }
}
