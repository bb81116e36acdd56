using System.Collections.Concurrent;

namespace CallRouting.Server.Calls;

/// <summary>
/// Work that was begun and that nobody waits for, by name: what hangs at the provider keeps nothing else waiting, and the same is
/// not begun twice in one process.
/// </summary>
public sealed class InHand
{
    private readonly ConcurrentDictionary<string, Task> begun = new();

    /// <summary>How much is in hand. A test that owns the clock moves it only when all of it waits for the provider.</summary>
    public int Count => begun.Count;

    /// <summary>Begins it; null when work of that name is in hand already.</summary>
    public Task? Begin(string name, Func<Task> work)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return begun.TryAdd(name, done.Task) ? Run(name, work, done) : null;
    }

    /// <summary>All that is in hand now has come to its end, however it ended.</summary>
    public Task WhenDone() => Task.WhenAll(begun.Values);

    private async Task Run(string name, Func<Task> work, TaskCompletionSource done)
    {
        try
        {
            await work();
        }
        finally
        {
            begun.TryRemove(name, out _);
            done.SetResult();
        }
    }
}
