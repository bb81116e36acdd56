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
}
