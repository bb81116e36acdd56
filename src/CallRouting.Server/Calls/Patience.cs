using CallRouting.Server.Demo;
using CallRouting.Server.Telephony;
using Microsoft.Extensions.Options;
using NodaTime;

namespace CallRouting.Server.Calls;

/// <summary>
/// For how long an action is claimed, and when it is tried again. The trying again is written into the action, so that no crash loses
/// it, no task waits for it, and the pace counts it.
/// </summary>
public sealed class Patience(IOptions<ProviderOptions> options, TimeProvider clock, Random random)
{
    private static readonly Duration First = Duration.FromMilliseconds(250);
    private static readonly Duration Longest = Duration.FromSeconds(4);
    private static readonly Duration LongestAsked = Duration.FromSeconds(20);
    private static readonly Duration Margin = Duration.FromSeconds(2);

    /// <summary>Longer than any request of ours lasts: who still has an action then has died.</summary>
    public Duration Claim => Duration.FromTimeSpan(clock.OnTheWall(TimeSpan.FromSeconds(options.Value.RequestTimeout))) + Margin;

    /// <summary>Full jitter up to a quarter of a second, a half, one, two and then four: who failed together does not come again together.</summary>
    /// <param name="asked">What the provider asked for itself; honoured within bounds, and never needed.</param>
    public Duration Until(int tries, Duration? asked = null)
    {
        var most = Duration.Min(First * (1 << Math.Min(tries, 10)), Longest);
        lock (random)
        {
            return Duration.Min(asked ?? Duration.Zero, LongestAsked) + (most * random.NextDouble());
        }
    }
}
