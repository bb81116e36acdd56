using CallRouting.PhoneNetwork.Engine;
using CallRouting.PhoneNetwork.Phones;

namespace CallRouting.PhoneNetwork.Calls;

/// <summary>Rings a telephone until somebody answers or declines, or the time is out (contract §1.5).</summary>
internal sealed class Ringing(BehaviourScript behaviours, CallReports reports, EventLoop loop, TimeProvider clock, NetworkOptions options)
{
    public async Task<RingResult> Ring(Call call)
    {
        if (call.Phone is not { } phone || phone.Behaviour?.Then == Reaction.Unreachable)
            return RingResult.Unreachable;
        if (phone.Call is not null || phone.Behaviour?.Then == Reaction.Busy)
            return RingResult.Busy;
        phone.Call = call;
        call.Become(CallStatus.Ringing, clock.GetUtcNow());
        reports.StatusChanged(call);
        loop.Start(() => behaviours.Follow(phone, call));
        return await Answer(call);
    }

    /// <summary>Rings at a number of the account's own: its document answers, or turns away.</summary>
    public Task<RingResult> Ring(Call call, Call far)
    {
        call.Become(CallStatus.Ringing, clock.GetUtcNow());
        reports.StatusChanged(call);
        far.Over.Register(() => call.Rung.TrySetResult(far.Status == CallStatus.Busy ? RingResult.Busy : RingResult.NoAnswer));
        return Answer(call);
    }

    private async Task<RingResult> Answer(Call call)
    {
        try
        {
            return await call.Rung.Task.WaitAsync(call.RingTime + TimeSpan.FromSeconds(options.RingBufferSeconds), clock, call.Over);
        }
        catch (TimeoutException)
        {
            return RingResult.NoAnswer;
        }
    }
}
