using CallRouting.Core.Calls;
using CallRouting.Core.Rosters;
using CallRouting.Core.Transfers;
using CallRouting.Server.Callbacks;
using CallRouting.Server.Database;
using CallRouting.Server.Live;
using CallRouting.Server.Transfers;
using NodaTime;

namespace CallRouting.Server.Calls;

/// <summary>Call-backs that are rung: an urgent one by its ladder, any by the officer who asks for it; and who is told of an exhausted ladder.</summary>
public sealed partial class CallRunner
{
    private static readonly Duration OnCallRings = Duration.FromSeconds(30);

    // Who asked to be rung has the phone at hand.
    private static readonly Duration OfficerRings = Duration.FromSeconds(30);

    /// <summary>An urgent call-back's time has come: its ladder is climbed afresh, unless it is settled or being tried already.</summary>
    public async Task RingCallback(string callbackId, UnitOfWork unit)
    {
        if (
            await callbacks.Find(callbackId, unit) is not { State: CallbackStates.Open, LineId: { } lineId } callback
            || callback.RingAt is not { } ringAt
            || ringAt > Now
        )
        {
            return;
        }
        var call = await calls.Load(callback.CallId, unit);
        var line = await rosters.Line(new(lineId), unit);
        var ladder =
            line is null || call.State != nameof(CallState.Ended) || await IsBeingTried(call, unit)
                ? null
                : await LadderNow(callback, line, unit);
        if (ladder is null || !ladder.HasAnybody())
        {
            await promises.RingAgainLater(callback, unit);
            return;
        }
        await timeline.Tell([new Told(CallbackStories.RungAgain)], About(callback), Now, unit);
        await StartTransfer(call, line!, ladder, TransferKind.Callback, callback.Id, unit);
    }

    /// <summary>One touch: rings an officer's own phone, and the caller once the officer has pressed 1 there.</summary>
    /// <returns>Why it cannot be done now; null: it is being done.</returns>
    public async Task<string?> RingFor(CallbackRow callback, Officer officer, DutyLine line, UnitOfWork unit)
    {
        var call = await calls.Load(callback.CallId, unit);
        var phone = officer.Phones[0];
        if (await WhyNotNow(callback, call, phone, unit) is { } refusal)
        {
            return refusal;
        }
        await timeline.Tell([new Told(CallbackStories.OneTouch, officer.Name)], About(callback), Now, unit);
        var ladder = new Ladder([new Rung("adviser", [new Reachable(officer.Id, officer.Name, phone)], OfficerRings)], 1, OfficerRings);
        await StartTransfer(call, line, ladder, TransferKind.Callback, callback.Id, unit);
        return null;
    }

    private async Task<string?> WhyNotNow(CallbackRow callback, CallRow call, PhoneNumber phone, UnitOfWork unit) =>
        !callback.IsOpen ? $"It was settled by {callback.SettledBy}."
        : callback.Number is null ? "The caller cannot be rung: they have a code, and ring in with it."
        : call.State != nameof(CallState.Ended) ? "The caller is on the line with us now."
        : await IsBeingTried(call, unit) ? "It is being rung already."
        : (await legs.BusyPhones(callback.Id, unit)).Contains(phone.E164) ? "Your phone is in another call of ours."
        : (await menus.Plan(unit, phone.E164)).MayRing(phone) ? null
        : "The number plan does not allow your phone's number.";

    // Each time that the caller is rung while an officer waits in the room is a try, whatever it was that rang.
    private async Task CountTries(TransferRow row, Transfer before, Transfer after, UnitOfWork unit)
    {
        if (after.State is RingingCaller ringing && before.State is not RingingCaller)
        {
            var promised = row.CallbackId is { } id
                ? await callbacks.Find(id, unit)
                : (await callbacks.OpenOfCall(row.CallId, unit)).FirstOrDefault(owed => owed.LineId == row.LineId);
            if (promised is not null)
            {
                await tries.Begin(promised, row.Id, after[ringing.Attempt].Who, unit);
            }
        }
        else if (before.State is RingingCaller && after.State is not RingingCaller)
        {
            await tries.End(row.Id, ResultOf(after), unit);
        }
    }

    private static string ResultOf(Transfer after) =>
        after.State switch
        {
            Connected => CallbackResults.Reached,
            Abandoned => CallbackResults.NotReached,
            _ => CallbackResults.GivenUp,
        };

    private static Subject About(CallbackRow callback) => new(callback.CallId, Callback: callback.Id, Unit: callback.UnitNumber);

    // At closing time the duty phones fall silent; what is urgent goes to the municipality's own on-call service, where there is one.
    private async Task<Ladder?> LadderNow(CallbackRow callback, DutyLine line, UnitOfWork unit)
    {
        if (hours.IsOpen(Now))
        {
            return LadderPlan.Freeze(line, await rosters.ForLine(line.Id, Now, unit), Now);
        }
        return callback.AreaCode is { Length: >= 4 } area && await numbers.EmergencyNumberOf(area[..4], unit) is { } onCall
            ? new Ladder([new Rung("emergency", [new Reachable("emergency", "Kommunens vakt", onCall)], OnCallRings)], 1, OnCallRings)
            : null;
    }

    private async Task<bool> IsBeingTried(CallRow call, UnitOfWork unit) =>
        (await transfers.OfCall(call.Id, unit)).Any(transfer => transfer.EndedAt is null);

    // The caller is told that the lead is being told, so the lead is; and whoever let it ring sees why. No name, number or reason in an SMS.
    private async Task TellOffice(CallRow call, TransferRow row, Transfer transfer, UnitOfWork unit)
    {
        var lead = row.LineId is { } line ? (await rosters.ForLine(new(line), Now, unit)).Lead : null;
        var phones = transfer
            .Attempts.Where(attempt => attempt.Outcome == Outcome.NoAnswer)
            .Select(attempt => attempt.Who.Phone.E164)
            .Concat(lead?.Phones.Take(1).Select(phone => phone.E164) ?? []);
        foreach (var phone in phones.Distinct())
        {
            await orders.Message(call.Id, row.Id, phone, unit);
        }
    }
}
