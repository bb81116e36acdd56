namespace CallRouting.Core.Supervision;

/// <summary>How far the follow-up of a flag has come. In the order in which lists show them: what somebody waits for comes first.</summary>
public enum FlagState
{
    /// <summary>The supervisor has asked, and the office has not answered.</summary>
    Asked,

    /// <summary>The office has answered, and the supervisor has not closed it or asked again.</summary>
    Answered,

    /// <summary>Nobody has done anything about it.</summary>
    Open,

    Closed,
}

/// <summary>What is written down about a flag. Append-only. Stored by name: add, never change.</summary>
public enum FollowUpAct
{
    Question,
    Answer,
    Closing,
}

/// <summary>What a supervisor found, when a flag is closed. Stored by name: add, never change.</summary>
public enum FlagFinding
{
    /// <summary>The office did what it must.</summary>
    NoDeviation,

    /// <summary>It did not, has said why, and has put it right.</summary>
    PutRight,

    /// <summary>It did not, and it is followed up elsewhere.</summary>
    Deviation,

    /// <summary>It was our failure or the provider's.</summary>
    TechnicalFault,

    /// <summary>What the flag tells did not happen, or not at this office.</summary>
    WronglyRaised,
}

/// <summary>Question, answer, more of both if needed, and an end. Pure.</summary>
public static class FollowUpRules
{
    /// <summary>The state after somebody has done something; null: it cannot be done in this state.</summary>
    public static FlagState? After(FlagState state, FollowUpAct act) =>
        (state, act) switch
        {
            (FlagState.Open or FlagState.Answered, FollowUpAct.Question) => FlagState.Asked,
            (FlagState.Asked, FollowUpAct.Answer) => FlagState.Answered,
            // An office that never answers does not keep a flag open for ever.
            (not FlagState.Closed, FollowUpAct.Closing) => FlagState.Closed,
            _ => null,
        };

    /// <summary>Why not, and what can be done, in a sentence.</summary>
    public static string Refusal(FlagState state, FollowUpAct act) =>
        (state, act) switch
        {
            (FlagState.Closed, _) => "The flag is closed. What was found then stands.",
            (FlagState.Asked, FollowUpAct.Question) => "A question is open already. The office answers first, or the flag is closed.",
            _ => "No question is open. A supervisor asks first.",
        };
}
