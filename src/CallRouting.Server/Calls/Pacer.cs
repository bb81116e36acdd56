using CallRouting.Server.Telephony;
using Microsoft.Extensions.Options;
using NodaTime;

namespace CallRouting.Server.Calls;

/// <summary>Lets through as many new calls a second as the provider takes without queueing; who is most pressing comes first in line.</summary>
public sealed class Pacer(IOptions<ProviderOptions> options)
{
    private readonly Queue<Instant> recent = new();

    public bool MayDial(Instant now)
    {
        lock (recent)
        {
            while (recent.TryPeek(out var oldest) && now - oldest >= Duration.FromSeconds(1))
            {
                recent.Dequeue();
            }
            if (recent.Count >= options.Value.CallsPerSecond)
            {
                return false;
            }
            recent.Enqueue(now);
            return true;
        }
    }
}
