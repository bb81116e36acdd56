namespace CallRouting.PhoneNetwork.Engine;

/// <summary>Where requests of the product stand that the network holds back until the clock has moved.</summary>
internal sealed class Parking(TimeProvider clock)
{
    private int count;

    public int Count => Volatile.Read(ref count);

    /// <summary>Called after each change, on whatever thread changed it.</summary>
    public event Action? Changed;

    /// <summary>Waits, or gives up when the client has. The place is free before anybody learns that the wait is over, so that the count is never too high.</summary>
    public async Task Wait(TimeSpan span, CancellationToken gone)
    {
        var over = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var standing = 1;
        void Leave(Action finish)
        {
            if (Interlocked.Exchange(ref standing, 0) == 1)
                Add(-1);
            finish();
        }
        Add(1);
        await using var timer = clock.CreateTimer(_ => Leave(() => over.TrySetResult()), null, span, Timeout.InfiniteTimeSpan);
        await using var aborted = gone.Register(() => Leave(() => over.TrySetCanceled(gone)));
        await over.Task;
    }

    private void Add(int change)
    {
        Interlocked.Add(ref count, change);
        Changed?.Invoke();
    }
}
