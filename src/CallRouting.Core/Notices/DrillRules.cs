using NodaTime;

namespace CallRouting.Core.Notices;

/// <summary>When a phone is tried before a shift.</summary>
/// <param name="Text">The SMS, which can be answered.</param>
/// <param name="Ring">The call, when the SMS was not answered.</param>
/// <param name="RingAgain">The second call, when the first was not answered either.</param>
/// <param name="Deadline">From then on it is not confirmed, and the lead is told.</param>
public sealed record DrillTimes(Instant Text, Instant Ring, Instant RingAgain, Instant Deadline);

/// <summary>Whether and when a phone is tried. Pure, and the same for the same shift whoever reckons it.</summary>
public static class DrillRules
{
    /// <summary>The lead is told this long before the shift: time enough to find somebody else.</summary>
    public static readonly Duration LeadNeeds = Duration.FromMinutes(15);

    private static readonly Duration Earliest = Duration.FromMinutes(60);
    private static readonly Duration BeforeRinging = Duration.FromMinutes(5);
    private static readonly Duration BetweenRings = Duration.FromMinutes(8);
    private static readonly Duration Whole = BeforeRinging + BetweenRings + Duration.FromMinutes(2);

    /// <summary>Spread over the hour before, so that the country's shifts of nine o'clock do not ring at once; null: too late for it.</summary>
    public static DrillTimes? Times(ShiftStart shift, Instant now)
    {
        var deadline = shift.From - LeadNeeds;
        var latest = deadline - Whole;
        if (now > latest)
            return null;

        var text = Instant.Max(
            now,
            shift.From - Earliest + Duration.FromSeconds(Spread(shift, (int)(latest - shift.From + Earliest).TotalSeconds))
        );
        return new(text, text + BeforeRinging, text + BeforeRinging + BetweenRings, deadline);
    }

    // FNV-1a: a text's own hash is another in every process.
    private static int Spread(ShiftStart shift, int seconds)
    {
        var hash = 2166136261u;
        foreach (var letter in $"{shift.OfficerId}{shift.From.ToUnixTimeSeconds()}")
            hash = (hash ^ letter) * 16777619u;

        return (int)(hash % (uint)seconds);
    }
}
