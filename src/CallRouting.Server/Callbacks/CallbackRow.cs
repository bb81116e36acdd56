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

    public Instant? SettledAt { get; set; }

    public string? SettledBy { get; set; }

    public int Version { get; set; }
}
