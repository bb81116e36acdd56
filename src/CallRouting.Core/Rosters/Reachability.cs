using CallRouting.Core.Calls;

namespace CallRouting.Core.Rosters;

/// <summary>Whether somebody on duty would be rung at this moment.</summary>
public enum Reachability
{
    Yes,

    /// <summary>Every phone of theirs is in a call of ours, or being rung by one.</summary>
    Busy,

    /// <summary>Asked not to be rung.</summary>
    Paused,
}

public static class OfficerReachability
{
    /// <param name="busy">Phones that calls of ours hold.</param>
    public static Reachability Reachability(this Officer officer, IReadOnlySet<PhoneNumber> busy) =>
        officer.IsPaused ? Rosters.Reachability.Paused
        : officer.Phones.All(busy.Contains) ? Rosters.Reachability.Busy
        : Rosters.Reachability.Yes;
}
