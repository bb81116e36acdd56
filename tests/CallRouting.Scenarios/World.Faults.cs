using CallRouting.PhoneNetwork.Engine;
using CallRouting.PhoneNetwork.Faults;
using Microsoft.Extensions.DependencyInjection;

namespace CallRouting.Scenarios;

/// <summary>What goes wrong in a world between the provider and us.</summary>
public sealed partial class World
{
    /// <summary>The provider's faults, by the kinds that its README lists.</summary>
    public FaultPlan Provider => network.Services.GetRequiredService<FaultPlan>();

    // A request may be held back after we began to wait for its end.
    private async Task WhenNoneOrHeldBack()
    {
        var activity = network.Services.GetRequiredService<NetworkActivity>();
        var changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Note() => changed.TrySetResult();
        activity.ParkedChanged += Note;
        try
        {
            if (activity.Parked == 0)
            {
                await Task.WhenAny(inFlight.WhenNone(), changed.Task);
            }
        }
        finally
        {
            activity.ParkedChanged -= Note;
        }
    }
}
