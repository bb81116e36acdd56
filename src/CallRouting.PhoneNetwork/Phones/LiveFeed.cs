using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using CallRouting.PhoneNetwork.Engine;

namespace CallRouting.PhoneNetwork.Phones;

/// <summary>What happens, as it happens, for the handset page: server-sent events. A page that reads too slowly misses the oldest, never the newest.</summary>
internal sealed class LiveFeed(EventLoop loop, Timeline timeline, TimeProvider clock, IHostApplicationLifetime life)
{
    private const int Unread = 500;
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    /// <summary>Ends when the reader is gone or the network stops: a page left open must not keep it from stopping.</summary>
    public async IAsyncEnumerable<SseItem<TimelineEvent?>> Follow([EnumeratorCancellation] CancellationToken gone)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(gone, life.ApplicationStopping);
        var channel = Channel.CreateBounded<TimelineEvent>(
            new BoundedChannelOptions(Unread) { FullMode = BoundedChannelFullMode.DropOldest }
        );
        void Write(TimelineEvent told) => channel.Writer.TryWrite(told);
        await loop.Do(() => timeline.Happened += Write);
        try
        {
            // Headers leave only with the first item.
            yield return new SseItem<TimelineEvent?>(null, "hello");
            while (!over.IsCancellationRequested)
            {
                await SomethingOrHeartbeat(channel.Reader, over.Token);
                var told = channel.Reader.TryRead(out var next) ? next : null;
                yield return new SseItem<TimelineEvent?>(told, told is null ? "heartbeat" : "happened");
            }
        }
        finally
        {
            await loop.Do(() => timeline.Happened -= Write);
        }
    }

    // Waits without reading: a read that was given up would still swallow the next event.
    private async Task SomethingOrHeartbeat(ChannelReader<TimelineEvent> reader, CancellationToken over)
    {
        try
        {
            await reader.WaitToReadAsync(over).AsTask().WaitAsync(Heartbeat, clock, over);
        }
        catch (Exception silence) when (silence is TimeoutException or OperationCanceledException)
        {
            // Nothing happened, or nobody listens any longer.
        }
    }
}

internal static class LiveFeedEndpoint
{
    public static void MapLiveFeed(this IEndpointRouteBuilder app) =>
        app.MapGet("/live", (LiveFeed feed, CancellationToken gone) => TypedResults.ServerSentEvents(feed.Follow(gone)));
}
