using CallRouting.Core.Transfers;
using CallRouting.Server.Database;
using CallRouting.Server.Transfers;

namespace CallRouting.Server.Calls;

/// <summary>A transfer's actions, written down for the worker: whose leg each of them is about, and which phone is rung.</summary>
public sealed partial class CallRunner
{
    private async Task Order(CallRow call, TransferRow row, Transfer transfer, TransferAction action, UnitOfWork unit)
    {
        switch (action)
        {
            case DialOfficer dial:
                await RingOfficer(row, transfer, transfer[dial.Attempt], unit);
                break;
            case EndOfficer end:
                await orders.End(await legs.OfAttempt(row.Id, end.Attempt, unit), unit);
                break;
            case TellOfficer tell:
                await orders.Tell(await legs.OfAttempt(row.Id, tell.Attempt, unit), unit);
                break;
            case DialCaller:
                await RingCaller(call, row, unit);
                break;
            case EndCaller:
                await orders.End(await legs.LiveCaller(row.CallId, unit), unit);
                break;
            case TellCaller:
                await orders.Tell(await legs.LiveCaller(row.CallId, unit), unit);
                break;
            case HoldCaller:
                await orders.Hold(await legs.LiveCaller(row.CallId, unit), unit);
                break;
            case UnholdCaller:
                await orders.Unhold(await legs.LiveCaller(row.CallId, unit), unit);
                break;
            case TellAgent:
                await orders.Tell(await legs.LiveAgent(row.CallId, unit), unit);
                break;
            case EndAgent:
                await orders.End(await legs.LiveAgent(row.CallId, unit), unit);
                break;
        }
    }

    private Task RingOfficer(TransferRow row, Transfer transfer, Attempt attempt, UnitOfWork unit)
    {
        var leg = new Leg
        {
            CallId = row.CallId,
            TransferId = row.Id,
            Attempt = attempt.Number,
            Role = LegRoles.Officer,
            Phone = Phones.Plain(attempt.Who.Phone.E164),
            RingSeconds = (int)TransferRules.RingFor(transfer, attempt).TotalSeconds,
        };
        var anyway = TransferRules.RungOf(transfer, attempt).RingAnyway;
        var priority = transfer.CallerIsOnLine ? Priorities.LiveCaller : Priorities.UrgentCallback;
        return orders.Dial(leg, anyway ? null : attempt.Who.Phone.E164, priority, unit);
    }

    private async Task RingCaller(CallRow call, TransferRow row, UnitOfWork unit)
    {
        var number = await NumberToRing(call, row, unit);
        if (number is null)
        {
            await Tell(call, row, new CallerNotReached(), unit);
            return;
        }
        var leg = new Leg
        {
            CallId = row.CallId,
            TransferId = row.Id,
            Role = LegRoles.CalledBack,
            Phone = number,
            RingSeconds = options.Value.CallerRingSeconds,
        };
        await orders.Dial(leg, hold: null, Priorities.LiveCaller, unit);
    }

    private async Task<byte[]?> NumberToRing(CallRow call, TransferRow row, UnitOfWork unit) =>
        row.CallbackId is { } id
            ? (await callbacks.Find(id, unit))?.Number
            : (await callbacks.OpenOfCall(call.Id, unit)).Select(callback => callback.Number).FirstOrDefault(number => number is not null);
}
