using System.Text.Json;

namespace CallRouting.Server.Demo;

/// <summary>
/// The demo's clock: it began at an instant of our choice, and may run faster than the wall's. Server and phone network read
/// the same file, so that deadlines of ours and ring times of the network's stretch alike.
/// </summary>
public sealed class DemoClock(ClockFile file, TimeProvider wall) : TimeProvider
{
    public double Speed => file.Speed;

    public override TimeZoneInfo LocalTimeZone => wall.LocalTimeZone;

    public override DateTimeOffset GetUtcNow() => file.DemoAt(wall.GetUtcNow());

    // A span that is measured is the demo's too: the same ticks, of which fewer make a second of the demo.
    public override long GetTimestamp() => wall.GetTimestamp();

    public override long TimestampFrequency => (long)(wall.TimestampFrequency / file.Speed);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new StretchedTimer(wall, file.Speed, callback, state, dueTime, period);

    private sealed class StretchedTimer(
        TimeProvider wall,
        double speed,
        TimerCallback callback,
        object? state,
        TimeSpan due,
        TimeSpan period
    ) : ITimer
    {
        private readonly ITimer timer = wall.CreateTimer(callback, state, Stretch(due, speed), Stretch(period, speed));

        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(Stretch(dueTime, speed), Stretch(period, speed));

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();

        private static TimeSpan Stretch(TimeSpan span, double speed) => span == Timeout.InfiniteTimeSpan ? span : span / speed;
    }
}

/// <summary>When the demo's clock began, by itself and by the wall, and how fast it runs.</summary>
public sealed record ClockFile(DateTimeOffset DemoEpoch, DateTimeOffset WallEpoch, double Speed)
{
    public DateTimeOffset DemoAt(DateTimeOffset wallNow) => DemoEpoch + ((wallNow - WallEpoch) * Speed);

    public static ClockFile Read(string path) =>
        JsonSerializer.Deserialize<ClockFile>(File.ReadAllText(path), JsonSerializerOptions.Web)
        ?? throw new InvalidOperationException($"{path} holds no clock.");

    public void Write(string path) => File.WriteAllText(path, JsonSerializer.Serialize(this, JsonSerializerOptions.Web));
}

/// <summary>
/// Deadlines of calls run as fast as the demo's clock; a machine does not work faster for it. So the patience with a machine is
/// measured on the wall: given to a clock that runs N times as fast, it is N times as long.
/// </summary>
public static class WallPatience
{
    public static TimeSpan OnTheWall(this TimeProvider clock, TimeSpan limit) => clock is DemoClock demo ? limit * demo.Speed : limit;
}
