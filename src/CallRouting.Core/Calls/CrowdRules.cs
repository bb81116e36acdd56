using NodaTime;

namespace CallRouting.Core.Calls;

/// <summary>How much the provider has asked of us that we have not answered yet.</summary>
/// <param name="Waiting">Requests under way.</param>
/// <param name="LongestWait">How long the oldest of them has waited.</param>
public sealed record Crowd(int Waiting, Duration LongestWait);

/// <summary>
/// When new callers are sent to the fallback number so that calls in progress go on: an answer that comes after two seconds is an
/// apology, so there is no use in letting in more than can be answered within one.
/// </summary>
public static class CrowdRules
{
    private const int TooMany = 2_000;

    // A single slow request is no crowd.
    private const int Few = 20;

    private static readonly Duration TooLong = Duration.FromSeconds(1);
    private static readonly Duration ShortAgain = Duration.FromMilliseconds(300);

    /// <param name="already">New callers are being turned away: they are until it is calm, so that the door does not flutter.</param>
    public static bool TurnsAway(bool already, Crowd crowd) =>
        crowd.Waiting >= TooMany
        || (already ? crowd.LongestWait > ShortAgain || crowd.Waiting > TooMany / 2 : crowd.Waiting >= Few && crowd.LongestWait >= TooLong);
}
