using System.Net.Sockets;

namespace CallRouting.PhoneNetwork.Webhooks;

/// <summary>The network's own way out: connects within the limit that each webhook carries (contract §3.6, ct).</summary>
internal static class WebhookConnection
{
    public static readonly HttpRequestOptionsKey<TimeSpan> ConnectLimit = new("CallRouting.ConnectLimit");

    public static SocketsHttpHandler Handler(TimeProvider clock) =>
        new()
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            ActivityHeadersPropagator = null,
            // Each webhook connects anew: a connection kept from before would fail when the product closes it, and the ct override would mean nothing.
            PooledConnectionLifetime = TimeSpan.Zero,
            ConnectCallback = async (context, cancel) => await Connect(context, clock, cancel),
        };

    private static async Task<Stream> Connect(SocketsHttpConnectionContext context, TimeProvider clock, CancellationToken cancel)
    {
        var limit = context.InitialRequestMessage.Options.TryGetValue(ConnectLimit, out var own)
            ? own
            : ConnectionOverrides.Default.Connect;
        using var late = clock.GivesUpAfter(limit);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancel);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(context.DnsEndPoint, either.Token);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested)
        {
            socket.Dispose();
            throw new TimeoutException($"No connection within {limit.TotalMilliseconds:0} ms.");
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
