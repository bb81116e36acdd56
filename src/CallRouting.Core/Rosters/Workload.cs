using NodaTime;

namespace CallRouting.Core.Rosters;

/// <summary>How much an officer is on duty. Two lines at once count twice, as they are two duties.</summary>
/// <param name="Hours">In any layer.</param>
/// <param name="Primary">Of those, as primary.</param>
/// <param name="Evenings">Of those, between 17 and 06, on any day.</param>
/// <param name="DaysOff">Of those, on Saturdays, Sundays and public holidays, at any hour.</param>
/// <param name="Shifts">How often they begin in a layer.</param>
public sealed record Workload(string OfficerId, Duration Hours, Duration Primary, Duration Evenings, Duration DaysOff, int Shifts)
{
    /// <summary>
    /// How unevenly something is shared, from 0 (each has the same) towards 1 (one has it all): the share of it that would have to
    /// change hands for everybody to have the same (the Hoover index). Whoever shares in it counts, also with nothing.
    /// </summary>
    public static double Unevenness(IReadOnlyCollection<Duration> shares)
    {
        var total = shares.Sum(share => share.TotalHours);
        if (total == 0)
            return 0;

        var mean = total / shares.Count;
        return shares.Sum(share => Math.Abs(share.TotalHours - mean)) / 2 / total;
    }

    /// <summary>Each officer once, the busiest first.</summary>
    public static IReadOnlyList<Workload> Summed(IEnumerable<Workload> parts) =>
        [
            .. parts
                .GroupBy(part => part.OfficerId)
                .Select(own => own.Aggregate((one, other) => one + other))
                .OrderByDescending(work => work.Hours)
                .ThenBy(work => work.OfficerId, StringComparer.Ordinal),
        ];

    /// <summary>Of the same officer.</summary>
    public static Workload operator +(Workload one, Workload other) =>
        new(
            one.OfficerId,
            one.Hours + other.Hours,
            one.Primary + other.Primary,
            one.Evenings + other.Evenings,
            one.DaysOff + other.DaysOff,
            one.Shifts + other.Shifts
        );
}
