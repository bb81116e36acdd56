using CallRouting.Core.Calls;
using CallRouting.Server.Database;

namespace CallRouting.Server.Calls;

/// <summary>The queue as one call meets it: an agent is rung, or a caller whose turn has come.</summary>
public sealed partial class CallRunner
{
    /// <summary>The call ended for its caller, who may have kept a place in the queue.</summary>
    public async Task CallerHangsUp(CallRow row, UnitOfWork unit) =>
        await Tell(row, new CallerHungUp(row.KeepsPlace && await NumberInTurn(row, unit) is not null), unit);

    private async Task FollowUp(CallRow row, Call before, Call after, UnitOfWork unit)
    {
        if (after is { State: CallState.Waiting, Agent: null } && before is not { State: CallState.Waiting, Agent: null })
        {
            await orders.MatchQueue(Now, unit);
        }
        if (after.Agent is { Place: AgentPlace.InRoom } entered && before.Agent is { Place: AgentPlace.Rung })
        {
            await talks.Entered(entered.AgentId, Now, unit);
        }
        if (after.State == CallState.WithAgent && before.State == CallState.Waiting)
        {
            await promises.SettleOfCentre(row.Id, menus.Visit(row).CallbackId, after.Agent!.AgentId, unit);
        }
    }

    private async Task RingAgent(CallRow row, UnitOfWork unit)
    {
        var agent = await rosters.Agent(row.AgentId!, unit) ?? throw new InvalidOperationException($"There is no agent {row.AgentId}.");
        var station = (await presences.Of(agent.Id, unit)).StationOf(agent);
        var leg = new Leg
        {
            CallId = row.Id,
            Role = LegRoles.Agent,
            Phone = Phones.Plain(station.Address),
            // Taking a call in the browser is a click that was meant; only a telephone can answer by itself.
            Accepted = station.IsSoftphone,
            RingSeconds = options.Value.AgentRingSeconds,
        };
        await talks.Begin(ids.Next(), row.Id, agent.Id, Now, unit);
        await orders.Dial(leg, station.Address, Priorities.LiveCaller, unit);
    }

    private async Task RingInTurn(CallRow row, UnitOfWork unit)
    {
        if (await NumberInTurn(row, unit) is not { } number)
        {
            await Tell(row, new CallerMissedTurn(), unit);
            return;
        }
        var leg = new Leg
        {
            CallId = row.Id,
            Role = LegRoles.CalledBack,
            Phone = number,
            RingSeconds = options.Value.CallerRingSeconds,
        };
        await orders.Dial(leg, hold: null, Priorities.LiveCaller, unit);
    }

    // The contact centre's own promise; what an office owes is rung by the office.
    private async Task<byte[]?> NumberInTurn(CallRow row, UnitOfWork unit) =>
        (await callbacks.OpenOfCall(row.Id, unit)).FirstOrDefault(callback => callback.LineId is null)?.Number;
}
