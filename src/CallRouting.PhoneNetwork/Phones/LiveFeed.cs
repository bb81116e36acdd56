using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using CallRouting.PhoneNetwork.Engine;

namespace CallRouting.PhoneNetwork.Phones;

/// <summary>What happens, as it happens, for the handset page: server-sent events. A page that reads too slowly misses the oldest, never the newest.</summary>
internal sealed class LiveFeed(EventLoop loop, Timeline timeline, TimeProvider clock)
{
    private const int Unread = 500;
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    public async IAsyncEnumerable<SseItem<TimelineEvent?>> Follow([EnumeratorCancellation] CancellationToken cancel)
    {
        var channel = Channel.CreateBounded<TimelineEvent>(
            new BoundedChannelOptions(Unread) { FullMode = BoundedChannelFullMode.DropOldest }
        );
        void Write(TimelineEvent told) => channel.Writer.TryWrite(told);
        await loop.Do(() => timeline.Happened += Write);
        try
        {
            // Headers leave only with the first item.
            yield return new SseItem<TimelineEvent?>(null, "hello");
            while (!cancel.IsCancellationRequested)
                yield return await Next(channel.Reader, cancel) is { } told
                    ? new SseItem<TimelineEvent?>(told, "happened")
                    : new SseItem<TimelineEvent?>(null, "heartbeat");
        }
        finally
        {
            await loop.Do(() => timeline.Happened -= Write);
        }
    }

    private async Task<TimelineEvent?> Next(ChannelReader<TimelineEvent> reader, CancellationToken cancel)
    {
        try
        {
            return await reader.ReadAsync(cancel).AsTask().WaitAsync(Heartbeat, clock, cancel);
        }
        catch (Exception silence) when (silence is TimeoutException or OperationCanceledException)
        {
            return null;
        }
    }
}

internal static class LiveFeedEndpoint
{
    public static void MapLiveFeed(this IEndpointRouteBuilder app) =>
        app.MapGet(
            "/live",
            (LiveFeed feed, IHostApplicationLifetime life, CancellationToken gone) =>
            {
                // A page left open must not keep the network from stopping.
                var either = CancellationTokenSource.CreateLinkedTokenSource(gone, life.ApplicationStopping);
                return TypedResults.ServerSentEvents(feed.Follow(either.Token));
            }
        );
}
