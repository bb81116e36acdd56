using NodaTime;

namespace CallRouting.Server.Calls;

/// <summary>The kinds of things to do. Stored: add, never change.</summary>
public static class ActionKinds
{
    /// <summary>Ring a leg's phone. Not idempotent.</summary>
    public const string Dial = "dial";

    /// <summary>End a leg's call.</summary>
    public const string End = "end";

    /// <summary>Have a leg ask again what to hear.</summary>
    public const string Tell = "tell";

    public const string Hold = "hold";

    public const string Unhold = "unhold";

    /// <summary>Turn an agent's own voice off, or on: whichever the leg says by then.</summary>
    public const string Mute = "mute";

    /// <summary>Press keys into the room that a leg is in. Not idempotent.</summary>
    public const string PressKeys = "press keys";

    /// <summary>A deadline of a call may have passed.</summary>
    public const string WakeCall = "wake call";

    /// <summary>A deadline of a transfer may have passed.</summary>
    public const string WakeTransfer = "wake transfer";

    /// <summary>An urgent call-back may be rung again.</summary>
    public const string RingCallback = "ring call-back";

    /// <summary>Who waits is offered to who is free.</summary>
    public const string MatchQueue = "match queue";

    /// <summary>A missed call is told to an officer or lead by SMS.</summary>
    public const string MessageOfficer = "message officer";
}

/// <summary>Who goes first when the provider takes only so many new calls a second.</summary>
public static class Priorities
{
    public const int LiveCaller = 0;
    public const int UrgentCallback = 1;
    public const int Callback = 2;
    public const int Notice = 4;
}

/// <summary>Something to be done, stored with the state that wanted it.</summary>
public sealed class ActionRow
{
    public string Id { get; set; } = "";

    public string Kind { get; set; } = "";

    public string CallId { get; set; } = "";

    public string? TransferId { get; set; }

    public string? LegId { get; set; }

    public string? CallbackId { get; set; }

    /// <summary>An officer's or lead's number, for a message; never a caller's.</summary>
    public string? Phone { get; set; }

    /// <summary>Keys for a room, sealed.</summary>
    public byte[]? RoomKeys { get; set; }

    public int Priority { get; set; }

    public Instant WakeAt { get; set; }

    public Instant ClaimedUntil { get; set; }

    /// <summary>Set before a create is sent: after a crash its outcome is unknown, and it is not sent again.</summary>
    public Instant? SentAt { get; set; }

    public int Tries { get; set; }

    public Instant? DoneAt { get; set; }

    public string? Result { get; set; }
}
