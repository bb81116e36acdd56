using NodaTime;
using NodaTime.Extensions;

namespace CallRouting.Server.Calls;

/// <summary>
/// Calls that could not be answered as they should, kept in memory while the database does not work: how often in a row, and who
/// met our apology and has not been written down yet. A process that dies takes them along; the provider's own list of calls remains.
/// </summary>
public sealed class Mishaps(Seal seal, TimeProvider clock)
{
    private const int Most = 10_000;

    private readonly Lock gate = new();
    private readonly Dictionary<string, int> missed = [];
    private readonly Queue<Mishap> unwritten = new();

    /// <summary>How many wait to be written down.</summary>
    public int Unwritten
    {
        get
        {
            lock (gate)
            {
                return unwritten.Count;
            }
        }
    }

    /// <summary>A call could not be answered: how many times in a row by now.</summary>
    public int Miss(string sid)
    {
        lock (gate)
        {
            // Everybody gets a few more tries: better than a list without end.
            if (missed.Count >= Most)
            {
                missed.Clear();
            }
            return missed[sid] = missed.GetValueOrDefault(sid) + 1;
        }
    }

    public void Answered(string sid)
    {
        lock (gate)
        {
            missed.Remove(sid);
        }
    }

    /// <summary>A call of which we have missed something already is in progress, whether or not the database knows it.</summary>
    public bool Knows(string sid)
    {
        lock (gate)
        {
            return missed.ContainsKey(sid);
        }
    }

    /// <summary>To be written down when the database works. Beyond ten thousand the oldest is forgotten.</summary>
    public void Keep(string story, HttpContext http)
    {
        var form = http.Request.Form;
        var mishap = new Mishap(
            story,
            CallSid.Of(http),
            http.Request.RouteValues["leg"] as string,
            form["To"].ToString(),
            seal.Close(form["From"].ToString()),
            clock.GetUtcNow().ToInstant()
        );
        lock (gate)
        {
            if (unwritten.Count >= Most)
            {
                unwritten.Dequeue();
            }
            unwritten.Enqueue(mishap);
        }
    }

    public Mishap? Next()
    {
        lock (gate)
        {
            return unwritten.TryPeek(out var mishap) ? mishap : null;
        }
    }

    /// <summary>A mishap is written down. Another one may have pushed it out meanwhile.</summary>
    public void Forget(Mishap mishap)
    {
        lock (gate)
        {
            if (unwritten.TryPeek(out var first) && ReferenceEquals(first, mishap))
            {
                unwritten.Dequeue();
            }
        }
    }
}

/// <summary>What is known of a call that met our apology or was turned away.</summary>
/// <param name="Story">The timeline's word for it.</param>
/// <param name="Leg">The leg that asked; null for a call that came in.</param>
/// <param name="Caller">Whom the provider named as the caller, sealed.</param>
public sealed record Mishap(string Story, string Sid, string? Leg, string To, byte[] Caller, Instant At);

/// <summary>The provider's name for the call that a signed request is about; empty where it names none.</summary>
public static class CallSid
{
    public static string Of(HttpContext http) => http.Request.Form["CallSid"] is [{ Length: > 0 } sid] ? sid : "";
}
