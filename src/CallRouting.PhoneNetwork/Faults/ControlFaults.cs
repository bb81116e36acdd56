using CallRouting.PhoneNetwork.Engine;
using CallRouting.PhoneNetwork.Webhooks;

namespace CallRouting.PhoneNetwork.Faults;

/// <summary>
/// What can go wrong with the fetch of a document (contract §3.6, §8). A lost one has failed: the provider retries as the address says, then goes to
/// the fallback. Nothing here outlasts the time that the address allows. Runs on the loop.
/// </summary>
internal sealed class ControlFaults(FaultPlan plan, Timeline timeline, Sids sids, TimeProvider clock)
{
    private const double LongestDelay = 5;
    private static readonly IReadOnlyList<FaultKind> Kinds = FaultKinds.All.Where(kind => kind.Place == FaultPlace.Control).ToList();

    public async Task<WebhookReply> Carry(Delivery fetch, Func<Delivery, Task<WebhookReply>> deliver)
    {
        if (plan.Draw(Kinds, fetch.Url) is not { } fault)
            return await deliver(fetch);
        timeline.Tell("fault", fetch.CallSid, detail: $"{fault.Name} {fetch.Url}");
        if (fault == FaultKinds.ControlLate)
            return await deliver(await After(fetch, Delay(fetch)));
        return fault == FaultKinds.ControlUnconnected || fault == FaultKinds.ControlLost
            ? await Unconnected(fetch, every: fault == FaultKinds.ControlLost, deliver)
            : await Twice(fault, fetch, deliver);
    }

    // Slow on its way, but not so slow that the provider would give it up.
    private TimeSpan Delay(Delivery fetch)
    {
        var patience = Math.Min(fetch.Patience.Read.TotalSeconds, fetch.Patience.Total.TotalSeconds);
        return plan.Between(FaultPlace.Control, 0, Math.Min(LongestDelay, patience * 0.6));
    }

    // The first connection is never made, or none is.
    private async Task<WebhookReply> Unconnected(Delivery fetch, bool every, Func<Delivery, Task<WebhookReply>> deliver)
    {
        var retries = Allows(fetch, "ct") ? fetch.Patience.Retries : 0;
        var tries = every ? retries + 1 : 1;
        var left = await After(fetch, Shortest(fetch.Patience.Connect * tries, fetch.Patience.Total));
        if (every || retries == 0)
            throw WebhookFault.ConnectTimeout(fetch.Patience.Connect).AsInjected();
        return await deliver(left with { Patience = left.Patience with { Retries = retries - 1 } });
    }

    // The product's first answer is lost on its way back, so that the provider asks again; without leave to retry it only comes late.
    private async Task<WebhookReply> Twice(FaultKind fault, Delivery fetch, Func<Delivery, Task<WebhookReply>> deliver)
    {
        if (!Allows(fetch, "rt"))
            return await deliver(await After(fetch, Delay(fetch)));
        try
        {
            await deliver(fetch);
        }
        catch (WebhookFault)
        {
            // Lost either way.
        }
        var again = await After(fetch, Delay(fetch));
        return await deliver(
            again with
            {
                Patience = again.Patience with { Retries = fetch.Patience.Retries - 1 },
                IdempotencyToken = fault == FaultKinds.ControlTwice ? fetch.IdempotencyToken : sids.IdempotencyToken(),
            }
        );
    }

    private async Task<Delivery> After(Delivery fetch, TimeSpan spent)
    {
        await Task.Delay(spent, clock);
        return fetch with { Patience = fetch.Patience with { Total = fetch.Patience.Total - spent } };
    }

    private static bool Allows(Delivery fetch, string policy) => fetch.Patience.Retries > 0 && fetch.Patience.RetryOn.Contains(policy);

    private static TimeSpan Shortest(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
