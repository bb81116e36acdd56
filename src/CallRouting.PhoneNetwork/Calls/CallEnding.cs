using CallRouting.PhoneNetwork.Engine;

namespace CallRouting.PhoneNetwork.Calls;

/// <summary>Ends calls, each once, and reports it.</summary>
internal sealed class CallEnding(CallReports reports, Timeline timeline, TimeProvider clock)
{
    /// <param name="byApi">A REST request ended it, not a hand on a telephone.</param>
    public void End(Call call, CallStatus status, bool byApi = false, int sipCode = 200)
    {
        if (call.HasEnded)
            return;
        var wasQueued = call.Status == CallStatus.Queued;
        if (call.Phone is { } phone && phone.Call == call)
            phone.Call = null;
        call.End(status, byApi, clock.GetUtcNow());
        // Withdrawn while still queued: nobody is told (contract §3.3), so the product must know it by itself.
        if (wasQueued && status == CallStatus.Canceled)
            timeline.Tell("call-withdrawn", call.Sid, phone: call.Phone?.Number);
        else
            reports.StatusChanged(call, sipCode);
    }
}
