using NodaTime;
using NodaTime.Text;

namespace CallRouting.Server.Rosters;

/// <summary>Wall times as files, requests and tables write them: <c>HH:mm</c>.</summary>
internal static class WallTime
{
    public static LocalTimePattern Pattern { get; } = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public static string Write(LocalTime time) => Pattern.Format(time);

    public static LocalTime Read(string text) => Pattern.Parse(text).Value;
}
