using CallRouting.Core.Offices;
using NodaTime;

namespace CallRouting.Core.Rosters;

/// <summary>Counts what officers do, from the periods of a line's layers.</summary>
internal static class WorkloadRules
{
    private static readonly LocalTime Morning = new(6, 0);
    private static readonly LocalTime Evening = new(17, 0);

    public static IReadOnlyList<Workload> Of(IReadOnlyList<IReadOnlyList<DutyPeriod>> layers)
    {
        var work = new Dictionary<string, Workload>();
        foreach (var layer in layers)
            for (var i = 0; i < layer.Count; i++)
                Count(layer[i], i > 0 ? layer[i - 1] : null, work);

        return [.. work.Values];
    }

    private static void Count(DutyPeriod period, DutyPeriod? before, Dictionary<string, Workload> work)
    {
        if (period.Staffing.IsGap)
            return;

        var (evenings, daysOff) = Inconvenient(period.From, period.To);
        var primary = period.Staffing.Role == DutyRole.Primary ? period.Length : Duration.Zero;
        foreach (var posting in period.Staffing.OnDuty)
        {
            var begins = before?.Staffing.Has(posting.OfficerId) == true ? 0 : 1;
            var more = new Workload(posting.OfficerId, period.Length, primary, evenings, daysOff, begins);
            work[posting.OfficerId] = work.TryGetValue(posting.OfficerId, out var already) ? already + more : more;
        }
    }

    private static (Duration Evenings, Duration DaysOff) Inconvenient(Instant from, Instant to)
    {
        var (evenings, daysOff) = (Duration.Zero, Duration.Zero);
        for (var date = from.OsloDate(); ; date = date.PlusDays(1))
        {
            var midnight = OsloTime.StartOf(date);
            if (midnight >= to)
                return (evenings, daysOff);

            var tomorrow = OsloTime.StartOf(date.PlusDays(1));
            evenings += Common(from, to, midnight, OsloTime.InstantAt(date, Morning));
            evenings += Common(from, to, OsloTime.InstantAt(date, Evening), tomorrow);
            if (date.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday || NorwegianHolidays.IsDayOff(date))
                daysOff += Common(from, to, midnight, tomorrow);
        }
    }

    private static Duration Common(Instant from, Instant to, Instant begin, Instant end)
    {
        var (first, last) = (Instant.Max(from, begin), Instant.Min(to, end));
        return first < last ? last - first : Duration.Zero;
    }
}
