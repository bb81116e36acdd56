using CallRouting.Core.Transfers;
using NodaTime;

namespace CallRouting.Core.Calls;

/// <summary>A call to one of our numbers' partners as the provider lists it.</summary>
/// <param name="Created">To the second, as the provider tells it.</param>
public sealed record ListedCall(string Sid, Instant Created);

/// <summary>What is known of a ringing whose request was never answered.</summary>
public abstract record DialFound
{
    /// <param name="Others">Calls of the same request that the provider made all the same: they are ended.</param>
    public sealed record Made(string Sid, IReadOnlyList<string> Others) : DialFound;

    /// <summary>It surely was not made, and never will be.</summary>
    public sealed record NeverMade : DialFound;

    public sealed record NotYetKnown(Instant LookAgain) : DialFound;
}

/// <summary>When a phone is too old an order to be rung, and what became of a request that nobody answered. Pure.</summary>
public static class DialRules
{
    /// <summary>Who waited longer than this to be rung is not rung any more.</summary>
    public static readonly Duration Freshness = Timings.Default.Dialling;

    // The provider's times are whole seconds, and its clock is not ours (contract §7).
    private static readonly Duration ClockSlack = Duration.FromSeconds(2);

    // A list lags by a second or two, and what hangs may be carried out when it stops hanging (contract §7: at least ten seconds).
    private static readonly Duration Surely = Duration.FromSeconds(12);

    public static readonly Duration BetweenLooks = Duration.FromSeconds(2);

    /// <summary>When the provider's list is first asked, after an answer that told nothing.</summary>
    public static Instant FirstLook(Instant sent, Instant now) => Instant.Max(now, sent + Duration.FromSeconds(1));

    /// <summary>Why a phone is not to be rung now, or null. What is withdrawn needs no reason: nobody waits for it.</summary>
    /// <param name="attempt">The officer's, or null for an agent, a third party or a caller who is rung back.</param>
    public static string? TooLate(Attempt? attempt, Instant ordered, Instant now) =>
        now >= (attempt is null ? ordered + Freshness : attempt.Until ?? now) ? FailureReasons.NotSent : null;

    /// <summary>What the provider's list tells of a request.</summary>
    /// <param name="sent">When it left us.</param>
    /// <param name="listed">Calls to that number that belong to no other order of ours.</param>
    public static DialFound Look(Instant sent, IReadOnlyList<ListedCall> listed, Instant now)
    {
        var ours = listed.Where(call => call.Created >= sent - ClockSlack).OrderBy(call => call.Created).ToList();
        return ours.Count > 0 ? new DialFound.Made(ours[0].Sid, [.. ours.Skip(1).Select(call => call.Sid)])
            : now >= sent + Surely ? new DialFound.NeverMade()
            : new DialFound.NotYetKnown(Instant.Min(now + BetweenLooks, sent + Surely));
    }
}
