namespace CallRouting.PhoneNetwork.Engine;

/// <summary>
/// The network's one thread of thought. Everything that reads or changes a call, a room or a phone runs here, one step at a time and in the order
/// asked for; an await inside continues here. So the state needs no locks, and the same commands on the same clock give the same calls.
/// </summary>
internal sealed class EventLoop(ILogger<EventLoop> log) : TaskScheduler
{
    private readonly Queue<Task> waiting = new();
    private bool running;
    private int busy;

    /// <summary>True when no step waits or runs and nothing is held busy; a timer that waits for the clock does not count.</summary>
    public bool Idle => Volatile.Read(ref busy) == 0;

    public override int MaximumConcurrencyLevel => 1;

    /// <summary>Runs one step and gives its answer.</summary>
    public Task<T> Ask<T>(Func<T> step) => Task.Factory.StartNew(step, CancellationToken.None, TaskCreationOptions.DenyChildAttach, this);

    public Task Do(Action step) => Task.Factory.StartNew(step, CancellationToken.None, TaskCreationOptions.DenyChildAttach, this);

    /// <summary>Starts work that goes on by itself, such as a call or a report. It begins after the step that asked for it.</summary>
    public void Start(Func<Task> work)
    {
        // The caller's activity and request must not follow into a call that outlives them.
        using var suppressed = ExecutionContext.SuppressFlow();
        _ = Task.Factory.StartNew(() => Guard(work), CancellationToken.None, TaskCreationOptions.DenyChildAttach, this);
    }

    /// <summary>Keeps the network from counting as idle while somebody outside, such as the product's web server, owes it an answer.</summary>
    public IDisposable Busy()
    {
        Interlocked.Increment(ref busy);
        return new Hold(this);
    }

    protected override void QueueTask(Task task)
    {
        Interlocked.Increment(ref busy);
        lock (waiting)
        {
            waiting.Enqueue(task);
            if (running)
                return;
            running = true;
        }
        ThreadPool.UnsafeQueueUserWorkItem(static loop => loop.Drain(), this, preferLocal: false);
    }

    // Never inline: a step that ran inside another one would see it half done.
    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    protected override IEnumerable<Task> GetScheduledTasks()
    {
        lock (waiting)
            return waiting.ToArray();
    }

    private void Drain()
    {
        while (Take() is { } task)
        {
            TryExecuteTask(task);
            Interlocked.Decrement(ref busy);
        }
    }

    private Task? Take()
    {
        lock (waiting)
        {
            if (waiting.TryDequeue(out var task))
                return task;
            running = false;
            return null;
        }
    }

    private async Task Guard(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (OperationCanceledException)
        {
            // The call or the room ended while its work waited.
        }
        // A fault in one call must not stop the others; it is ours, so it is told loudly.
#pragma warning disable CA1031
        catch (Exception fault)
#pragma warning restore CA1031
        {
            log.LogError(fault, "A part of the phone network broke");
        }
    }

    private sealed class Hold(EventLoop loop) : IDisposable
    {
        private bool over;

        public void Dispose()
        {
            if (!over)
                Interlocked.Decrement(ref loop.busy);
            over = true;
        }
    }
}
