using CallRouting.Core.Calls;
using CallRouting.Core.Menus;
using CallRouting.Core.Offices;
using CallRouting.Core.Transfers;
using CallRouting.Server.Agents;
using CallRouting.Server.Callbacks;
using CallRouting.Server.Database;
using CallRouting.Server.Live;
using CallRouting.Server.Menus;
using CallRouting.Server.Queue;
using CallRouting.Server.Reports;
using CallRouting.Server.Rosters;
using CallRouting.Server.Transfers;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Extensions;

namespace CallRouting.Server.Calls;

/// <summary>
/// Tells a call what happened: loads it, asks the rules, saves state, timeline and actions together. Everything here runs
/// inside the caller's unit of work and only touches the database; the action worker speaks to the provider afterwards.
/// </summary>
public sealed partial class CallRunner(
    CallStore calls,
    LegStore legs,
    TransferStore transfers,
    RosterStore rosters,
    NumberStore numbers,
    OpeningHours hours,
    CallbackStore callbacks,
    CallbackRunner promises,
    CallbackTries tries,
    AgentRunner agents,
    TalkStore talks,
    PresenceStore presences,
    MenuRunner menus,
    QueueFigures queue,
    PassOnPlaces places,
    CountRunner counts,
    Timeline timeline,
    Orders orders,
    Ids ids,
    TimeProvider clock,
    IOptions<RoutingOptions> options
)
{
    private Instant Now => clock.GetUtcNow().ToInstant();

    public async Task Tell(string callId, CallEvent happened, UnitOfWork unit) =>
        await Tell(await calls.Load(callId, unit), happened, unit);

    /// <summary>False when nothing came of it.</summary>
    public async Task<bool> Tell(CallRow row, CallEvent happened, UnitOfWork unit)
    {
        var before = row.Call();
        var decision = CallRules.Next(before, happened, Now, options.Value.LongestWait);
        if (decision.IsNothing)
        {
            return false;
        }
        row.Take(decision.Call, Now);
        await calls.Save(row, unit);
        await timeline.Tell(decision.Story, new Subject(row.Id, Unit: row.UnitNumber), Now, unit);
        foreach (var action in decision.Actions)
        {
            await Order(row, action, unit);
        }
        await Wake(before, decision.Call, unit);
        await FollowUp(row, before, decision.Call, unit);
        if (before is { Agent: not null } or { State: CallState.InTransfer })
        {
            await TellThirdParties(row, unit);
        }
        if (before.State != CallState.Ended && row.State == nameof(CallState.Ended))
        {
            await OweWhoLeft(row, before, unit);
            await counts.End(row, unit);
        }
        return true;
    }

    private async Task Order(CallRow row, CallAction action, UnitOfWork unit)
    {
        switch (action)
        {
            case DialAgent:
                await RingAgent(row, unit);
                break;
            case EndAgentLeg:
                await orders.End(await legs.LiveAgent(row.Id, unit), unit);
                break;
            case TellAgentLeg:
                await orders.Tell(await legs.LiveAgent(row.Id, unit), unit);
                break;
            case TellCallerLeg:
                await orders.Tell(await legs.LiveCaller(row.Id, unit), unit);
                break;
            case DialCallerBack:
                await RingInTurn(row, unit);
                break;
            case EndCallerLeg:
                await orders.End(await legs.LiveCaller(row.Id, unit), unit);
                break;
            case FreeAgent free:
                await agents.Free(free.AgentId, free.How, unit);
                break;
            case GoToMenu menu:
                await EnterMenu(row, menu.Entry, unit);
                break;
        }
    }

    private async Task Wake(Call before, Call after, UnitOfWork unit)
    {
        var longest = options.Value.LongestWait;
        if (after.WakeAt(longest) is { } at && at != before.WakeAt(longest))
        {
            await orders.WakeCall(after.Id.Value, at, unit);
        }
    }

    // Whoever said that it must be solved today, or chose an office, and then left menu or list, is rung back.
    private async Task OweWhoLeft(CallRow row, Call before, UnitOfWork unit)
    {
        var visit = menus.Visit(row);
        var left = before.State switch
        {
            CallState.InMenu when !visit.Served => CallbackReasons.LeftMenu,
            CallState.Waiting => CallbackReasons.LeftList,
            _ => null,
        };
        if (left is not null && (visit.Urgency == Urgency.Urgent || visit.Office is not null))
        {
            await OweByOffice(row, left, unit);
        }
    }

    private async Task OweByOffice(CallRow row, string reason, UnitOfWork unit)
    {
        var visit = menus.Visit(row);
        var line = visit.Office is { } office ? await rosters.GeneralLineOf(office, unit) : null;
        // A call-back that another line owes this call already is the same promise to the same caller.
        if ((await callbacks.OpenOfCall(row.Id, unit)).Count == 0)
        {
            await promises.Owe(row, visit, new Debt(reason, line?.Id.Value, visit.Office?.Value), unit);
        }
    }
}
