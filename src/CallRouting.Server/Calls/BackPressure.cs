using CallRouting.Core.Calls;
using NodaTime;
using NodaTime.Extensions;

namespace CallRouting.Server.Calls;

/// <summary>
/// Counts what the provider has asked and waits for. When that becomes too much, new callers hear at once that it is crowded and
/// are given the fallback number, without any work of the database; calls in progress go on.
/// </summary>
public sealed class BackPressure(FallbackDocuments documents, Mishaps mishaps, TimeProvider clock, ILogger<BackPressure> log)
    : IEndpointFilter
{
    private readonly Lock gate = new();
    private readonly LinkedList<Instant> since = new();
    private bool turnsAway;
    private long turnedAway;

    /// <summary>How many callers were turned away since this process began.</summary>
    public long TurnedAway => Interlocked.Read(ref turnedAway);

    /// <summary>Requests of the provider that have not been answered yet.</summary>
    public int UnderWay
    {
        get
        {
            lock (gate)
            {
                return since.Count;
            }
        }
    }

    public bool TurnsAway
    {
        get
        {
            lock (gate)
            {
                return Weigh();
            }
        }
    }

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (http.GetEndpoint()?.Metadata.GetMetadata<NewCaller>() is not null && TurnsAway && !mishaps.Knows(CallSid.Of(http)))
        {
            Interlocked.Increment(ref turnedAway);
            mishaps.Keep(CallStories.TurnedAway, http);
            return FallbackDocuments.Result(documents.Crowded());
        }
        var entry = Enter();
        try
        {
            return await next(context);
        }
        finally
        {
            Leave(entry);
        }
    }

    private Instant Now => clock.GetUtcNow().ToInstant();

    private LinkedListNode<Instant> Enter()
    {
        lock (gate)
        {
            return since.AddLast(Now);
        }
    }

    private void Leave(LinkedListNode<Instant> entry)
    {
        lock (gate)
        {
            since.Remove(entry);
        }
    }

    private bool Weigh()
    {
        var crowd = new Crowd(since.Count, since.First is { } oldest ? Now - oldest.Value : Duration.Zero);
        var before = turnsAway;
        turnsAway = CrowdRules.TurnsAway(before, crowd);
        if (turnsAway != before)
        {
            log.LogWarning(
                "New callers are {What}: {Waiting} requests under way, the oldest for {Wait}.",
                turnsAway ? "turned away" : "let in again",
                crowd.Waiting,
                crowd.LongestWait
            );
        }
        return turnsAway;
    }
}

/// <summary>Marks the door through which a call comes in.</summary>
public sealed class NewCaller;
