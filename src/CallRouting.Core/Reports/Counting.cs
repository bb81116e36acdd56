using CallRouting.Core.Offices;
using CallRouting.Core.Transfers;
using NodaTime;

namespace CallRouting.Core.Reports;

/// <summary>How what happened is counted. Pure: the same transfer is counted the same by whoever counts it.</summary>
public static class Counting
{
    /// <summary>In seconds. Whoever gave up sooner gave nobody a chance to accept; time in the provider's queue is not held against them.</summary>
    public const int Short = 10;

    /// <summary>Seconds within which an agent should answer: the one official target that was found, of 2014.</summary>
    public const int ServiceLevelSeconds = 30;

    /// <summary>Counts a transfer that is over.</summary>
    /// <param name="began">What was known at its beginning; its ending is replaced.</param>
    /// <param name="acceptedAt">When the officer was in the room.</param>
    public static CountedTransfer Of(Transfer transfer, CountedTransfer began, Instant? acceptedAt, Instant endedAt)
    {
        var accepted = AcceptedAttempt(transfer);
        var rung = accepted is null ? null : TransferRules.RungOf(transfer, accepted);
        var queue = QueueOf(transfer);
        var gaveUp = accepted is null && transfer.State is Abandoned or Cancelled ? Seconds(transfer.StartedAt, endedAt) : (int?)null;
        return began with
        {
            Ending = EndingOf(transfer, accepted is not null, gaveUp - queue),
            Rung = rung is null ? null : NumberOf(transfer.Ladder, rung),
            ByNeighbour = rung is { Neighbour: true },
            SecondsToAccept = accepted is null ? null : Seconds(transfer.StartedAt, acceptedAt ?? endedAt),
            SecondsToGiveUp = gaveUp,
            SecondsInQueue = queue,
            LostAfterwards = accepted is not null && transfer.State is Unanswered or Abandoned,
            Misrouted = transfer.Misrouted,
            CountsAgainstOffice = Attributions.CountsAgainstOffice(transfer),
        };
    }

    /// <summary>Who pressed 1 and was in the room, the first of them; null while nobody was.</summary>
    public static Attempt? AcceptedAttempt(Transfer transfer) => transfer.Attempts.Find(attempt => attempt.Outcome == Outcome.Accepted);

    /// <summary>From 1; together, one by one and round after round it stays the same rung.</summary>
    public static int NumberOf(Ladder ladder, Rung rung) =>
        1 + ladder.Rungs.Select((one, index) => (one, index)).First(at => ReferenceEquals(at.one, rung)).index;

    /// <summary>Whole seconds of each ringing in the provider's queue, all together.</summary>
    public static int QueueOf(Transfer transfer) => (int)transfer.Attempts.Sum(attempt => (long)attempt.Queued.TotalSeconds);

    public static bool IsOffered(Ending ending) => ending is Ending.Accepted or Ending.Exhausted or Ending.Abandoned or Ending.Cancelled;

    /// <summary>How a wait for an agent ended.</summary>
    /// <param name="answered">An agent talked with the caller, at whichever time.</param>
    /// <param name="hungUpThere">The caller ended the call from the queue.</param>
    /// <param name="seconds">From the first place in the queue.</param>
    public static QueueEnding EndingOf(bool answered, bool hungUpThere, int seconds) =>
        (answered, hungUpThere) switch
        {
            (true, _) => QueueEnding.Answered,
            (_, false) => QueueEnding.LedElsewhere,
            _ when seconds < Short => QueueEnding.ShortAbandoned,
            _ => QueueEnding.Abandoned,
        };

    /// <summary>Whole seconds, the last one not if it was not full. A clock that was set back makes none.</summary>
    public static int Seconds(Instant from, Instant to) => Math.Max(0, (int)(to - from).TotalSeconds);

    public static int HalfHour(Instant at) => at.InOslo() is var wall ? wall.Hour * 2 + wall.Minute / 30 : 0;

    private static Ending EndingOf(Transfer transfer, bool accepted, int? patience) =>
        (accepted, transfer.State) switch
        {
            (true, _) => Ending.Accepted,
            (_, Unanswered) => Attributions.CountsAgainstOffice(transfer) ? Ending.Exhausted : Ending.Ours,
            (_, Cancelled) when patience < Short => Ending.ShortCancelled,
            (_, not Cancelled) when patience < Short => Ending.ShortAbandoned,
            _ when !HadAChance(transfer) => Ending.Ours,
            (_, Cancelled) => Ending.Cancelled,
            _ => Ending.Abandoned,
        };

    // A phone of the office's was being rung, or was not to be had for the office's sake. Otherwise whoever gave up had waited for us.
    private static bool HadAChance(Transfer transfer) =>
        transfer.Attempts.Any(attempt =>
            Attributions.Of(transfer, attempt) == Attribution.Office
            || (attempt.Outcome == Outcome.Withdrawn && !TransferRules.RungOf(transfer, attempt).Neighbour)
        );
}
