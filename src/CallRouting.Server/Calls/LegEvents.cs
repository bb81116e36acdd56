using CallRouting.Core.Calls;
using CallRouting.Core.Transfers;
using CallRouting.Server.Database;
using CallRouting.Server.Telephony;
using CallRouting.Server.Transfers;
using NodaTime;
using NodaTime.Extensions;

namespace CallRouting.Server.Calls;

/// <summary>What the provider reports about legs, told to call and transfer in our own words.</summary>
public sealed class LegEvents(
    CallStore calls,
    LegStore legs,
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
        if (leg.IsOfNoCall || leg.Role == LegRoles.Stray)
        {
            return;
        }
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
        await runner.TellTransfer(call, new CallerGone(), unit);
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
        await runner.TellTransfer(call, new AgentGone(), unit);
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
}
