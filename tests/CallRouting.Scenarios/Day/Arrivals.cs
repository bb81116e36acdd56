using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace CallRouting.Scenarios.Day;

/// <summary>
/// When callers dial: a Poisson process whose rate follows the half hours of half_hours.csv (assumed, as the demo's profile says). Within a
/// half hour the rate is even, so as many as it brings are spread over it evenly by chance.
/// </summary>
public static class Arrivals
{
    private static readonly TimeSpan HalfHour = TimeSpan.FromMinutes(30);

    /// <summary>Moments since opening time, in order.</summary>
    public static IReadOnlyList<TimeSpan> Of(DayPlan plan, Draws draws) =>
        [
            .. Profile()
                .Where(part => part.From < plan.Until)
                .SelectMany(part => Within(part.From, plan.Calls * part.Percent / 100, draws))
                .Order(),
        ];

    private static IEnumerable<TimeSpan> Within(LocalTime from, double mean, Draws draws)
    {
        var begin = TimeSpan.FromTicks(Period.Between(DayPlan.Opening, from, PeriodUnits.Ticks).Ticks);
        return Enumerable.Range(0, draws.Poisson(mean)).Select(_ => begin + HalfHour * draws.Share());
    }

    private static IEnumerable<(LocalTime From, double Percent)> Profile() =>
        File.ReadLines(Path.Combine(Repository.Folder("tests/CallRouting.Scenarios/Day"), "half_hours.csv"))
            .Skip(1)
            .Select(line => line.Split(','))
            .Select(part =>
                (
                    LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(part[0]).Value,
                    double.Parse(part[1], CultureInfo.InvariantCulture)
                )
            );
}
