using CallRouting.Core.Offices;
using NodaTime;
using NodaTime.Extensions;

namespace CallRouting.Server.Demo;

/// <summary>Where the demo's clock begins: on a working day at ten, or in the evening when the other menu is to be seen.</summary>
public static class DemoDay
{
    private static readonly LocalTime Morning = new(10, 0);
    private static readonly LocalTime Evening = new(18, 0);

    /// <summary>How much of the working day must be left for a restart to go on where it stopped.</summary>
    private static readonly Duration Enough = Duration.FromHours(1);

    /// <param name="wall">Today, by the wall.</param>
    /// <param name="lastSeen">How far the demo's clock had come before a restart. It never goes backwards.</param>
    public static Instant Begin(Instant wall, Instant? lastSeen, bool closed, OpeningHours hours)
    {
        if (lastSeen is { } seen && IsGood(seen, closed, hours))
        {
            return seen;
        }
        var from = lastSeen is { } last && last > wall ? last : wall;
        var candidates = Enumerable.Range(0, 30).Select(from.OsloDate().PlusDays).Where(hours.IsWorkingDay);
        return candidates
            .Select(date => OsloTime.At(date, closed ? Evening : Morning).ToInstant())
            .First(begin => lastSeen is not { } at || begin > at);
    }

    private static bool IsGood(Instant at, bool closed, OpeningHours hours) =>
        closed ? !hours.IsOpen(at) : hours.ClosesAt(at) is { } closing && closing.ToInstant() - at >= Enough;
}
