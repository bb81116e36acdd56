using NodaTime;

namespace CallRouting.Core.Rosters;

/// <summary>What a roster comes to in time: who is on duty in each layer, and why. Computed whenever it is asked, never stored.</summary>
/// <remarks>
/// Intervals are half-open, times are Norwegian wall times, and <see cref="Offices.OsloTime"/> decides what those mean on the nights the
/// clock moves. <see cref="Precedence"/> says which word counts. Both questions are one computation, so they cannot disagree.
/// </remarks>
public static class Timetable
{
    /// <summary>The answer of every layer at a moment, in the order of the layers.</summary>
    public static IReadOnlyList<Staffing> At(Roster roster, Instant now)
    {
        var moment = new Interval(now, now.PlusNanoseconds(1));
        return [.. roster.Layers.Select(layer => LayerSweep.Over(roster, layer, moment)[0].Staffing)];
    }

    /// <summary>
    /// Layer by layer, periods in order of time that leave no moment of the interval out: a gap is a period too.
    /// A period lasts as long as the answer and its reasons stay the same.
    /// </summary>
    /// <param name="interval">With a start and an end.</param>
    public static IReadOnlyList<DutyPeriod> Of(Roster roster, Interval interval) =>
        [.. roster.Layers.SelectMany(layer => Of(roster, layer, interval))];

    public static IReadOnlyList<DutyPeriod> Of(Roster roster, Layer layer, Interval interval) =>
        interval.Start < interval.End ? LayerSweep.Over(roster, layer, interval) : [];

    /// <summary>The same across versions; a layer that a version does not have is a gap while it holds.</summary>
    /// <returns>One list for each layer that any of the versions in force has, each leaving no moment out.</returns>
    public static IReadOnlyList<IReadOnlyList<DutyPeriod>> Of(PublishedRosters published, Interval interval)
    {
        var rosters = published.Over(interval);
        var roles = rosters.SelectMany(part => part.Roster.Layers).Select(layer => layer.Role).Distinct().Order();
        return [.. roles.Select(role => Of(rosters, role))];
    }

    private static List<DutyPeriod> Of(IReadOnlyList<(Interval During, Roster Roster)> rosters, DutyRole role)
    {
        var periods = new List<DutyPeriod>();
        foreach (var (during, roster) in rosters)
        {
            var layer = roster.Layers.FirstOrDefault(layer => layer.Role == role) ?? new Layer(role, "", []);
            foreach (var period in Of(roster, layer, during))
                LayerSweep.Add(periods, period);
        }
        return periods;
    }
}
