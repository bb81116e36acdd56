using CallRouting.Core.Supervision;
using NodaTime;

namespace CallRouting.Server.Supervision;

/// <summary>A supervision flag as it is stored: something that a supervisor must see, raised once for its fact.</summary>
public sealed class FlagRow
{
    public string Id { get; set; } = "";

    /// <summary>A <see cref="FlagKind"/>.</summary>
    public string Kind { get; set; } = nameof(FlagKind.UnansweredTransfer);

    /// <summary>A <see cref="FlagFact"/>'s key: no two flags share one.</summary>
    public string Fact { get; set; } = "";

    /// <summary>Empty: it is about no call.</summary>
    public string CallId { get; set; } = "";

    public string? TransferId { get; set; }

    /// <summary>The call-back that came with an unanswered transfer's flag; empty: none did.</summary>
    public string CallbackId { get; set; } = "";

    /// <summary>The call-back whose deadline passed.</summary>
    public string? LateCallbackId { get; set; }

    public string? LineId { get; set; }

    public string? UnitNumber { get; set; }

    public string? OfficerId { get; set; }

    public string Reason { get; set; } = "";

    public bool Urgent { get; set; }

    /// <summary>False where we or the provider failed, or the caller left before the office could answer.</summary>
    public bool CountsAgainstOffice { get; set; }

    public Instant RaisedAt { get; set; }

    /// <summary>The time that it is about; null: the moment it was raised.</summary>
    public Instant? FromAt { get; set; }

    public Instant? ToAt { get; set; }

    /// <summary>Of a pattern: how many unanswered, or the answered share in per mille.</summary>
    public int? Figure { get; set; }

    /// <summary>A <see cref="FlagState"/>.</summary>
    public string State { get; set; } = nameof(FlagState.Open);

    /// <summary>The state's number: where it stands in lists.</summary>
    public int Place { get; set; } = (int)FlagState.Open;

    public string? Finding { get; set; }

    public int Version { get; set; }

    public FlagState HowFar => (FlagState)Place;
}

/// <summary>Why a flag was raised that no call-back's reason tells. Stored and shown: add, never change.</summary>
public static class FlagReasons
{
    public static string Of(FlagKind kind) =>
        kind switch
        {
            FlagKind.CallbackOverdue => "call-back overdue",
            FlagKind.UrgentNotSettled => "urgent call-back not settled the same day",
            FlagKind.HoursUncovered => "hours without anybody on duty",
            FlagKind.PhoneNotConfirmed => "phone not confirmed before the shift",
            FlagKind.LineOutOfOrder => "line out of order",
            FlagKind.NobodyToRing => "a ladder that could ring nobody",
            FlagKind.ManyUnanswered => "many unanswered within an hour",
            FlagKind.UnderTarget => "under target two weeks running",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "What raises this kind gives its own reason."),
        };
}
