using CallRouting.Core.Calls;
using CallRouting.Core.Menus;
using CallRouting.Server.Database;
using CallRouting.Server.Menus;
using NodaTime;
using NodaTime.Extensions;

namespace CallRouting.Server.Calls;

/// <summary>
/// What plays in a room to who waits there. No keys exist in a room, so none is offered. A sound that nobody asks for again has
/// stopped, and its leg is looked for.
/// </summary>
public sealed class RoomSounds(LegStore legs, CallStore calls, MenuRunner menus, TimeProvider clock)
{
    /// <summary>Seconds of quiet between two times; together with the words well under 30.</summary>
    public const int Pause = 10;

    /// <summary>To a caller on hold while the officer and the agent talk.</summary>
    public Task<Spoken?> OnHold(string leg, UnitOfWork unit) => For(leg, Prompts.WaitingAgentRoom, unit);

    /// <summary>To whoever is the first in a room.</summary>
    public async Task<Spoken?> Alone(string leg, UnitOfWork unit) =>
        await legs.Find(leg, unit) is { Role: LegRoles.Agent } agent && (await calls.Find(agent.CallId, unit))?.Away == true
            ? await For(leg, Prompts.RingingInTurn, unit)
            : await For(leg, Prompts.OneMoment, unit);

    /// <summary>The SMS to somebody who let the duty phone ring.</summary>
    public async Task<string> MissedCall(string call, UnitOfWork unit)
    {
        var row = await calls.Load(call, unit);
        var voice = await menus.VoiceFor(row, Language.Bokmal, unit, facts => facts with { At = facts.Now });
        return voice.Spoken(Prompts.SmsOfficer).Text;
    }

    /// <summary>The SMS to a caller who did not answer and has said yes to one: nothing of why we rang.</summary>
    public async Task<string> NotReached(string call, Instant nextTry, UnitOfWork unit)
    {
        var row = await calls.Load(call, unit);
        var voice = await menus.VoiceFor(row, menus.Visit(row).Language, unit, facts => facts with { At = nextTry, IsWritten = true });
        return voice.Spoken(Prompts.SmsCaller).Text;
    }

    private async Task<Spoken?> For(string legId, string prompt, UnitOfWork unit)
    {
        if (await legs.Find(legId, unit) is not { } leg || await calls.Find(leg.CallId, unit) is not { } call)
        {
            return null;
        }
        // Whoever is not known to be in the room yet is looked for sooner than that.
        if (leg.Doing == nameof(LegDoing.InRoom))
        {
            await legs.WasAsked(legId, clock.GetUtcNow().ToInstant() + SweepRules.Sounding, unit);
        }
        var isCaller = leg.Role is LegRoles.Caller or LegRoles.CalledBack;
        return (await menus.VoiceFor(call, isCaller ? menus.Visit(call).Language : Language.Bokmal, unit)).Spoken(prompt);
    }
}
