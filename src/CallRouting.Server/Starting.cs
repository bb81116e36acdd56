namespace CallRouting.Server;

public static class Starting
{
    /// <summary>Returns when the doors are open.</summary>
    public static async Task Started(this IHostApplicationLifetime host, CancellationToken cancel)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var _ = host.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(cancel);
    }
}
