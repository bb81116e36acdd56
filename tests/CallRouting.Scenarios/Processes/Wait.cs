namespace CallRouting.Scenarios.Processes;

/// <summary>Waits for a condition in the real world, where the clock cannot be moved.</summary>
public static class Wait
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    /// <summary>Asks again until the answer is there; fails when it does not come within the limit.</summary>
    public static async Task<T> For<T>(Func<Task<T?>> ask, string what, int seconds, Func<string>? otherwise = null)
        where T : class
    {
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(seconds), TimeProvider.System);
        while (!late.IsCancellationRequested)
        {
            if (await ask() is { } answer)
            {
                return answer;
            }
            await Task.Delay(Look, TimeProvider.System, CancellationToken.None);
        }
        throw new AssertionException($"It did not happen within {seconds} s: {what}.\n{otherwise?.Invoke()}");
    }

    public static Task Until(Func<Task<bool>> holds, string what, int seconds = 40, Func<string>? otherwise = null) =>
        For(async () => await holds() ? what : null, what, seconds, otherwise);
}
