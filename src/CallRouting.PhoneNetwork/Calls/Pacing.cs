namespace CallRouting.PhoneNetwork.Calls;

/// <summary>The account's queue of new calls: so many leave it a second, the others wait and are not refused (contract §7).</summary>
internal sealed class Pacing(NetworkOptions options, TimeProvider clock)
{
    private DateTimeOffset nextFree = DateTimeOffset.MinValue;

    /// <summary>Takes the next turn and gives how long it is until then.</summary>
    public TimeSpan TakeTurn()
    {
        var now = clock.GetUtcNow();
        if (options.CallsPerSecond == 0)
            return TimeSpan.Zero;
        var turn = nextFree > now ? nextFree : now;
        nextFree = turn + TimeSpan.FromSeconds(1 / options.CallsPerSecond);
        return turn - now;
    }
}
