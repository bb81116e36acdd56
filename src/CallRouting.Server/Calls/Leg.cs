using CallRouting.Core.Calls;
using NodaTime;

namespace CallRouting.Server.Calls;

/// <summary>Whose telephone a leg is.</summary>
public static class LegRoles
{
    public const string Caller = "caller";
    public const string Agent = "agent";
    public const string Officer = "officer";

    /// <summary>Whom an agent asked into the call: an interpreter, a lead.</summary>
    public const string ThirdParty = "third-party";

    /// <summary>The caller again, rung by us for an officer who waits.</summary>
    public const string CalledBack = "called-back";

    /// <summary>An officer's phone that is tried before a shift. Its call is a notice's.</summary>
    public const string Drill = "drill";

    /// <summary>A phone that hears the code which verifies it.</summary>
    public const string Code = "code";

    /// <summary>A call that the provider made twice for one leg of ours: it is ended, and is nobody's.</summary>
    public const string Stray = "stray";
}

/// <summary>One telephone in one call, as it is stored. Its id is in every address that its documents name.</summary>
public sealed class Leg
{
    public string Id { get; set; } = "";

    public string CallId { get; set; } = "";

    public string? TransferId { get; set; }

    public int? Attempt { get; set; }

    public string Role { get; set; } = "";

    public byte[]? Phone { get; set; }

    public int RingSeconds { get; set; }

    public string? Sid { get; set; }

    /// <summary>Number of the document that the leg listens to now; a key belongs to the document that asked for it.</summary>
    public long Step { get; set; }

    /// <summary>The document that answered the step before, sealed; asked for twice, it is given twice.</summary>
    public byte[]? Reply { get; set; }

    /// <summary>The menu's node that the last document asked for; null where it asked nothing of the menu.</summary>
    public string? Asked { get; set; }

    /// <summary>An agent or a called-back caller pressed 1.</summary>
    public bool Accepted { get; set; }

    /// <summary>How far the provider has told that the leg has come; it never goes back (contract §3.3).</summary>
    public int Rank { get; set; }

    /// <summary>The room that the leg is in, or null.</summary>
    public int? Room { get; set; }

    /// <summary>Who it is, for somebody who was asked into the call.</summary>
    public string? Name { get; set; }

    /// <summary>The agent has turned their own voice off.</summary>
    public bool Muted { get; set; }

    /// <summary>The agent has put the caller on hold.</summary>
    public bool Held { get; set; }

    /// <summary>One of <see cref="LegDoing"/>; null for a leg from before that was kept.</summary>
    public string? Doing { get; set; }

    /// <summary>When the provider last told or asked something about it.</summary>
    public Instant? HeardAt { get; set; }

    /// <summary>Nothing heard until then is too long a silence; the provider is asked.</summary>
    public Instant? ExpectedAt { get; set; }

    /// <summary>The last of its room's reports that was taken, by the provider's number.</summary>
    public long? RoomSequence { get; set; }

    public Instant CreatedAt { get; set; }

    public Instant? EndedAt { get; set; }

    public int Version { get; set; }

    /// <summary>It is on an errand of its own, and no caller's call is behind it.</summary>
    public bool IsOfNoCall => Role is LegRoles.Drill or LegRoles.Code;

    /// <summary>It was heard of, and does this now; more is to be heard within a time.</summary>
    public void Heard(LegDoing doing, Instant now, Duration within)
    {
        Doing = doing.ToString();
        HeardAt = now;
        ExpectedAt = now + within;
    }

    public SilentLeg Silence(Instant now) =>
        new(
            Doing is null
                ? (Rank < Telephony.CallStatus.InProgress && Role != LegRoles.Caller ? LegDoing.Ringing : LegDoing.Listening)
                : Enum.Parse<LegDoing>(Doing),
            CreatedAt,
            HeardAt ?? CreatedAt,
            ExpectedAt <= now
        );
}
