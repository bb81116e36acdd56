using CallRouting.Core.Calls;
using CallRouting.Core.Offices;

namespace CallRouting.Core.Menus;

/// <summary>
/// What a caller has told the menu so far and where they stand in it. Plain values, stored with the call as JSON;
/// <see cref="MenuWalk"/> alone knows what they lead to.
/// </summary>
public sealed record MenuVisit
{
    /// <summary>The node that waits for keys, or the end that was reached; empty before the flow is entered.</summary>
    public string Node { get; init; } = "";

    /// <summary>Prompts that were said on the way here, so that a repeated request hears the same.</summary>
    public IReadOnlyList<string> Saying { get; init; } = [];

    /// <summary>How often this node has been answered by silence or by something that is no answer.</summary>
    public int Tries { get; init; }

    /// <summary>The page of a list of districts, from 0.</summary>
    public int Page { get; init; }

    /// <summary>The node that a detour returns to, or null outside one.</summary>
    public string? Return { get; init; }

    public Language Language { get; init; }

    public Urgency Urgency { get; init; }

    /// <summary>What whoever talks with this caller must prepare for.</summary>
    public Needs Needs { get; init; } = Needs.None;

    /// <summary>The digits entered last, confirmed or not: a postcode or a number to call back on.</summary>
    public string? PendingDigits { get; init; }

    /// <summary>Four digits, confirmed.</summary>
    public string? Postcode { get; init; }

    /// <summary>Four digits, or six for a district.</summary>
    public string? AreaCode { get; init; }

    /// <summary>Whom to ring: the office of the area, of the number that was called or of the code. Null: the contact centre.</summary>
    public UnitNumber? Office { get; init; }

    /// <summary>Entered and confirmed by the caller; null: the number they ring from.</summary>
    public PhoneNumber? CallbackNumber { get; init; }

    /// <summary>Five digits that we gave the caller instead of a call-back, or that the caller entered.</summary>
    public string? Code { get; init; }

    /// <summary>The caller cannot be rung and has been given <see cref="Code"/>: no number of theirs may be rung, the one they ring from neither.</summary>
    public bool CannotBeRung { get; init; }

    /// <summary>The open call-back that an entered code belongs to.</summary>
    public string? CallbackId { get; init; }

    /// <summary>The caller has said yes to an SMS about the call-back.</summary>
    public bool MayText { get; init; }

    /// <summary>The caller asked for a call-back in the menu.</summary>
    public bool Promised { get; init; }

    /// <summary>The office whose ladder nobody accepted on, in this call.</summary>
    public UnitNumber? TriedOffice { get; init; }

    /// <summary>Was sent on to another number, or has spoken with somebody and is asked how it went: who hangs up now is owed nothing more.</summary>
    public bool Served { get; init; }

    // Without the digits that the caller entered: a visit may end up in a log.
    public override string ToString() => $"visit at {Node}";
}
