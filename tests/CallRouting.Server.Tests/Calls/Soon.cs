using CallRouting.Scenarios;

namespace CallRouting.Server.Tests.Calls;

/// <summary>Waits for a condition that other threads bring about; a test whose condition never comes fails instead of hanging.</summary>
internal static class Soon
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static Task Holds(Func<bool> condition, string what) => Holds(() => Task.FromResult(condition()), what);

    public static async Task Holds(Func<Task<bool>> condition, string what)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            Assert.That(TimeProvider.System.GetElapsedTime(start), Is.LessThan(Patience), $"It did not happen: {what}");
            await Task.Yield();
        }
    }

    /// <summary>Moves the clock from one timer to the next until something that was begun is done: nobody has to know when it began to wait.</summary>
    public static async Task<T> Ends<T>(Task<T> begun, ManualTime time)
    {
        await Ends((Task)begun, time);
        return await begun;
    }

    public static async Task Ends(Task begun, ManualTime time)
    {
        await Holds(
            () =>
            {
                if (time.NextDue is { } due && !begun.IsCompleted)
                {
                    time.Advance(due - time.GetUtcNow());
                }
                return begun.IsCompleted;
            },
            "what was begun is done"
        );
        await begun;
    }
}
