using CallRouting.Core.Calls;
using CallRouting.Core.Rosters;
using CallRouting.Core.Transfers;
using CallRouting.Server.Callbacks;
using CallRouting.Server.Database;
using CallRouting.Server.Live;
using CallRouting.Server.Transfers;
using NodaTime;

namespace CallRouting.Server.Calls;

/// <summary>The call's transfers: started, told what happened, and what follows for call and call-backs when they end.</summary>
public sealed partial class CallRunner
{
    /// <summary>Freezes the line's ladder and rings its first rung. With nobody on duty it is over at once, and the caller hears so.</summary>
    public async Task<string> StartTransfer(
        CallRow call,
        DutyLine line,
        TransferKind kind,
        string? callbackId,
        UnitOfWork unit,
        string? passedOnFrom = null
    ) =>
        await StartTransfer(
            call,
            line,
            LadderPlan.Freeze(line, await rosters.ForLine(line.Id, Now, unit), Now),
            kind,
            callbackId,
            unit,
            passedOnFrom
        );

    private async Task<string> StartTransfer(
        CallRow call,
        DutyLine line,
        Ladder ladder,
        TransferKind kind,
        string? callbackId,
        UnitOfWork unit,
        string? passedOnFrom = null
    )
    {
        var transfer = new Transfer
        {
            Id = new(ids.Next()),
            Call = new(call.Id),
            Ladder = ladder,
            State = Ringing.NotYet,
            StartedAt = Now,
            ClimbSince = Now,
            Urgent = menus.Visit(call).Urgency == Urgency.Urgent,
            IsCallback = kind == TransferKind.Callback,
            HasAgent = kind == TransferKind.Warm,
            CallerIsOnLine = kind != TransferKind.Callback,
            CallerIsInRoom = kind == TransferKind.Warm,
            Room = call.Rooms,
            PassedOnFrom = passedOnFrom is null ? null : new TransferId(passedOnFrom),
        };
        var row = new TransferRow
        {
            Id = transfer.Id.Value,
            CallId = call.Id,
            CallbackId = callbackId,
            LineId = line.Id.Value,
            UnitNumber = line.Unit.Value,
            Kind = kind.ToString(),
            Ladder = LadderText.Write(ladder),
            StartedAt = Now,
        };
        row.Take(transfer, Now);
        await transfers.Add(row, unit);
        await counts.Begin(call, row, transfer, line, unit);
        // While the ladder rings, agent and caller talk.
        await TakeOffHold(call, unit);
        if (kind != TransferKind.Callback)
        {
            await Tell(call, new TransferBegan(transfer.Id), unit);
        }
        await Take(call, row, transfer, TransferRules.Start(transfer, await Moment(row, unit)), unit);
        return transfer.Id.Value;
    }

    public async Task Tell(string transferId, TransferEvent happened, UnitOfWork unit)
    {
        if (await transfers.Find(transferId, unit) is { } row)
        {
            await Tell(await calls.Load(row.CallId, unit), row, happened, unit);
        }
    }

    /// <summary>Tells the call's latest transfer, if it ever had one.</summary>
    public async Task TellTransfer(CallRow call, TransferEvent happened, UnitOfWork unit)
    {
        if (call.TransferId is { } id && await transfers.Find(id, unit) is { } row)
        {
            await Tell(call, row, happened, unit);
        }
    }

    /// <summary>False when nothing came of it: late, repeated, or somebody else's.</summary>
    public async Task<bool> Tell(CallRow call, TransferRow row, TransferEvent happened, UnitOfWork unit)
    {
        var before = await transfers.Load(row, unit);
        var decision = TransferRules.Next(before, happened, await Moment(row, unit));
        if (decision.IsNothing)
        {
            return false;
        }
        await Take(call, row, before, decision, unit);
        return true;
    }

    private async Task<Moment> Moment(TransferRow transfer, UnitOfWork unit) =>
        new(Now, await legs.BusyPhones(transfer.Id, unit))
        {
            UnsettledPhones = (await legs.UnsettledPhones(transfer.CallId, unit)).Select(Phones.InTheOpen).OfType<string>().ToHashSet(),
        };

    private async Task Take(CallRow call, TransferRow row, Transfer before, Decision decision, UnitOfWork unit)
    {
        var after = decision.Transfer;
        row.Take(after, Now);
        await transfers.Save(row, before, after, unit);
        await timeline.Tell(decision.Story, new Subject(row.CallId, row.Id, row.CallbackId, row.UnitNumber), Now, unit);
        await counts.Follow(row, before, after, Now, unit);
        foreach (var action in decision.Actions)
        {
            await Order(call, row, after, action, unit);
        }
        if (after.WakeAt is { } at && at != before.WakeAt || (before.Attempts.Count == 0 && after.WakeAt is not null))
        {
            await orders.WakeTransfer(row.CallId, row.Id, after.WakeAt!.Value, unit);
        }
        await FollowUp(call, row, before, after, unit);
        if (after.CallerIsInRoom != before.CallerIsInRoom)
        {
            await TellThirdParties(call, unit);
        }
    }

    /// What a transfer's new state means for the promises and for the call.
    private async Task FollowUp(CallRow call, TransferRow row, Transfer before, Transfer after, UnitOfWork unit)
    {
        if (after.Room > call.Rooms)
        {
            call.Rooms = after.Room;
            await calls.Save(call, unit);
        }
        await CountTries(row, before, after, unit);
        if (after.State is Connected && before.State is not Connected)
        {
            await promises.Settle(call.Id, row.CallbackId, after[((Connected)after.State).Attempt].Who.Name, unit);
        }
        if (Debt(row, before, after) is { } debt)
        {
            await promises.Owe(call, menus.Visit(call), debt, unit);
        }
        if (after.CallerIsOnLine && row.Kind != nameof(TransferKind.Callback) && after.State is Joining or Connected)
        {
            await Tell(call, new TransferBegan(after.Id), unit);
        }
        if (after.State is Over over && !before.IsOver)
        {
            await End(call, row, after, over, unit);
        }
    }

    private static Debt? Debt(TransferRow row, Transfer before, Transfer after)
    {
        var reason = after.State switch
        {
            Unanswered when !before.IsOver => after.Ladder.HasAnybody() ? CallbackReasons.Unanswered : CallbackReasons.NobodyOnDuty,
            Abandoned when before.State is RingingCaller => CallbackReasons.NotReached,
            Abandoned when !before.IsOver => CallbackReasons.CallerLeft,
            not Over when before.CallerIsOnLine && !after.CallerIsOnLine => CallbackReasons.CallerLeft,
            _ => null,
        };
        return reason is null ? null : new Debt(reason, row.LineId, row.UnitNumber, row.Id, Attributions.CountsAgainstOffice(after));
    }

    private async Task End(CallRow call, TransferRow row, Transfer transfer, Over how, UnitOfWork unit)
    {
        if (how is Unanswered && row.Kind != nameof(TransferKind.Callback))
        {
            await TellOffice(call, row, transfer, unit);
        }
        if (
            how is not Completed
            && row.CallbackId is { } id
            && await callbacks.Find(id, unit) is { State: CallbackStates.Open, Urgent: true } again
        )
        {
            again.Rings++;
            await promises.RingAgainLater(again, unit);
        }
        if (row.Kind != nameof(TransferKind.Callback))
        {
            await Tell(call, new TransferEnded(transfer.Id, how, transfer.Urgent), unit);
        }
    }
}

public enum TransferKind
{
    Direct,
    Warm,
    Callback,
}
