using NodaTime;

namespace CallRouting.Core.Reports;

/// <summary>
/// What became of promises. A call-back belongs to two days: it is owed on one and due on another, so that a deadline counts on the day on
/// which it could be broken.
/// </summary>
public sealed record CallbackFigures
{
    public static CallbackFigures None { get; } = new();

    public long Owed { get; init; }

    public long Urgent { get; init; }

    /// <summary>Of the urgent ones: settled on the day on which they were owed.</summary>
    public long UrgentSameDay { get; init; }

    /// <summary>Of those owed: settled, whenever that was.</summary>
    public long Settled { get; init; }

    /// <summary>To reach the callers of those settled.</summary>
    public long Attempts { get; init; }

    /// <summary>Seconds from the promise to its settling, of those settled.</summary>
    public Histogram ToSettle { get; init; } = Histogram.Empty;

    /// <summary>Those whose deadline was in this time.</summary>
    public long Due { get; init; }

    /// <summary>Of those: settled by then.</summary>
    public long WithinDeadline { get; init; }

    public Share WithinDeadlineShare => new(WithinDeadline, Due);

    public Share UrgentSameDayShare => new(UrgentSameDay, Urgent);

    /// <summary>Null where none is settled.</summary>
    public double? AttemptsEach => Settled == 0 ? null : (double)Attempts / Settled;

    /// <summary>What a call-back adds to the figures of some days.</summary>
    public static CallbackFigures Of(CountedCallback one, DateInterval days) =>
        (days.Contains(one.OwedOn) ? Promise(one) : None) + (days.Contains(one.DueOn) ? Deadline(one) : None);

    public static CallbackFigures operator +(CallbackFigures one, CallbackFigures other) =>
        new()
        {
            Owed = one.Owed + other.Owed,
            Urgent = one.Urgent + other.Urgent,
            UrgentSameDay = one.UrgentSameDay + other.UrgentSameDay,
            Settled = one.Settled + other.Settled,
            Attempts = one.Attempts + other.Attempts,
            ToSettle = one.ToSettle + other.ToSettle,
            Due = one.Due + other.Due,
            WithinDeadline = one.WithinDeadline + other.WithinDeadline,
        };

    private static CallbackFigures Promise(CountedCallback one)
    {
        var made = new CallbackFigures
        {
            Owed = 1,
            Urgent = one.Urgent ? 1 : 0,
            UrgentSameDay = one is { Urgent: true, SameDay: true } ? 1 : 0,
        };
        return one.SettledAt is { } at
            ? made with
            {
                Settled = 1,
                Attempts = one.Attempts,
                ToSettle = Histogram.Of(Counting.Seconds(one.OwedAt, at)),
            }
            : made;
    }

    private static CallbackFigures Deadline(CountedCallback one) => new() { Due = 1, WithinDeadline = one.WithinDeadline ? 1 : 0 };
}
