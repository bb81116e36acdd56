using NodaTime;

namespace CallRouting.Server.Calls;

/// <summary>Who goes first when the provider takes only so many new calls a second.</summary>
public static class Priorities
{
    public const int LiveCaller = 0;
    public const int UrgentCallback = 1;
    public const int Callback = 2;

    /// <summary>Whether a duty phone can be reached at all.</summary>
    public const int Drill = 3;
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

    /// <summary>Whoever carries it out has it until then; a process that died gives it back so.</summary>
    public Instant ClaimedUntil { get; set; }

    /// <summary>Set before what must not be sent twice is sent, and taken back when it surely was not done. Otherwise its outcome is unknown.</summary>
    public Instant? SentAt { get; set; }

    public int Tries { get; set; }

    public Instant? DoneAt { get; set; }

    public string? Result { get; set; }
}
