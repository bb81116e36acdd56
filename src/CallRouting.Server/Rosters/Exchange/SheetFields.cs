using CallRouting.Core.Rosters;
using NodaTime;
using NodaTime.Text;

namespace CallRouting.Server.Rosters.Exchange;

/// <summary>Dates, times and layers as people type them into a spreadsheet.</summary>
internal static class SheetFields
{
    // A roster of another century is a slip of the finger.
    private static readonly LocalDate Earliest = new(2000, 1, 1);
    private static readonly LocalDate Latest = new(2100, 1, 1);

    private static readonly LocalDatePattern[] Dates =
    [
        LocalDatePattern.Iso,
        LocalDatePattern.CreateWithInvariantCulture("d.M.uuuu"),
        LocalDatePattern.CreateWithInvariantCulture("d/M/uuuu"),
    ];

    private static readonly LocalTimePattern[] Times =
    [
        LocalTimePattern.CreateWithInvariantCulture("H:mm"),
        LocalTimePattern.CreateWithInvariantCulture("H.mm"),
        LocalTimePattern.CreateWithInvariantCulture("H:mm':00'"),
    ];

    public static LocalDate Date(string field, string text) =>
        First(Dates, text) is { } date && date >= Earliest && date < Latest
            ? date
            : throw new RefusedRowException(field, text, "It is no date. Allowed: 2027-01-04, or 04.01.2027; the years 2000 to 2099.");

    /// <summary>24:00 is midnight, at the end of the day.</summary>
    public static LocalTime Time(string field, string text) =>
        text is "24:00" or "24.00" or "24:00:00" ? LocalTime.Midnight
        : First(Times, text) is { } time ? time
        : throw new RefusedRowException(field, text, "It is no time. Allowed: 09:00 or 9.00, from 00:00 to 24:00.");

    /// <summary>Left out: the first layer.</summary>
    public static DutyRole Role(string field, string text) =>
        text.Length == 0
            ? DutyRole.Primary
            : RoleWords.Read(text)
                ?? throw new RefusedRowException(field, text, $"It is no layer. Allowed: {RoleWords.Allowed}; left out: primær.");

    private static T? First<T>(IEnumerable<IPattern<T>> patterns, string text)
        where T : struct
    {
        foreach (var pattern in patterns)
        {
            if (pattern.Parse(text).TryGetValue(default, out var value))
            {
                return value;
            }
        }
        return null;
    }
}
