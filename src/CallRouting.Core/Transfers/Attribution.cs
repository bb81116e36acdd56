namespace CallRouting.Core.Transfers;

/// <summary>Whose an attempt's outcome is. Published, so that municipality and supervisor count the same.</summary>
public enum Attribution
{
    /// <summary>Answered by the office itself.</summary>
    Answered,

    /// <summary>Answered, but by a neighbour: not by the office itself.</summary>
    AnsweredByNeighbour,

    /// <summary>The office's: it counts against it.</summary>
    Office,

    /// <summary>What the provider or we caused, what was withdrawn and what a neighbour left unanswered never counts against an office.</summary>
    NotTheOffice,
}

public static class Attributions
{
    public static Attribution Of(Attempt attempt, bool neighbour) =>
        attempt.Outcome switch
        {
            Outcome.Accepted => neighbour ? Attribution.AnsweredByNeighbour : Attribution.Answered,
            _ when neighbour => Attribution.NotTheOffice,
            Outcome.Declined or Outcome.NoAnswer or Outcome.Busy or Outcome.AnsweredNotAccepted or Outcome.BadNumber => Attribution.Office,
            Outcome.Skipped when attempt.Why is SkipReasons.Busy or SkipReasons.Paused => Attribution.Office,
            _ => Attribution.NotTheOffice,
        };

    public static Attribution Of(Transfer transfer, Attempt attempt) => Of(attempt, TransferRules.RungOf(transfer, attempt).Neighbour);

    /// <summary>
    /// An unanswered transfer is the office's if one of its own rungs was empty or one of its own phones failed for its sake; not if every
    /// phone that was tried failed for ours or the provider's.
    /// </summary>
    public static bool CountsAgainstOffice(Transfer transfer) =>
        transfer.State is Unanswered
        && (NobodyWasNamed(transfer.Ladder) || transfer.Attempts.Any(attempt => Of(transfer, attempt) == Attribution.Office));

    /// <summary>The office has left one of its own rungs empty.</summary>
    public static bool NobodyWasNamed(Ladder ladder) =>
        ladder.Rungs.Count == 0 || ladder.Rungs.Any(rung => rung is { Neighbour: false, People.Count: 0 });
}

/// <summary>Why a phone was not rung. The words are stored and shown in reports.</summary>
public static class SkipReasons
{
    public const string Busy = "busy in another call";
    public const string Paused = "on pause";
    public const string AlreadyRung = "already rung in this transfer";

    /// <summary>We rang it a moment ago and do not know what came of it.</summary>
    public const string Unsettled = "an earlier ringing is not settled";
    public const string OutOfTime = "the ladder's time was spent";
}

/// <summary>What went wrong on our side or the provider's. The words are stored and shown in reports.</summary>
public static class FailureReasons
{
    /// <summary>Our own queue, or a provider that took nothing: too old to be rung by now.</summary>
    public const string NotSent = "could not be sent in time";
    public const string NeverRang = "the provider did not say that it rang";
    public const string NeverMade = "the provider knows of no such call";
    public const string Refused = "refused by the provider";
    public const string Gone = "the provider no longer knows the call";
}
