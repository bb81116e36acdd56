using CallRouting.Core.Calls;
using CallRouting.Core.Transfers;
using CallRouting.Server.Database;
using CallRouting.Server.Telephony;
using CallRouting.Server.Transfers;
using NodaTime;
using NodaTime.Extensions;

namespace CallRouting.Server.Calls;

/// <summary>What the provider reports about rooms, told to call and transfer in our own words.</summary>
public sealed class RoomEvents(CallStore calls, LegStore legs, RoomStore rooms, CallRunner runner, TimeProvider clock)
{
    private Instant Now => clock.GetUtcNow().ToInstant();

    /// <summary>Somebody came, went or was held in a room. An earlier room's events are nobody's any more.</summary>
    public async Task Report(RoomEvent happened, UnitOfWork unit)
    {
        if (await rooms.Find(happened.Room, unit) is not { } room)
        {
            return;
        }
        await Note(room, happened, unit);
        // A join that comes after its caller has hung up would be a voice in the room that is not there.
        if (
            happened.CallSid is null
            || await legs.FindBySid(happened.CallSid, unit) is not { EndedAt: null } leg
            || leg.CallId != room.CallId
            || IsOld(leg, room, happened)
        )
        {
            return;
        }
        var call = await calls.Load(leg.CallId, unit);
        await Move(leg, room, happened, unit);
        if (room.Number == call.Rooms)
        {
            await Tell(leg, call, happened.Kind, unit);
        }
    }

    // Contract §3.5: a room's reports are numbered, and overtake each other. A leave that came before its join is the last word.
    private static bool IsOld(Leg leg, Room room, RoomEvent happened) =>
        leg.Room > room.Number || (happened.Sequence <= leg.RoomSequence && happened.ConferenceSid == room.ConferenceSid);

    private async Task Note(Room room, RoomEvent happened, UnitOfWork unit)
    {
        // A room that had ended and is entered again is another conference, with a name of its own at the provider.
        if (room.EndedAt is not null && happened.Kind is RoomEvent.Start or RoomEvent.Join && happened.ConferenceSid != room.ConferenceSid)
        {
            (room.ConferenceSid, room.StartedAt, room.EndedAt) = (happened.ConferenceSid, null, null);
        }
        room.ConferenceSid ??= happened.ConferenceSid;
        room.StartedAt ??= happened.Kind == RoomEvent.Start ? Now : null;
        room.EndedAt ??= happened.Kind == RoomEvent.End ? Now : null;
        await rooms.Save(room, unit);
    }

    private async Task Move(Leg leg, Room room, RoomEvent happened, UnitOfWork unit)
    {
        leg.RoomSequence = happened.Sequence ?? leg.RoomSequence;
        if (happened.Kind == RoomEvent.Join)
        {
            leg.Room = room.Number;
            leg.Heard(LegDoing.InRoom, Now, SweepRules.InRoom);
        }
        // Unless the sound was asked for before its hold was reported.
        else if (happened.Kind == RoomEvent.Hold && leg.ExpectedAt > Now + SweepRules.Sounding)
        {
            leg.Heard(LegDoing.InRoom, Now, SweepRules.ToTheSound);
        }
        else if (happened.Kind == RoomEvent.Unhold)
        {
            leg.Heard(LegDoing.InRoom, Now, SweepRules.InRoom);
        }
        // Leaving a room is not a hang-up: our own redirects cause it. Only a call's terminal status is one.
        else if (happened.Kind == RoomEvent.Leave && leg.Room == room.Number)
        {
            leg.Room = null;
            // Whoever comes into a room is heard there and hears it.
            (leg.Muted, leg.Held) = (false, false);
            // Whoever has not asked for the next document yet does so at once, or has hung up.
            if (leg.Doing == nameof(LegDoing.InRoom))
            {
                leg.Heard(LegDoing.Listening, Now, SweepRules.OutOfRoom);
            }
        }
        await legs.Save(leg, unit);
    }

    private async Task Tell(Leg leg, CallRow call, string kind, UnitOfWork unit)
    {
        switch (kind, leg.Role)
        {
            case (RoomEvent.Join, LegRoles.Officer):
                await runner.Tell(leg.TransferId!, new OfficerEntered(leg.Attempt!.Value), unit);
                break;
            case (RoomEvent.Join, LegRoles.Agent):
                await runner.Tell(call, new AgentEntered(), unit);
                break;
            case (RoomEvent.Join, LegRoles.ThirdParty):
                await runner.TellOf(leg, ThirdPartyStories.Joined, unit);
                break;
            case (RoomEvent.Join, LegRoles.CalledBack) when leg.TransferId is not null:
                await runner.Tell(leg.TransferId!, new CallerEntered(), unit);
                break;
            case (RoomEvent.Join, LegRoles.Caller or LegRoles.CalledBack):
                await runner.Tell(call, new CallerInRoom(), unit);
                await runner.TellTransfer(call, new CallerEntered(), unit);
                break;
            case (RoomEvent.Hold, LegRoles.Caller or LegRoles.CalledBack):
                await runner.TellTransfer(call, new CallerHeld(), unit);
                break;
            case (RoomEvent.Unhold, LegRoles.Caller or LegRoles.CalledBack):
                await runner.TellTransfer(call, new CallerUnheld(), unit);
                break;
        }
    }
}
