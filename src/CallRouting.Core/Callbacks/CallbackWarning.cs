using CallRouting.Core.Offices;
using NodaTime;

namespace CallRouting.Core.Callbacks;

/// <summary>When an open call-back is told of, in this order. Stored as a number: add at the end.</summary>
public enum CallbackWarning
{
    /// <summary>Nobody has been told since it was made.</summary>
    None,

    /// <summary>Half of the open time between promise and deadline has passed: who is to ring is told, or who is on duty.</summary>
    HalfTime,

    /// <summary>An hour in which the contact centre is open is left: the office's lead is told too.</summary>
    SoonDue,

    /// <summary>The deadline has passed: lead, deputy, supervisor, until somebody confirms.</summary>
    Overdue,
}

/// <summary>When each warning's time comes.</summary>
public static class CallbackWarnings
{
    private static readonly Duration Soon = Duration.FromHours(1);

    public static Instant At(CallbackWarning warning, Instant created, Instant due, OpeningHours hours)
    {
        var open = hours.OpenTime(new Interval(created, Instant.Max(created, due)));
        var half = open == Duration.Zero ? due : hours.After(created, open / 2);
        return warning switch
        {
            CallbackWarning.None => created,
            CallbackWarning.HalfTime => half,
            CallbackWarning.SoonDue => open <= Soon ? half : Instant.Max(half, hours.After(created, open - Soon)),
            CallbackWarning.Overdue => due,
            _ => throw new ArgumentOutOfRangeException(nameof(warning), warning, "Half time, soon due or overdue."),
        };
    }

    /// <summary>The last warning whose time has come. Those before it that nobody gave are not given any more.</summary>
    public static CallbackWarning Now(Instant created, Instant due, Instant now, OpeningHours hours) =>
        Enum.GetValues<CallbackWarning>().Last(warning => now >= At(warning, created, due, hours) || warning == CallbackWarning.None);

    /// <summary>When the next warning after one comes; null: there is none.</summary>
    public static Instant? Next(CallbackWarning given, Instant created, Instant due, OpeningHours hours) =>
        given == CallbackWarning.Overdue ? null : At(given + 1, created, due, hours);
}
