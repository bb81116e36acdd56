namespace CallRouting.Scenarios.Simulation.Deaths;

/// <summary>
/// One process of the server. From its death on nothing that it does reaches the world: its database and its network throw, its timers are
/// silent, and what it would have answered is never heard.
/// </summary>
public sealed class Life : IDisposable
{
    private readonly CancellationTokenSource end = new();
    private readonly TaskCompletionSource over = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool IsOver => end.IsCancellationRequested;

    /// <summary>Cancelled at its death.</summary>
    public CancellationToken End => end.Token;

    /// <summary>Completes at its death.</summary>
    public Task Death => over.Task;

    public void Ends()
    {
        end.Cancel();
        over.TrySetResult();
    }

    public void MustGoOn()
    {
        if (IsOver)
        {
            throw new DeadException();
        }
    }

    public void Dispose() => end.Dispose();
}

/// <summary>What a process that is no more would find out, if it could.</summary>
public sealed class DeadException() : Exception("This process has been killed.");
