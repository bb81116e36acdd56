namespace CallRouting.PhoneNetwork.Engine;

/// <summary>One thing that happened in the network.</summary>
/// <param name="Number">Counts from 1 in the order of happening.</param>
/// <param name="At">UTC, on the network's clock.</param>
/// <param name="What">For example call-ringing, participant-join, webhook, heard, key.</param>
/// <param name="Phone">The telephone that it concerns, E.164, where there is one.</param>
public sealed record TimelineEvent(
    int Number,
    DateTimeOffset At,
    string What,
    string? CallSid,
    string? ConferenceSid,
    string? Phone,
    string? Detail
);

/// <summary>Everything that happened, for assertions and for the handset page.</summary>
internal sealed class Timeline(TimeProvider clock)
{
    private const int Kept = 50_000;
    private readonly Queue<TimelineEvent> events = new();
    private int last;

    /// <summary>Called on the loop for each event; the live page listens.</summary>
    public event Action<TimelineEvent>? Happened;

    public void Tell(string what, string? callSid = null, string? conferenceSid = null, string? phone = null, string? detail = null)
    {
        var told = new TimelineEvent(++last, clock.GetUtcNow(), what, callSid, conferenceSid, phone, detail);
        events.Enqueue(told);
        if (events.Count > Kept)
            events.Dequeue();
        Happened?.Invoke(told);
    }

    public IReadOnlyList<TimelineEvent> Events() => events.ToArray();
}
