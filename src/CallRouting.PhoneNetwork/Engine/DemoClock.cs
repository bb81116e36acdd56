using System.Text.Json;

namespace CallRouting.PhoneNetwork.Engine;

/// <summary>
/// The demo day's clock: it starts at <c>demoEpoch</c> when the wall shows <c>wallEpoch</c> and runs <c>speed</c> times as fast. Timers follow it, so
/// a wait of 20 seconds lasts 20 / speed seconds on the wall.
/// </summary>
internal sealed class DemoClock(DateTimeOffset demoEpoch, DateTimeOffset wallEpoch, double speed, TimeProvider wall) : TimeProvider
{
    public static DemoClock Read(string file, TimeProvider wall)
    {
        if (!File.Exists(file))
            throw new BadSettingsException($"PhoneNetwork:ClockFile names {file}, which does not exist.");
        try
        {
            var times =
                JsonSerializer.Deserialize<Times>(File.ReadAllText(file), JsonSerializerOptions.Web) ?? new Times(default, default, 0);
            if (times.Speed is < 0.1 or > 100 || times.DemoEpoch == default || times.WallEpoch == default)
                throw new BadSettingsException(
                    $"{file}: expected demoEpoch and wallEpoch (ISO 8601 with offset) and speed from 0.1 to 100."
                );
            return new DemoClock(times.DemoEpoch, times.WallEpoch, times.Speed, wall);
        }
        catch (JsonException fault)
        {
            throw new BadSettingsException($"{file}:{fault.LineNumber + 1}: {fault.Message}");
        }
    }

    public override DateTimeOffset GetUtcNow() => (demoEpoch + ((wall.GetUtcNow() - wallEpoch) * speed)).ToUniversalTime();

    public override long TimestampFrequency => wall.TimestampFrequency;

    public override long GetTimestamp() => (long)(wall.GetTimestamp() * speed);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new ScaledTimer(wall.CreateTimer(callback, state, OnTheWall(dueTime), OnTheWall(period)), this);

    private TimeSpan OnTheWall(TimeSpan demo) => demo == Timeout.InfiniteTimeSpan ? demo : demo / speed;

    private sealed record Times(DateTimeOffset DemoEpoch, DateTimeOffset WallEpoch, double Speed);

    private sealed class ScaledTimer(ITimer timer, DemoClock clock) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(clock.OnTheWall(dueTime), clock.OnTheWall(period));

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
