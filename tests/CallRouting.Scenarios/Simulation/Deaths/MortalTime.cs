namespace CallRouting.Scenarios.Simulation.Deaths;

/// <summary>The world's clock as one process sees it: with the process its timers end.</summary>
public sealed class MortalTime(ManualTime world, Life life) : TimeProvider
{
    public override long TimestampFrequency => world.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => world.GetUtcNow();

    public override long GetTimestamp() => world.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        world.CreateTimer(callback, state, dueTime, period, life.End);
}
