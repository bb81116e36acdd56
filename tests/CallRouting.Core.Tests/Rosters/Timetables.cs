using CallRouting.Core.Rosters;
using NodaTime;

namespace CallRouting.Core.Tests.Rosters;

/// <summary>Two rosters are the same in time when the same people are on duty, in the same order, at every moment.</summary>
internal static class Timetables
{
    /// <summary>Layer by layer, from each change to the next: «Primary 2026-11-02 09:00 kari, per».</summary>
    public static IReadOnlyList<string> WhoIsOnDuty(Roster roster, Interval interval)
    {
        var told = new List<string>();
        foreach (var layer in roster.Layers)
        {
            string? before = null;
            foreach (var period in Timetable.Of(roster, layer, interval))
            {
                var names = string.Join(", ", period.Staffing.OnDuty.Select(posting => posting.OfficerId));
                if (names != before)
                    told.Add($"{layer.Role} {period.From} {names}");
                before = names;
            }
        }
        return told;
    }
}
