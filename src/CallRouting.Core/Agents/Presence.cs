using NodaTime;

namespace CallRouting.Core.Agents;

/// <summary>What an agent is doing, as the agent says it; that a call is going on, the call says.</summary>
public enum PresenceState
{
    SignedOut,

    /// <summary>May be given a call.</summary>
    Ready,

    /// <summary>Away for a while: lunch, a meeting.</summary>
    Paused,

    /// <summary>A talk has ended and is being finished up (etterarbeid). Until the agent says otherwise; nobody is hurried out of it.</summary>
    WrapUp,

    /// <summary>The station rang and nobody took the call. Set by us, left by saying "ready".</summary>
    NotAnswering,
}

/// <summary>One agent at work, or not. Immutable.</summary>
/// <param name="Since">When the present state began.</param>
/// <param name="Offered">Calls come by themselves; otherwise the agent takes the next one.</param>
/// <param name="Code">What the last talk was about or why the agent is away, from <see cref="PresenceCodes"/>; null: not said.</param>
/// <param name="AliveUntil">The console has been heard from, and counts as alive until then.</param>
/// <param name="IdleSince">When the agent last had a caller: who has been idle longest is next.</param>
public sealed record Presence(
    string AgentId,
    PresenceState State,
    Instant Since,
    bool Offered,
    string? Code,
    Instant AliveUntil,
    Instant IdleSince
)
{
    public static Presence Unknown(string agent) =>
        new(agent, PresenceState.SignedOut, NodaConstants.UnixEpoch, true, null, NodaConstants.UnixEpoch, NodaConstants.UnixEpoch);

    public bool IsAlive(Instant now) => now < AliveUntil;
}

/// <summary>Codes for wrap-up and pause. Stored with figures: add, never change. Nothing in them is about one caller.</summary>
public static class PresenceCodes
{
    public static IReadOnlyList<string> WrapUp { get; } =
    ["Transferred", "Answered", "CallbackRegistered", "WrongNumber", "CallLost", "Other"];

    public static IReadOnlyList<string> Paused { get; } = ["Lunch", "Break", "Meeting", "Training", "Other"];

    /// <summary>The codes that a state takes; empty where it takes none.</summary>
    public static IReadOnlyList<string> Of(PresenceState state) =>
        state switch
        {
            PresenceState.WrapUp or PresenceState.Ready => WrapUp,
            PresenceState.Paused => Paused,
            _ => [],
        };
}
