namespace CallRouting.Core.Callbacks;

/// <summary>What became of a call-back, by one tap of who made it. Stored by name: add, never change.</summary>
public enum CallbackOutcome
{
    /// <summary>What it was about is settled today.</summary>
    SettledToday,

    /// <summary>The caller has an appointment.</summary>
    AppointmentMade,

    /// <summary>The officer has promised to ring once more: a new promise, with a deadline of its own.</summary>
    WillRingAgain,

    /// <summary>Another office's: it goes there, and keeps its deadline, because the caller was promised that.</summary>
    WrongOffice,

    /// <summary>The caller did not answer. The call-back keeps its place and its deadline.</summary>
    NotReached,
}

/// <summary>What each outcome means for the promise.</summary>
public static class CallbackOutcomes
{
    /// <summary>Nothing is owed any more.</summary>
    public static bool Settles(this CallbackOutcome outcome) => outcome is CallbackOutcome.SettledToday or CallbackOutcome.AppointmentMade;

    /// <summary>Somebody has talked with the caller: the call that was promised has been made.</summary>
    public static bool WasReached(this CallbackOutcome outcome) => outcome is not CallbackOutcome.NotReached;
}
