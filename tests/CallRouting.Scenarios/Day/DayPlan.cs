using NodaTime;

namespace CallRouting.Scenarios.Day;

/// <summary>Which day is lived, and how much of it.</summary>
/// <param name="Calls">What the whole day would bring; a plan that ends early meets its part of it.</param>
/// <param name="Agents">Who comes to work at opening time.</param>
/// <param name="Until">When the last caller dials; the day goes on until nobody is on the line any more.</param>
public sealed record DayPlan(int Calls, int Agents, LocalTime Until, int Seed)
{
    /// <summary>
    /// What the demo's profile calls a working day: 300,000 social calls a year, about 1,200 on each of 250 days. An assumption: no hourly
    /// statistics are published.
    /// </summary>
    public const int UsualVolume = 1_200;

    public static readonly LocalTime Opening = new(9, 0);
    public static readonly LocalTime Closing = new(15, 0);

    /// <summary>Ten times the usual volume and thirty agents: far too few, which is the point.</summary>
    public static DayPlan TenTimesTheVolume { get; } = new(10 * UsualVolume, 30, Closing, Seed: 20261118);

    /// <summary>Half an hour of a day that three agents can nearly keep up with.</summary>
    public static DayPlan HalfAnHour { get; } = new(UsualVolume / 4, 3, new LocalTime(9, 30), Seed: 1);
}
