namespace CallRouting.Core.Supervision;

/// <summary>What a supervision flag is about. Stored by name: add, never change.</summary>
public enum FlagKind
{
    /// <summary>Nobody accepted a caller, or a caller left before anybody could; a call-back came with it.</summary>
    UnansweredTransfer,

    /// <summary>We or the provider failed a caller.</summary>
    CallerFailed,

    /// <summary>A call-back was not settled by its deadline.</summary>
    CallbackOverdue,

    /// <summary>An urgent call-back was not settled by the closing of the day it was due.</summary>
    UrgentNotSettled,

    /// <summary>Nobody was on duty on a line while the contact centre was open. One a line and day.</summary>
    HoursUncovered,

    /// <summary>A phone that was tried before a shift, and that nobody confirmed. One an officer and shift.</summary>
    PhoneNotConfirmed,

    /// <summary>A line was out of service while the contact centre was open. One a line and day.</summary>
    LineOutOfOrder,

    /// <summary>Somebody was on duty, and yet a ladder would have rung nobody. One a line and day.</summary>
    NobodyToRing,

    /// <summary>So many unanswered transfers on one line within an hour.</summary>
    ManyUnanswered,

    /// <summary>An office's answered share was under the target two weeks running.</summary>
    UnderTarget,
}
