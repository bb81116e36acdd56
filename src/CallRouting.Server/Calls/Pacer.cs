using CallRouting.Server.Telephony;
using Microsoft.Extensions.Options;
using NodaTime;

namespace CallRouting.Server.Calls;

/// <summary>
/// How many new calls, and how many messages, may be asked for now. The provider queues what is more blindly; we keep it, in order of
/// <see cref="Priorities"/>, so that nobody who is less pressing goes before a caller who waits. Each sending counts, the second of the
/// same call too.
/// </summary>
public sealed class Pacer(IOptions<ProviderOptions> options)
{
    public Pace Calls { get; } = new(options.Value.CallsPerSecond);

    public Pace Messages { get; } = new(options.Value.MessagesPerSecond);

    public Pace Of(string kind) => kind == ActionKinds.Dial ? Calls : Messages;
}

/// <summary>So many a second, in any second.</summary>
public sealed class Pace(int perSecond)
{
    private readonly List<Instant> recent = [];

    /// <summary>How many may go now.</summary>
    public int Left(Instant now)
    {
        lock (recent)
        {
            recent.RemoveAll(sent => now - sent >= Duration.FromSeconds(1));
            return Math.Max(0, perSecond - recent.Count);
        }
    }

    public void Take(Instant now)
    {
        lock (recent)
        {
            recent.Add(now);
        }
    }

    /// <summary>It was not sent after all.</summary>
    public void GiveBack(Instant now)
    {
        lock (recent)
        {
            recent.Remove(now);
        }
    }
}
