using NodaTime;

namespace CallRouting.Core.Agents;

/// <summary>When an agent may be given a call, and what becomes of presence when one comes and goes. Pure.</summary>
public static class PresenceRules
{
    /// <summary>A console that was not heard from for this long is gone: no more offers.</summary>
    public static readonly Duration Lifetime = Duration.FromSeconds(30);

    /// <summary>Ready, talking or finishing up, with a console that is alive: somebody will come to a caller who waits.</summary>
    /// <param name="talking">A call rings for this agent or is with them.</param>
    public static bool IsAtWork(Presence presence, bool talking, Instant now) =>
        presence.IsAlive(now) && (talking || presence.State is PresenceState.Ready or PresenceState.WrapUp);

    /// <summary>May be given a call now, by their own wish or by ours.</summary>
    public static bool MayTake(Presence presence, bool talking, Instant now) =>
        !talking && presence.State is PresenceState.Ready or PresenceState.WrapUp && presence.IsAlive(now);

    /// <summary>May be rung for a caller without having asked for one.</summary>
    public static bool MayBeOffered(Presence presence, bool talking, Instant now) =>
        !talking && presence is { State: PresenceState.Ready, Offered: true } && presence.IsAlive(now);

    /// <summary>What the agent says of themselves.</summary>
    public static Presence Say(Presence presence, PresenceState state, bool? offered, string? code, Instant now) =>
        presence with
        {
            State = state,
            Since = state == presence.State ? presence.Since : now,
            Offered = offered ?? presence.Offered,
            Code = code ?? (state == presence.State ? presence.Code : null),
            AliveUntil = state == PresenceState.SignedOut ? NodaConstants.UnixEpoch : now + Lifetime,
            // Whoever comes to work is last in line, not first.
            IdleSince = presence.State is PresenceState.SignedOut or PresenceState.NotAnswering ? now : presence.IdleSince,
        };

    public static Presence Heard(Presence presence, Instant now) =>
        presence.State == PresenceState.SignedOut ? presence : presence with { AliveUntil = now + Lifetime };

    /// <summary>The station rang for a caller and nobody took the call.</summary>
    public static Presence Missed(Presence presence, Instant now) =>
        presence with
        {
            State = PresenceState.NotAnswering,
            Since = now,
            Code = null,
        };

    /// <summary>A talk has ended.</summary>
    public static Presence Finished(Presence presence, Instant now) =>
        presence.State == PresenceState.SignedOut
            ? presence
            : presence with
            {
                State = PresenceState.WrapUp,
                Since = now,
                Code = null,
                IdleSince = now,
            };
}
