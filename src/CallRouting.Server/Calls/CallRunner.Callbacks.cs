using CallRouting.Core.Calls;
using CallRouting.Core.Rosters;
using CallRouting.Core.Transfers;
using CallRouting.Server.Callbacks;
using CallRouting.Server.Database;
using CallRouting.Server.Live;
using CallRouting.Server.Transfers;
using NodaTime;

namespace CallRouting.Server.Calls;

/// <summary>What an exhausted ladder sets going: messages to the office, and an urgent call-back that is rung again.</summary>
public sealed partial class CallRunner
{
    private static readonly Duration OnCallRings = Duration.FromSeconds(30);

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
        await timeline.Tell(
            [new Told(CallbackStories.RungAgain)],
            new Subject(call.Id, Callback: callback.Id, Unit: callback.UnitNumber),
            Now,
            unit
        );
        await StartTransfer(call, line!, ladder, TransferKind.Callback, callback.Id, unit);
    }

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
