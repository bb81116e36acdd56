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
}
