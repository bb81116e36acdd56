using System.Globalization;
using CallRouting.Core.Transfers;

namespace CallRouting.Core.Reports;

/// <summary>
/// What the timeline has to be told so that figures can be counted from it alone (<see cref="Recount"/>). The words are stored for years: add,
/// never change.
/// </summary>
public static class CountStories
{
    /// <summary>What is known when a transfer begins, as <see cref="Offer"/> words it.</summary>
    public const string Offered = "offered to the line";

    /// <summary>Accepting is pressing 1 and being there; until here it was only pressed.</summary>
    public const string InRoom = "officer is in the room";

    /// <summary>Whoever was in the room is out of it again before the caller came: not accepted after all.</summary>
    public const string OutOfRoom = "officer left before the caller came";

    /// <summary>What came of the phone just told of is not held against the office: it is a neighbour's.</summary>
    public const string AnotherOffice = "that was another office's phone";

    /// <summary>All its ringings together, when a transfer is over.</summary>
    public const string InQueue = "waited in the provider's queue in all";

    /// <summary>What a transfer's new state adds to the story of its counting.</summary>
    public static IEnumerable<Told> Of(Transfer before, Transfer after)
    {
        foreach (var attempt in after.Attempts.Where(attempt => HasEndedElsewhere(before, after, attempt)))
        {
            yield return new Told(AnotherOffice, attempt.Who.Name, Stories.Of(attempt.Outcome!.Value));
        }
        var (was, now) = (Counting.AcceptedAttempt(before), Counting.AcceptedAttempt(after));
        if (now is not null && now.Number != was?.Number)
        {
            yield return new Told(InRoom, now.Who.Name, RungOf(after, now));
        }
        if (was is not null && now is null)
        {
            yield return new Told(OutOfRoom, was.Who.Name);
        }
        if (after.IsOver && Counting.QueueOf(after) is > 0 and var seconds)
        {
            yield return new Told(InQueue, Detail: string.Create(CultureInfo.InvariantCulture, $"{seconds}{CountWords.Seconds}"));
        }
    }

    /// <summary>"Menu; nb; line 0104-general; urgent; a rung is empty; 3002; for youth 18–24".</summary>
    public static Told Offer(CountedTransfer began, Ladder ladder)
    {
        string?[] parts =
        [
            began.Way.ToString(),
            began.Language,
            CountWords.Line + began.Line,
            began.Urgent ? CountWords.Urgent : null,
            Attributions.NobodyWasNamed(ladder) ? CountWords.EmptyRung : null,
            began.Area.Length == 0 ? null : began.Area,
            // The last, because it is free text.
            began.TargetGroup.Length == 0
                ? null
                : CountWords.For + began.TargetGroup,
        ];
        return new Told(Offered, Detail: string.Join(CountWords.Between, parts.OfType<string>()));
    }

    // It would be told of as the office's, was it not known whose phone it is.
    private static bool HasEndedElsewhere(Transfer before, Transfer after, Attempt attempt) =>
        attempt.Outcome is { } outcome
        && (attempt.Number > before.Attempts.Count || before[attempt.Number].Outcome != outcome)
        && TransferRules.RungOf(after, attempt).Neighbour
        && (outcome == Outcome.Withdrawn || Attributions.Of(attempt, neighbour: false) == Attribution.Office);

    private static string RungOf(Transfer transfer, Attempt attempt)
    {
        var rung = TransferRules.RungOf(transfer, attempt);
        var number = Counting.NumberOf(transfer.Ladder, rung).ToString(CultureInfo.InvariantCulture);
        return CountWords.Rung + number + (rung.Neighbour ? CountWords.ByNeighbour : "");
    }
}
