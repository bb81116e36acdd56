namespace CallRouting.PhoneNetwork.Phones;

/// <summary>What somebody, or something, does about a ringing telephone.</summary>
public enum Reaction
{
    /// <summary>Answers and presses 1.</summary>
    Accept,

    /// <summary>Answers and presses 2.</summary>
    Decline,

    /// <summary>Answers and presses 3: a minute, please. What comes after is for a hand to do.</summary>
    Minute,

    /// <summary>Lets it ring.</summary>
    Ignore,

    /// <summary>Engaged: never rings.</summary>
    Busy,

    /// <summary>A machine answers, hears half a minute, presses nothing and hangs up.</summary>
    Voicemail,

    /// <summary>A headset answers by itself; nobody is there.</summary>
    AnswerSilently,

    /// <summary>Switched off, or no such subscriber: SIP 404.</summary>
    Unreachable,
}

/// <summary>How a telephone behaves until told otherwise.</summary>
/// <param name="AnswerAfterSeconds">From the first ring; without meaning for ignore, busy and unreachable.</param>
/// <param name="HangUpAfterSeconds">From the answer, wherever the call is by then; null: never by itself.</param>
public sealed record Behaviour(Reaction Then, double AnswerAfterSeconds = 5, double? HangUpAfterSeconds = null);
