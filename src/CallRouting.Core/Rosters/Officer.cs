using CallRouting.Core.Calls;
using CallRouting.Core.Transfers;

namespace CallRouting.Core.Rosters;

/// <summary>Somebody at an office who can be rung: on duty (vakthavende), or as the office's lead.</summary>
/// <param name="Phones">In the order in which they are rung; at least one.</param>
/// <param name="IsPaused">Asked not to be rung for now. Still obliged: a pause is the office's matter, and is recorded.</param>
public sealed record Officer(string Id, string Name, IReadOnlyList<PhoneNumber> Phones, bool IsPaused = false)
{
    /// <summary>Null: told by SMS alone.</summary>
    public string? Email { get; init; }

    /// <summary>What they are told is in it.</summary>
    public Language Language { get; init; }

    public IEnumerable<Reachable> Reach() => Phones.Select(phone => new Reachable(Id, Name, phone, IsPaused));
}

/// <summary>Somebody at the contact centre (veileder, NKS), rung at a station when a waiting caller is taken.</summary>
public sealed record Agent(string Id, string Name, PhoneNumber Station);
