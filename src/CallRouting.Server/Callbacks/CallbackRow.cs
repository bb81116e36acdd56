using CallRouting.Core.Callbacks;
using CallRouting.Core.Calls;
using NodaTime;

namespace CallRouting.Server.Callbacks;

/// <summary>Why a call-back is owed. Stored and counted: add, never change.</summary>
public static class CallbackReasons
{
    public const string Unanswered = "nobody accepted";
    public const string NobodyOnDuty = "nobody on duty";
    public const string CallerLeft = "caller left the ladder";
    public const string NotReached = "officer accepted, caller not reached";
    public const string LeftMenu = "caller left the menu";
    public const string LeftList = "caller left the list";
    public const string Asked = "caller asked for it";
    public const string Registered = "registered by the contact centre";
}

public static class CallbackStates
{
    public const string Open = "open";
    public const string Settled = "settled";
}

/// <summary>A promise to a caller, as it is stored. The number is sealed; the row's own text never shows it.</summary>
public sealed class CallbackRow
{
    public string Id { get; set; } = "";

    public string CallId { get; set; } = "";

    /// <summary>Whose it is; null with no unit: the contact centre's.</summary>
    public string? LineId { get; set; }

    public string? UnitNumber { get; set; }

    public string Reason { get; set; } = "";

    public bool Urgent { get; set; }

    public string Language { get; set; } = "";

    public string? AreaCode { get; set; }

    public string State { get; set; } = CallbackStates.Open;

    public byte[]? Number { get; set; }

    public string? NumberHash { get; set; }

    /// <summary>Five digits for a caller who cannot be rung.</summary>
    public string? Code { get; set; }

    public Instant CreatedAt { get; set; }

    public Instant DueAt { get; set; }

    /// <summary>When an urgent one is rung again, or null.</summary>
    public Instant? RingAt { get; set; }

    public int Rings { get; set; }

    /// <summary>What whoever calls back must prepare for, and what an agent wrote for the office: sealed.</summary>
    public byte[]? Note { get; set; }

    /// <summary>The officer who has taken it, or was given it; null: whoever is on duty.</summary>
    public string? AdviserId { get; set; }

    public string? AdviserName { get; set; }

    /// <summary>When an officer last promised to ring once more; null: the promise is as old as the row.</summary>
    public Instant? PromisedAt { get; set; }

    /// <summary>When the caller is best rung next; null: nobody has tried yet.</summary>
    public Instant? NextTryAt { get; set; }

    /// <summary>A <see cref="CallbackOutcome"/>, of the last conversation or try; null: nobody has said.</summary>
    public string? Outcome { get; set; }

    public string? OutcomeBy { get; set; }

    public Instant? OutcomeAt { get; set; }

    /// <summary>The caller has said yes to an SMS.</summary>
    public bool MayText { get; set; }

    /// <summary>How often the caller was rung, by this service or by other means.</summary>
    public int Tries { get; set; }

    /// <summary>A <see cref="CallbackWarning"/>: how far the warnings have come.</summary>
    public int Warned { get; set; }

    /// <summary>When the next warning is given; null: there is none.</summary>
    public Instant? WarnAt { get; set; }

    public Instant? SettledAt { get; set; }

    public string? SettledBy { get; set; }

    public int Version { get; set; }

    public bool IsOpen => State == CallbackStates.Open;

    /// <summary>The caller was reached, and nobody has said how it went.</summary>
    public bool AwaitsOutcome => State == CallbackStates.Settled && Outcome is null;

    /// <summary>What the deadline is counted from.</summary>
    public Instant Promised => PromisedAt ?? CreatedAt;

    public Urgency Urgency => Urgent ? Urgency.Urgent : Urgency.CanWait;
}
