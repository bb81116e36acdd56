using System.Globalization;
using CallRouting.PhoneNetwork.Calls;
using CallRouting.PhoneNetwork.Engine;
using CallRouting.PhoneNetwork.Phones;
using CallRouting.PhoneNetwork.Webhooks;

namespace CallRouting.PhoneNetwork.Twiml;

/// <summary>Rings one other number and puts the two together, without a room (contract §2.5, §2.6).</summary>
internal sealed class DialNumberVerb(
    CallBook calls,
    PhoneBook phones,
    Ringing ringing,
    CallReports reports,
    CallEnding ending,
    Documents documents,
    EventLoop loop,
    Sids sids,
    TimeProvider clock,
    NetworkOptions options
)
{
    public async Task<Next> Perform(Call call, TwimlDocument document, DialNumber dial, CancellationToken cancel)
    {
        RefuseOthersNumbers(call, dial);
        var leg = Begin(call, dial);
        try
        {
            await Talk(call, leg).WaitAsync(cancel);
        }
        catch (OperationCanceledException)
        {
            Leave(call, document, dial, leg);
            throw;
        }
        return dial.Action is null ? Next.Verb.Instance : Next.At(document, dial.Action, dial.Method, Outcome(leg));
    }

    // Contract §2.5: the number that this call dialled, or another of the account. The caller's own would be allowed too; the product never shows it.
    private void RefuseOthersNumbers(Call call, DialNumber dial)
    {
        if (dial.CallerId is not { } shown)
            throw new TwimlFault(
                13214,
                "<Dial> with a Number needs a callerId here: without one the provider would show the caller's own number."
            );
        if (phones.Inbound(shown) is null)
            throw new TwimlFault(13214, $"callerId is \"{shown}\", which is no number of this account.");
        if (shown == dial.Number || call.From == dial.Number)
            throw new TwimlFault(13224, $"{dial.Number} would ring itself.");
    }

    private Call Begin(Call call, DialNumber dial)
    {
        var leg = new Call(sids.Next("CA"), Direction.OutboundDial, dial.CallerId!, dial.Number, clock.GetUtcNow())
        {
            Phone = phones.Find(dial.Number),
            RingTime = dial.Timeout,
            ParentSid = call.Sid,
        };
        calls.Add(leg);
        leg.Become(CallStatus.Initiated, clock.GetUtcNow());
        reports.StatusChanged(leg);
        return leg;
    }

    // Until the other end is gone, whether it ever answered or not.
    private async Task Talk(Call call, Call leg)
    {
        var result = await ringing.Ring(leg);
        if (result != RingResult.Answered)
        {
            ending.End(leg, result.Status, sipCode: result.SipCode);
            return;
        }
        leg.Become(CallStatus.InProgress, clock.GetUtcNow());
        reports.StatusChanged(leg);
        (call.Bridge, leg.Bridge) = (leg, call);
        var over = new TaskCompletionSource();
        await using var gone = leg.Over.Register(over.SetResult);
        await over.Task;
        call.Bridge = null;
    }

    // A redirect by REST forgets the Dial; after a hang-up the action is asked although nobody listens.
    private void Leave(Call call, TwimlDocument document, DialNumber dial, Call leg)
    {
        call.Bridge = null;
        ending.End(leg, leg.Status == CallStatus.InProgress ? CallStatus.Completed : CallStatus.Canceled);
        if (!call.HasEnded || dial.Action is null || !options.Unverified.DialActionAfterHangUp)
            return;
        var action = Next.At(document, dial.Action, dial.Method, Outcome(leg)).Instruction;
        loop.Start(() => documents.Get(call, action).ContinueWith(_ => { }, TaskScheduler.Default));
    }

    private static Parameters Outcome(Call leg) =>
        new Parameters()
            .Set("DialCallStatus", leg.Status.Word())
            .Set("DialCallSid", leg.Sid)
            .Set("DialCallDuration", (leg.Seconds ?? 0).ToString(CultureInfo.InvariantCulture))
            .Set("DialBridged", leg.AnsweredAt is null ? "false" : "true");
}
