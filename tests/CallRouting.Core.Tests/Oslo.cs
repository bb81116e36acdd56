using CallRouting.Core.Offices;
using NodaTime;
using NodaTime.Text;

namespace CallRouting.Core.Tests;

/// <summary>Wall times in tests, as «2026-04-01 14:00», and weekdays in answers, as «Wed 2026-04-08 14:00».</summary>
internal static class Oslo
{
    private static readonly LocalDateTimePattern Wall = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");

    public static Instant At(string wall)
    {
        var local = Wall.Parse(wall).Value;
        return OsloTime.At(local.Date, local.TimeOfDay).ToInstant();
    }

    public static string Wording(Instant instant) => Wording(instant.InOslo());

    public static string Wording(ZonedDateTime time) => time.ToString("ddd uuuu-MM-dd HH:mm", null);
}
