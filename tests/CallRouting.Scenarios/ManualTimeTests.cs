namespace CallRouting.Scenarios;

[Parallelizable(ParallelScope.All)]
public class ManualTimeTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 18, 9, 0, 0, TimeSpan.Zero);

    [Test]
    public void Timers_fire_in_order_each_at_its_own_time()
    {
        var time = new ManualTime(Start);
        var fired = new List<(string Name, double At)>();
        void Note(string name) => fired.Add((name, (time.GetUtcNow() - Start).TotalSeconds));
        using var late = time.CreateTimer(_ => Note("late"), null, TimeSpan.FromSeconds(3), Timeout.InfiniteTimeSpan);
        using var early = time.CreateTimer(_ => Note("early"), null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
        using var every = time.CreateTimer(_ => Note("every"), null, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2));
        Assert.That(time.NextDue, Is.EqualTo(Start.AddSeconds(1)));
        time.Advance(TimeSpan.FromSeconds(5));
        Assert.That(fired, Is.EqualTo(new[] { ("early", 1.0), ("every", 2.0), ("late", 3.0), ("every", 4.0) }));
        Assert.That(time.GetUtcNow(), Is.EqualTo(Start.AddSeconds(5)));
    }

    [Test]
    public void A_timer_set_by_a_timer_fires_in_the_same_advance()
    {
        var time = new ManualTime(Start);
        var fired = false;
        using var first = time.CreateTimer(
            _ => time.CreateTimer(_ => fired = true, null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan),
            null,
            TimeSpan.FromSeconds(1),
            Timeout.InfiniteTimeSpan
        );
        time.Advance(TimeSpan.FromSeconds(2));
        Assert.That(fired);
    }

    [Test]
    public void A_disposed_timer_is_forgotten()
    {
        var time = new ManualTime(Start);
        time.CreateTimer(_ => Assert.Fail("fired"), null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan).Dispose();
        Assert.That(time.NextDue, Is.Null);
        time.Advance(TimeSpan.FromSeconds(2));
    }
}
