namespace CallRouting.Scenarios;

/// <summary>A clock that moves when told. Timers fire one at a time, in the order of their time and then of their making.</summary>
public sealed class ManualTime(DateTimeOffset start) : TimeProvider
{
    private readonly Lock gate = new();
    private readonly SortedSet<ManualTimer> timers = new(
        Comparer<ManualTimer>.Create((a, b) => (a.Due, a.Order).CompareTo((b.Due, b.Order)))
    );
    private DateTimeOffset now = start.ToUniversalTime();
    private long made;

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
            return now;
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    /// <summary>When the next timer is due; null when none waits.</summary>
    public DateTimeOffset? NextDue
    {
        get
        {
            lock (gate)
                return timers.Min?.Due;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        CreateTimer(callback, state, dueTime, period, CancellationToken.None);

    /// <summary>A timer of somebody whose time ends: from then on it is silent.</summary>
    public ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period, CancellationToken until)
    {
        var timer = new ManualTimer(this, () => callback(state), until);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Takes away the timers of those whose time has ended, so that nothing waits for them.</summary>
    public void Bury()
    {
        lock (gate)
            timers.RemoveWhere(timer => timer.IsOver);
    }

    /// <summary>Moves the clock on and fires what falls due, each timer at its own time.</summary>
    public void Advance(TimeSpan span)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(span, TimeSpan.Zero);
        var target = GetUtcNow() + span;
        while (TakeDue(target) is { } fire)
            fire();
        lock (gate)
            now = target;
    }

    /// <summary>Moves the clock on in one step: what fell due on the way fires at its end. For a long day, where a step is too short to matter.</summary>
    public void Step(TimeSpan span)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(span, TimeSpan.Zero);
        DateTimeOffset target;
        lock (gate)
            target = now += span;
        while (TakeDue(target) is { } fire)
            fire();
    }

    private Action? TakeDue(DateTimeOffset target)
    {
        lock (gate)
        {
            if (timers.Min is not { } timer || timer.Due > target)
                return null;
            now = timer.Due > now ? timer.Due : now;
            timers.Remove(timer);
            if (timer.Period > TimeSpan.Zero)
            {
                (timer.Due, timer.Order) = (now + timer.Period, made++);
                timers.Add(timer);
            }
            return timer.Fire;
        }
    }

    private sealed class ManualTimer(ManualTime time, Action fire, CancellationToken until) : ITimer
    {
        public Action Fire => IsOver ? () => { } : fire;
        public bool IsOver => until.IsCancellationRequested;
        public DateTimeOffset Due { get; set; }
        public long Order { get; set; }
        public TimeSpan Period { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time.gate)
            {
                time.timers.Remove(this);
                if (dueTime == Timeout.InfiniteTimeSpan || IsOver)
                    return true;
                (Due, Order, Period) = (time.now + dueTime, time.made++, period);
                time.timers.Add(this);
                return true;
            }
        }

        public void Dispose()
        {
            lock (time.gate)
                time.timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
