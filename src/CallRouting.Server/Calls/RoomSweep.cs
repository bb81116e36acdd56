using CallRouting.Core.Calls;
using CallRouting.Server.Database;
using CallRouting.Server.Telephony;
using CallRouting.Server.Transfers;
using NodaTime;
using NodaTime.Extensions;

namespace CallRouting.Server.Calls;

/// <summary>Whether a leg is in its room, in the music or alone: the room is asked, and what it says is taken as a report.</summary>
public sealed class RoomSweep(
    LegStore legs,
    CallStore calls,
    TransferStore transfers,
    ActionStore actions,
    RoomEvents events,
    Orders orders,
    Doubts doubts,
    ProviderClient provider,
    Reads reads,
    Writes writes,
    TimeProvider clock
)
{
    private Instant Now => clock.GetUtcNow().ToInstant();

    public async Task Look(string legId, CancellationToken cancel)
    {
        if (await reads.Ask(unit => NameOfRoom(legId, unit), cancel) is not { } name)
        {
            return;
        }
        var fact = await provider.Room(name, cancel);
        await writes.Commit(unit => Mend(legId, name, fact, unit), cancel);
    }

    private async Task<string?> NameOfRoom(string legId, UnitOfWork unit) =>
        await legs.Find(legId, unit) is { EndedAt: null } leg && await calls.Find(leg.CallId, unit) is { } call
            ? TwimlWriter.RoomName(call.Id, leg.Room ?? call.Rooms)
            : null;

    private async Task Mend(string legId, string name, ProviderFact<ProviderRoom> fact, UnitOfWork unit)
    {
        if (await legs.Find(legId, unit) is not { EndedAt: null, Sid: not null } leg)
        {
            return;
        }
        if (fact is ProviderFact<ProviderRoom>.NoAnswer)
        {
            doubts.Doubt(legId, Now + SweepRules.AskAgainIn);
            await WasAsked(leg, SweepRules.AskAgainIn, unit);
            return;
        }
        var room = (fact as ProviderFact<ProviderRoom>.Known)?.Value;
        if (room?.Participants.FirstOrDefault(each => each.CallSid == leg.Sid) is { } present)
        {
            await MendInside(leg, name, room, present, unit);
        }
        else
        {
            await MendOutside(leg, name, unit);
        }
    }

    private async Task MendInside(Leg leg, string name, ProviderRoom room, ProviderParticipant present, UnitOfWork unit)
    {
        var silence = leg.Silence(Now);
        if (room.HasBegun)
        {
            await events.Report(new RoomEvent(name, room.ConferenceSid, null, RoomEvent.Start), unit);
        }
        if (leg.Room is null)
        {
            await events.Report(new RoomEvent(name, room.ConferenceSid, leg.Sid, RoomEvent.Join), unit);
        }
        if (leg.Role is LegRoles.Caller or LegRoles.CalledBack)
        {
            await MendHold(leg, name, room, present, unit);
            await MendSound(leg, present, silence, unit);
            await MendAlone(leg, room, silence, unit);
        }
        await WasAsked(leg, SweepRules.AfterNothing(silence with { Doing = LegDoing.InRoom }, Now), unit);
    }

    // Whoever was only doubted keeps the time until which they may be silent.
    private Task WasAsked(Leg leg, Duration expectedWithin, UnitOfWork unit) =>
        leg.Silence(Now).IsOverdue ? legs.WasAsked(leg.Id, Now + expectedWithin, unit) : Task.CompletedTask;

    // A hold whose report was lost, or that took effect when nobody wanted it any more.
    private async Task MendHold(Leg leg, string name, ProviderRoom room, ProviderParticipant present, UnitOfWork unit)
    {
        if (await OpenHolds(leg, unit))
        {
            return;
        }
        var call = await calls.Load(leg.CallId, unit);
        var row = call.TransferId is { } id ? await transfers.Find(id, unit) : null;
        if (row is { EndedAt: null })
        {
            if (row.CallerIsHeld != present.Hold)
            {
                await events.Report(
                    new RoomEvent(name, room.ConferenceSid, leg.Sid, present.Hold ? RoomEvent.Hold : RoomEvent.Unhold),
                    unit
                );
            }
        }
        else if (present.Hold && !leg.Held)
        {
            await orders.Unhold(leg, unit);
        }
    }

    // Who is on hold asks for the sound again and again. If not, it has stopped, as it does when nobody answered: held anew, it plays.
    private async Task MendSound(Leg leg, ProviderParticipant present, SilentLeg silence, UnitOfWork unit)
    {
        if (present.Hold && silence.IsOverdue && !await OpenHolds(leg, unit))
        {
            await orders.Hold(leg, unit);
        }
    }

    private async Task<bool> OpenHolds(Leg leg, UnitOfWork unit) =>
        (await actions.OpenOf(leg.Id, unit)).Any(open => open.Kind is ActionKinds.Hold or ActionKinds.Unhold);

    // Whoever else we believe there has gone unreported; if we believe in nobody, the caller is asked in by us again.
    private async Task MendAlone(Leg leg, ProviderRoom room, SilentLeg silence, UnitOfWork unit)
    {
        if (room.Participants.Count > 1)
        {
            return;
        }
        var others = (await legs.InRoomOf(leg, unit)).ToList();
        others.ForEach(other => doubts.Doubt(other.Id));
        if (others.Count == 0 && silence.IsOverdue)
        {
            await orders.Tell(leg, unit);
        }
    }

    private async Task MendOutside(Leg leg, string name, UnitOfWork unit)
    {
        if (leg.Room is not null)
        {
            await events.Report(new RoomEvent(name, null, leg.Sid, RoomEvent.Leave), unit);
        }
        else if (leg.Silence(Now).IsOverdue)
        {
            await orders.Tell(leg, unit);
            await WasAsked(leg, SweepRules.Answered, unit);
        }
    }
}
