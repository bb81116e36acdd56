using CallRouting.PhoneNetwork.Engine;

namespace CallRouting.PhoneNetwork.Webhooks;

/// <summary>
/// Ring times and prompts run as fast as the demo's clock; a machine does not work faster for it. So the patience with a web server is
/// measured on the wall: given to a clock that runs N times as fast, it is N times as long.
/// </summary>
internal static class WallPatience
{
    public static CancellationTokenSource GivesUpAfter(this TimeProvider clock, TimeSpan limit) =>
        new(clock is DemoClock demo ? limit * demo.Speed : limit, clock);
}
