using NodaTime;

namespace CallRouting.Server.Calls;

/// <summary>
/// Legs of which we may know less than the provider: a report could not be taken, a request went otherwise than we believed. The
/// <see cref="Sweeper"/> asks about them first. Kept in memory: after a restart every live leg is doubted.
/// </summary>
public sealed class Doubts
{
    /// <summary>What is more than this is found by its silence.</summary>
    public const int Most = 10_000;

    private readonly Lock gate = new();
    private readonly Dictionary<string, Instant> notBefore = [];
    private readonly List<string> inOrder = [];

    public int Count
    {
        get
        {
            lock (gate)
                return inOrder.Count;
        }
    }

    /// <summary>When one of them can next be asked about; null where there is none.</summary>
    public Instant? Next
    {
        get
        {
            lock (gate)
                return inOrder.Count == 0 ? null : notBefore.Values.Min();
        }
    }

    /// <param name="legOrSid">A leg's id, or the provider's name of its call.</param>
    public void Doubt(string legOrSid) => Doubt(legOrSid, Instant.MinValue);

    /// <summary>To be asked about, but not yet: it could not be a moment ago.</summary>
    public void Doubt(string legOrSid, Instant from)
    {
        lock (gate)
        {
            if (inOrder.Count < Most && notBefore.TryAdd(legOrSid, from))
            {
                inOrder.Add(legOrSid);
            }
        }
    }

    /// <summary>The first of those who can be asked about now, oldest first.</summary>
    public IReadOnlyList<string> First(Instant now, int count)
    {
        lock (gate)
            return [.. inOrder.Where(each => notBefore[each] <= now).Take(count)];
    }

    public void Remove(string legOrSid)
    {
        lock (gate)
        {
            if (notBefore.Remove(legOrSid))
            {
                inOrder.Remove(legOrSid);
            }
        }
    }
}
