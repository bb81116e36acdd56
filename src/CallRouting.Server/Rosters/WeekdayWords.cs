using CallRouting.Core.Rosters;
using NodaTime;

namespace CallRouting.Server.Rosters;

/// <summary>Weekdays as a roster file writes them: <c>mon-fri</c>, <c>mon,wed,fri</c>, <c>fri-mon</c>.</summary>
internal static class WeekdayWords
{
    private static readonly string[] Words = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    /// <summary>The set that a text names, or none when it names none or something else.</summary>
    public static Weekdays Read(string text)
    {
        var days = Weekdays.None;
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            var ends = part.Split('-', StringSplitOptions.TrimEntries).Select(word => Array.IndexOf(Words, word)).ToArray();
            if (ends.Length > 2 || ends.Contains(-1))
                return Weekdays.None;

            days |= Range(ends[0], ends[^1]);
        }

        return days;
    }

    /// <summary>As <see cref="Read"/> understands it, the days one by one.</summary>
    public static string Write(Weekdays days) => string.Join(',', Words.Where((_, day) => days.Include((IsoDayOfWeek)(day + 1))));

    private static Weekdays Range(int first, int last)
    {
        var days = Weekdays.None;
        for (var day = first; ; day = (day + 1) % 7)
        {
            days |= WeekdaysExtensions.Of((IsoDayOfWeek)(day + 1));
            if (day == last)
                return days;
        }
    }
}
