using CallRouting.Core.Calls;
using CallRouting.Core.Transfers;
using CallRouting.Server.Database;
using CallRouting.Server.Telephony;
using CallRouting.Server.Transfers;
using NodaTime;
using NodaTime.Extensions;

namespace CallRouting.Server.Calls;

/// <summary>What the provider reports about legs and rooms, told to call and transfer in our own words.</summary>
public sealed class LegEvents(
    CallStore calls,
    LegStore legs,
    RoomStore rooms,
    TransferStore transfers,
    CallRunner runner,
    Orders orders,
    Ids ids,
    TimeProvider clock,
    ILogger<LegEvents> log
)
{
    private Instant Now => clock.GetUtcNow().ToInstant();

    /// <summary>A leg's status changed. Reports come late, twice, out of order or never: only a step forward counts (contract §3.3).</summary>
    public async Task Report(Leg leg, CallStatus status, UnitOfWork unit)
    {
        if (leg.Sid is { } own ? own != status.Sid : leg.EndedAt is not null)
        {
            await TakeInStray(leg, status, unit);
            return;
        }
        if (status.Rank <= leg.Rank)
        {
            return;
        }
        leg.Rank = status.Rank;
        leg.Sid ??= status.Sid;
        if (status.Ending is { } ending)
        {
            await End(leg, ending, unit);
            return;
        }
        Hear(leg, status);
        await legs.Save(leg, unit);
        if (leg is { Role: LegRoles.Officer, TransferId: { } transfer, Attempt: { } attempt } && status.Event(attempt) is { } happened)
        {
            await runner.Tell(transfer, happened, unit);
        }
    }

    /// <summary>The call that the provider made of a request whose answer never came, and what else it made of it.</summary>
    public async Task Adopt(Leg leg, ProviderCall made, IEnumerable<string> others, UnitOfWork unit)
    {
        await Report(leg, CallStatus.Of(made.Sid, made.Status, sipCode: null) ?? CallStatus.Taken(made.Sid, Duration.Zero), unit);
        foreach (var other in others)
        {
            await TakeInStray(leg, CallStatus.Taken(other, Duration.Zero), unit);
        }
    }

    /// <summary>A leg is over, or was never made.</summary>
    /// <param name="why">One of <see cref="FailureReasons"/>, where the failure is ours.</param>
    public async Task End(Leg leg, LegEnding ending, UnitOfWork unit, string? why = null)
    {
        leg.Rank = CallStatus.Over;
        leg.EndedAt ??= Now;
        leg.Room = null;
        await legs.Save(leg, unit);
        await runner.LetGo(leg, unit);
        var call = await calls.Load(leg.CallId, unit);
        switch (leg.Role)
        {
            case LegRoles.Officer:
                await runner.Tell(leg.TransferId!, new AttemptEnded(leg.Attempt!.Value, ending) { Why = why }, unit);
                break;
            case LegRoles.Caller:
                await EndCaller(leg, call, unit);
                break;
            case LegRoles.Agent:
                await EndAgent(call, unit);
                break;
            case LegRoles.CalledBack:
                await EndCalledBack(leg, call, unit);
                break;
            case LegRoles.ThirdParty:
                await runner.TellOf(leg, leg.Accepted ? ThirdPartyStories.Left : ThirdPartyStories.NotReached, unit, why);
                break;
        }
    }

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

    private void Hear(Leg leg, CallStatus status)
    {
        if (status.View == ProviderView.NotAnswered)
        {
            leg.Heard(LegDoing.Ringing, Now, SweepRules.WhileRinging(Duration.FromSeconds(leg.RingSeconds), status.InQueue));
        }
        else if (leg.Doing == nameof(LegDoing.Ringing))
        {
            leg.Heard(LegDoing.Listening, Now, SweepRules.Answered);
        }
    }

    // A second call for one leg, or one that turns up after its leg was given up: nobody waits for it, and it may not ring on.
    private async Task TakeInStray(Leg leg, CallStatus status, UnitOfWork unit)
    {
        if (status.Ending is not null || await legs.FindBySid(status.Sid, unit) is not null)
        {
            return;
        }
        log.LogWarning("The provider made another call of {Role} {Leg}; it is ended.", leg.Role, leg.Id);
        var stray = new Leg
        {
            Id = ids.Next(),
            CallId = leg.CallId,
            Role = LegRoles.Stray,
            Sid = status.Sid,
            Rank = status.Rank,
            CreatedAt = Now,
        };
        stray.Heard(LegDoing.Leaving, Now, SweepRules.Answered);
        await legs.Add(stray, unit);
        await orders.End(stray, unit);
    }

    private async Task EndCaller(Leg leg, CallRow call, UnitOfWork unit)
    {
        // Who hung up and kept the place talks on another line by the time that the first one's end is heard of.
        if (await legs.LiveCaller(call.Id, unit) is { } other && string.CompareOrdinal(other.Id, leg.Id) > 0)
        {
            return;
        }
        // The call first, so that a ladder that ends with its caller does not lead the call back into the menu.
        await runner.CallerHangsUp(call, unit);
        await TellTransfer(call, new CallerGone(), unit);
    }

    private async Task EndAgent(CallRow call, UnitOfWork unit)
    {
        // The station is free again, whatever became of the call.
        await orders.MatchQueue(Now, unit);
        // An earlier agent's late end says nothing of the one who is rung now.
        if (await legs.LiveAgent(call.Id, unit) is not null)
        {
            return;
        }
        await runner.Tell(call, new AgentLost(), unit);
        await TellTransfer(call, new AgentGone(), unit);
    }

    private async Task EndCalledBack(Leg leg, CallRow call, UnitOfWork unit)
    {
        if (leg.TransferId is null)
        {
            await EndCalledInTurn(leg, call, unit);
            return;
        }
        // An earlier ringing's late end says nothing of the one that rings now.
        if (await transfers.Find(leg.TransferId!, unit) is { } transfer && (await legs.LatestCalledBack(transfer.Id, unit))?.Id == leg.Id)
        {
            var ringing = transfer.State == nameof(RingingCaller);
            await runner.Tell(transfer.Id, ringing ? new CallerNotReached() : new CallerGone(), unit);
        }
    }

    // Rung because it was their turn: until they have pressed 1 they are still away.
    private async Task EndCalledInTurn(Leg leg, CallRow call, UnitOfWork unit)
    {
        if (leg.Accepted)
        {
            await EndCaller(leg, call, unit);
        }
        else if (call is { Away: true, CallerRungUntil: not null })
        {
            await runner.Tell(call, new CallerMissedTurn(), unit);
        }
    }

    private async Task TellTransfer(CallRow call, TransferEvent happened, UnitOfWork unit)
    {
        if (call.TransferId is { } id && await transfers.Find(id, unit) is { } row)
        {
            await runner.Tell(call, row, happened, unit);
        }
    }

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
        else if (happened.Kind is RoomEvent.Hold or RoomEvent.Unhold)
        {
            leg.Heard(LegDoing.InRoom, Now, happened.Kind == RoomEvent.Hold ? SweepRules.Sounding : SweepRules.InRoom);
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
                await TellTransfer(call, new CallerEntered(), unit);
                break;
            case (RoomEvent.Hold, LegRoles.Caller or LegRoles.CalledBack):
                await TellTransfer(call, new CallerHeld(), unit);
                break;
            case (RoomEvent.Unhold, LegRoles.Caller or LegRoles.CalledBack):
                await TellTransfer(call, new CallerUnheld(), unit);
                break;
        }
    }
}
