using CallRouting.PhoneNetwork.Engine;
using CallRouting.PhoneNetwork.Faults;
using CallRouting.PhoneNetwork.Phones;
using CallRouting.PhoneNetwork.Twiml;

namespace CallRouting.PhoneNetwork.Calls;

/// <summary>Carries calls through their lives: outbound ones from the queue, inbound ones from the caller's dialling.</summary>
internal sealed class Lines(
    CallBook calls,
    CallScript script,
    Ringing ringing,
    PhoneBook phones,
    Keys keys,
    CallReports reports,
    CallEnding ending,
    LineFaults faults,
    Pacing pacing,
    Debugger debugger,
    EventLoop loop,
    TimeProvider clock,
    NetworkOptions options,
    Sids sids
)
{
    /// <summary>Queues a call that runs <paramref name="first"/> when answered; gives how long it waits in the provider's queue.</summary>
    /// <param name="failed">Called when nobody answered.</param>
    public TimeSpan Place(Call call, Instruction first, Action? failed = null)
    {
        calls.Add(call);
        var queued = pacing.TakeTurn();
        loop.Start(() => Outbound(call, queued, first, failed));
        return queued;
    }

    /// <summary>A telephone dials a number of ours.</summary>
    public Call Arrive(Phone caller, InboundNumber number, string from)
    {
        var call = Inbound(number, from, caller);
        caller.Call = call;
        Arrive(call, number);
        faults.MayCut(call);
        return call;
    }

    private Call Inbound(InboundNumber number, string from, Phone? caller) =>
        new(sids.Next("CA"), Direction.Inbound, from, number.PhoneNumber, clock.GetUtcNow())
        {
            Phone = caller,
            NumberSid = number.Sid,
            Fallback = number.VoiceFallbackUrl is { } fallback ? new Fallback(fallback, number.VoiceFallbackMethod) : null,
            Reports = number.StatusCallback is { } status ? new StatusCallback(status, number.StatusCallbackMethod, AtTheEnd) : null,
        };

    private void Arrive(Call call, InboundNumber number)
    {
        calls.Add(call);
        call.Become(CallStatus.Ringing, clock.GetUtcNow());
        reports.StatusChanged(call);
        loop.Start(() => RunInbound(call, number));
    }

    /// <summary>Somebody lifted the receiver.</summary>
    public void Answered(Call call)
    {
        call.Become(CallStatus.InProgress, clock.GetUtcNow());
        reports.StatusChanged(call);
    }

    // A number's own callback fires once, at the end of the call (contract §3.3).
    private static readonly HashSet<string> AtTheEnd = ["completed"];

    private async Task RunInbound(Call call, InboundNumber number)
    {
        if (number.VoiceUrl is null)
        {
            debugger.Complain(
                11100,
                $"{number.PhoneNumber} has no VoiceUrl; set PhoneNetwork:VoiceUrl or POST IncomingPhoneNumbers.",
                call.Sid
            );
            ending.End(call, CallStatus.Failed);
            return;
        }
        ending.End(call, await script.Run(call, new Instruction.Fetch(number.VoiceUrl, number.VoiceMethod)));
    }

    private async Task Outbound(Call call, TimeSpan queued, Instruction first, Action? failed)
    {
        await Task.Delay(queued, clock, call.Over);
        call.Over.ThrowIfCancellationRequested();
        call.Become(CallStatus.Initiated, clock.GetUtcNow());
        reports.StatusChanged(call);
        await Task.Delay(TimeSpan.FromSeconds(options.SetupSeconds), clock, call.Over);
        var result = await (phones.Inbound(call.To) is { } own ? RingOwn(call, own) : ringing.Ring(call));
        if (call.HasEnded)
            return;
        if (result != RingResult.Answered)
        {
            ending.End(call, result.Status, sipCode: result.SipCode);
            failed?.Invoke();
            return;
        }
        Answered(call);
        Limit(call, call.TimeLimit);
        faults.MayCut(call);
        loop.Start(() => keys.Send(call, call.SendDigits ?? "", call.Over));
        // The report of the answer is on its way before the document is asked for; who arrives first is the internet's affair.
        await Task.Yield();
        ending.End(call, await script.Run(call, first));
    }

    // The account calls itself: an inbound call of its own arrives at the number, and the two live and die together.
    private Task<RingResult> RingOwn(Call call, InboundNumber number)
    {
        var far = Inbound(number, call.From, caller: null);
        (call.Far, far.Far) = (far, call);
        call.Over.Register(() => loop.Start(() => HangUp(far)));
        far.Over.Register(() => loop.Start(() => HangUp(call)));
        Arrive(far, number);
        return ringing.Ring(call, far);
    }

    private Task HangUp(Call call)
    {
        if (call.Status == CallStatus.InProgress)
            ending.End(call, CallStatus.Completed);
        else if (call.Direction == Direction.Inbound)
            ending.End(call, CallWords.Final(options.Unverified.AbandonedStatus));
        return Task.CompletedTask;
    }

    /// <summary>Ends a call so long from now at the latest, instead of what was said before.</summary>
    public void Limit(Call call, TimeSpan limit)
    {
        call.TimeLimit = limit;
        if (call.Status == CallStatus.InProgress)
            loop.Start(() => EndAt(call, limit));
    }

    private async Task EndAt(Call call, TimeSpan limit)
    {
        await Task.Delay(limit, clock, call.Over);
        if (call.TimeLimit == limit)
            ending.End(call, CallStatus.Completed);
    }
}
