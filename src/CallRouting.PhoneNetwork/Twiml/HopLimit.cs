namespace CallRouting.PhoneNetwork.Twiml;

/// <summary>
/// Stops documents that lead to documents without a pause: a hundred within ten seconds (contract §2.3 leaves the cap to the simulator). A caller who
/// waits half an hour in a loop of prompts is no such case.
/// </summary>
internal sealed class HopLimit(TimeProvider clock)
{
    private const int Most = 100;
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(10);
    private DateTimeOffset since = clock.GetUtcNow();
    private int hops;

    public void Count()
    {
        var now = clock.GetUtcNow();
        if (now - since > Window)
            (since, hops) = (now, 0);
        if (++hops > Most)
            throw new TwimlFault(11215, $"More than {Most} documents within {Window.TotalSeconds:0} s: a redirect loop.");
    }
}
