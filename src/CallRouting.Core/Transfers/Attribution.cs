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

    /// <summary>What the provider or we caused, and what was withdrawn, never counts against an office.</summary>
    NotTheOffice,
}

public static class Attributions
{
    public static Attribution Of(Attempt attempt, bool neighbour) =>
        attempt.Outcome switch
        {
            Outcome.Accepted => neighbour ? Attribution.AnsweredByNeighbour : Attribution.Answered,
            Outcome.Declined or Outcome.NoAnswer or Outcome.Busy or Outcome.AnsweredNotAccepted or Outcome.BadNumber => Attribution.Office,
            Outcome.Skipped when attempt.Why is SkipReasons.Busy or SkipReasons.Paused => Attribution.Office,
            _ => Attribution.NotTheOffice,
        };

    /// <summary>An unanswered transfer is the office's unless every phone that was tried failed for our or the provider's sake.</summary>
    public static bool CountsAgainstOffice(Transfer transfer) =>
        transfer.State is Unanswered
        && (transfer.Attempts.Count == 0 || transfer.Attempts.Any(attempt => Of(attempt, neighbour: false) == Attribution.Office));
}

/// <summary>Why a phone was not rung. The words are stored and shown in reports.</summary>
public static class SkipReasons
{
    public const string Busy = "busy in another call";
    public const string Paused = "on pause";
    public const string AlreadyRung = "already rung in this transfer";
    public const string OutOfTime = "the ladder's time was spent";
}
