using CallRouting.PhoneNetwork.Calls;
using CallRouting.PhoneNetwork.Engine;
using CallRouting.PhoneNetwork.Webhooks;

namespace CallRouting.PhoneNetwork.Twiml;

/// <summary>Leads an answered or arriving call through its documents, from the first one to its last word (contract §2).</summary>
internal sealed class CallScript(
    Documents documents,
    Media media,
    GatherVerb gathering,
    DialVerb dialling,
    DialNumberVerb sendingOn,
    CallReports reports,
    Debugger debugger,
    TimeProvider clock,
    NetworkOptions options
)
{
    private static readonly Say Apology = new("We are sorry, an application error has occurred. Goodbye.", "en-US", null, 1);

    /// <summary>Runs until the call has nothing more to do or has ended; gives the final status that it then deserves.</summary>
    public async Task<CallStatus> Run(Call call, Instruction first)
    {
        var hops = new HopLimit(clock);
        Next next = new Next.To(first);
        while (next is Next.To(var instruction) && !call.HasEnded)
        {
            var segment = call.BeginSegment();
            try
            {
                next = await Follow(call, instruction, hops, segment.Token);
            }
            catch (OperationCanceledException) when (segment.IsCancellationRequested)
            {
                next = Next.Stop;
            }
            if (call.TakeRedirect() is { } redirect)
                next = new Next.To(redirect);
        }
        return next is Next.End(var status) ? status : CallStatus.Completed;
    }

    private async Task<Next> Follow(Call call, Instruction instruction, HopLimit hops, CancellationToken cancel)
    {
        try
        {
            var document = await documents.Get(call, instruction).WaitAsync(cancel);
            return await Perform(call, document, hops, cancel);
        }
        catch (ProviderFault fault)
        {
            return FallbackOf(call, instruction, fault) is { } fallback ? new Next.To(fallback) : await Apologise(call, cancel);
        }
    }

    // Contract §3.6: asked at once, with the failed request's fields and what was wrong. A fallback has no fallback of its own.
    private static Instruction.Fetch? FallbackOf(Call call, Instruction instruction, ProviderFault fault)
    {
        if (call.Fallback is not { } fallback || instruction is not Instruction.Fetch failed || failed.Url == fallback.Url)
            return null;
        var extra = new Parameters();
        extra.AddRange(failed.Extra ?? []);
        extra.Set("ErrorCode", $"{fault.Code}").Set("ErrorUrl", Address.WithoutFragment(failed.Url));
        return new Instruction.Fetch(fallback.Url, fallback.Method, extra);
    }

    private async Task<Next> Apologise(Call call, CancellationToken cancel)
    {
        Answer(call);
        await media.Perform(call, Apology, cancel);
        return Next.Stop;
    }

    private async Task<Next> Perform(Call call, TwimlDocument document, HopLimit hops, CancellationToken cancel)
    {
        try
        {
            hops.Count();
            foreach (var verb in document.Verbs)
            {
                var next = await Perform(call, document, verb, cancel);
                if (next is not Next.Verb)
                    return next;
            }
            return Next.Stop;
        }
        catch (TwimlFault fault)
        {
            debugger.Complain(fault.Code, fault.Message, call.Sid, document.Url);
            throw;
        }
    }

    private async Task<Next> Perform(Call call, TwimlDocument document, Verb verb, CancellationToken cancel)
    {
        // Only these three leave an arriving call unanswered.
        if (verb is not (Reject or Pause or Redirect))
            Answer(call);
        switch (verb)
        {
            case Gather gather:
                return await gathering.Perform(call, document, gather, cancel);
            case Dial dial:
                return await dialling.Perform(call, document, dial, cancel);
            case DialNumber dial:
                return await sendingOn.Perform(call, document, dial, cancel);
            case Redirect redirect:
                return Next.At(document, redirect.Url, redirect.Method);
            case Hangup:
                return Next.Stop;
            case Reject reject:
                return TurnAway(call, reject);
            default:
                await media.Perform(call, verb, cancel);
                return Next.Verb.Instance;
        }
    }

    private Next TurnAway(Call call, Reject reject)
    {
        if (call.Status == CallStatus.InProgress)
            return Next.Stop;
        return new Next.End(reject.Busy ? CallStatus.Busy : CallWords.Final(options.Unverified.RejectedStatus));
    }

    private void Answer(Call call)
    {
        if (call.Status != CallStatus.Ringing)
            return;
        call.Become(CallStatus.InProgress, clock.GetUtcNow());
        reports.StatusChanged(call);
        call.Far?.Rung.TrySetResult(RingResult.Answered);
    }
}
