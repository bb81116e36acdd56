using CallRouting.Core.Calls;
using CallRouting.Core.Offices;
using CallRouting.Core.Queue;
using NodaTime;

namespace CallRouting.Core.Menus;

/// <summary>What the menu must know of the world to answer one key.</summary>
public sealed record MenuFacts
{
    public required Instant Now { get; init; }

    public required Places Places { get; init; }

    public required OpeningHours Hours { get; init; }

    /// <summary>Which entered numbers may be rung.</summary>
    public required NumberPlan Plan { get; init; }

    /// <summary>The last two digits of the number the caller rings from; null when it is withheld or nobody could ring it.</summary>
    public string? CallerNumberEnding { get; init; }

    /// <summary>Whether the number the caller rings from takes an SMS.</summary>
    public bool CallerNumberIsMobile { get; init; }

    /// <summary>The office that the number called stands for; null for the national number.</summary>
    public UnitNumber? OfficeOfNumberCalled { get; init; }

    /// <summary>The number our calls show and callers ring, as it is printed: 55 55 33 33.</summary>
    public required string NumberShown { get; init; }

    /// <summary>The open call-back of a code, or null.</summary>
    public required Func<string, OpenCallback?> OpenCallbackByCode { get; init; }

    /// <summary>A code of five digits that no open call-back has.</summary>
    public required Func<string> FreshCode { get; init; }

    /// <summary>The deadline of this visit's call-back: the one that exists, otherwise what one made now would get.</summary>
    public required Func<MenuVisit, Instant> CallbackDue { get; init; }

    /// <summary>The contact centre's queue now. Asked only where a step turns on it.</summary>
    public Func<QueueFacts> Queue { get; init; } = () => QueueFacts.Nobody;

    /// <summary>The municipality's number for urgent social needs while we are closed, or null.</summary>
    public Func<MenuVisit, PhoneNumber?> EmergencyNumber { get; init; } = _ => null;
}

/// <summary>What is known of a call-back that has not been made yet.</summary>
/// <param name="Office">Null: the contact centre's.</param>
public sealed record OpenCallback(string Id, UnitNumber? Office, string? AreaCode, Urgency Urgency);
