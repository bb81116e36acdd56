using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;

namespace CallRouting.Server.Live;

/// <summary>
/// One who follows the timeline, and what waits to be sent there. Who reads more slowly than things happen is cut off when
/// the waiting room is full, and catches up by coming again with the number of the last event that arrived.
/// </summary>
public sealed class FeedReader(Sight sight, long joined)
{
    public const int MostWaiting = 1000;

    private readonly Channel<TimelineEvent> waiting = Channel.CreateBounded<TimelineEvent>(MostWaiting);
    private long handed = joined;

    /// <summary>The timeline's last number when the reader joined: what came before is read from the timeline itself.</summary>
    public long Joined { get; } = joined;

    /// <summary>Every event up to this number was handed over, or was not for these eyes.</summary>
    public long Handed => Volatile.Read(ref handed);

    /// <summary>Cut off, and everything that waited was taken.</summary>
    public bool IsOver => waiting.Reader.Completion.IsCompleted;

    public bool TryTake([MaybeNullWhen(false)] out TimelineEvent told) => waiting.Reader.TryRead(out told);

    /// <summary>Until something can be taken, or the reader was cut off.</summary>
    public Task Something(CancellationToken cancel) => waiting.Reader.WaitToReadAsync(cancel).AsTask();

    /// <summary>False when the reader cannot keep up: it is cut off here.</summary>
    public bool Hand(IReadOnlyList<TimelineEvent> page)
    {
        if (!page.Where(sight.Sees).All(waiting.Writer.TryWrite))
        {
            waiting.Writer.TryComplete();
            return false;
        }
        // After the events themselves: who sees this number and finds nothing waiting has had everything up to it.
        Volatile.Write(ref handed, page[^1].Sequence);
        return true;
    }
}
