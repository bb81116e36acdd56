using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using CallRouting.Server.Database;

namespace CallRouting.Server.Live;

/// <summary>
/// The timeline as server-sent events for one reader: a hello at once, what happened since the number that the reader came
/// with, then what happens, with a heartbeat in between. Ends when the reader is too slow or the host stops; the reader comes again.
/// </summary>
public sealed class Feed(FeedTail tail, Timeline timeline, Reads reads, TimeProvider clock, IHostApplicationLifetime host)
{
    private const int Page = 500;

    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan ComeAgainAfter = TimeSpan.FromSeconds(1);

    public async IAsyncEnumerable<SseItem<object>> Follow(Sight sight, string? lastEventId, [EnumeratorCancellation] CancellationToken gone)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(gone, host.ApplicationStopping);
        var reader = await tail.Join(sight, over.Token);
        try
        {
            var start = FeedStart.Of(lastEventId, reader.Joined);
            yield return Hello(start, reader);
            for (var at = start.After; await Earlier(at, reader.Joined) is [.., var last] page; at = last.Sequence)
            {
                foreach (var told in page.Where(sight.Sees))
                {
                    yield return Told(told);
                }
            }
            await foreach (var item in FromNowOn(reader, over.Token))
            {
                yield return item;
            }
        }
        finally
        {
            await tail.Leave(reader);
        }
    }

    private async IAsyncEnumerable<SseItem<object>> FromNowOn(FeedReader reader, [EnumeratorCancellation] CancellationToken over)
    {
        var beat = clock.GetUtcNow() + Heartbeat;
        while (!over.IsCancellationRequested && !reader.IsOver)
        {
            var handed = reader.Handed;
            if (reader.TryTake(out var told))
            {
                yield return Told(told);
            }
            else if (clock.GetUtcNow() >= beat)
            {
                // With the number: who may see little need not come again with an old one.
                yield return Item("heartbeat", handed, new FeedHeartbeat(clock.GetUtcNow()));
                beat = clock.GetUtcNow() + Heartbeat;
            }
            else
            {
                await Something(reader, beat - clock.GetUtcNow(), over);
            }
        }
    }

    private async Task<IReadOnlyList<TimelineEvent>> Earlier(long after, long joined) =>
        after >= joined ? [] : [.. (await reads.Ask(unit => timeline.After(after, Page, unit))).Where(told => told.Sequence <= joined)];

    private async Task Something(FeedReader reader, TimeSpan patience, CancellationToken over)
    {
        using var awake = CancellationTokenSource.CreateLinkedTokenSource(over);
        await Task.WhenAny(reader.Something(awake.Token), Task.Delay(patience, clock, awake.Token));
        await awake.CancelAsync();
    }

    private SseItem<object> Hello(FeedStart start, FeedReader reader) =>
        new(new FeedHello(clock.GetUtcNow(), reader.Joined, start.Resumed, start.Note), "hello")
        {
            EventId = Number(start.After),
            ReconnectionInterval = ComeAgainAfter,
        };

    private static SseItem<object> Told(TimelineEvent told) => Item("told", told.Sequence, told);

    private static SseItem<object> Item(string kind, long number, object data) => new(data, kind) { EventId = Number(number) };

    private static string Number(long sequence) => sequence.ToString(CultureInfo.InvariantCulture);
}

/// <param name="Last">The timeline's last number at this moment.</param>
/// <param name="Resumed">Everything since the number that the reader came with follows. False: what happened before is not told; fetch it afresh.</param>
/// <param name="Note">Why it could not be resumed, for who came with a number.</param>
public sealed record FeedHello(DateTimeOffset Now, long Last, bool Resumed, string? Note);

public sealed record FeedHeartbeat(DateTimeOffset Now);

/// <summary>Where a reader begins.</summary>
public sealed record FeedStart(long After, bool Resumed, string? Note)
{
    /// <summary>Who was away for longer than this fetches everything afresh sooner than it reads what it missed.</summary>
    public const int MostMissed = 10_000;

    public static FeedStart Of(string? lastEventId, long last)
    {
        if (string.IsNullOrEmpty(lastEventId))
        {
            return new(last, false, null);
        }
        if (!long.TryParse(lastEventId, NumberStyles.None, CultureInfo.InvariantCulture, out var seen) || seen > last)
        {
            return new(last, false, $"Last-Event-ID \"{lastEventId}\" is not a number of this timeline, whose last is {last}.");
        }
        return last - seen > MostMissed
            ? new(last, false, $"Last-Event-ID {seen} is more than {MostMissed} events ago; the last is {last}.")
            : new(seen, true, null);
    }
}
