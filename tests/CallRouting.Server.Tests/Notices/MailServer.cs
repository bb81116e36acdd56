using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace CallRouting.Server.Tests.Notices;

/// <summary>The smallest mail server (RFC 5321), on this machine: it takes letters and keeps them, or says what a test tells it to.</summary>
internal sealed class MailServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentQueue<string> letters = [];
    private readonly CancellationTokenSource stop = new();
    private readonly Task serving;

    public MailServer()
    {
        listener.Start();
        serving = Serve();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Headers and body of each letter, as they came.</summary>
    public IReadOnlyList<string> Letters => [.. letters];

    /// <summary>What is said to a recipient instead of 250.</summary>
    public string? Instead { get; set; }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await serving;
        stop.Dispose();
    }

    private async Task Serve()
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                using var client = await listener.AcceptTcpClientAsync(stop.Token);
                await Talk(client);
            }
            catch (Exception over) when (over is OperationCanceledException or IOException or SocketException or ObjectDisposedException)
            {
                // The other end has gone, or the test is over.
            }
        }
    }

    private async Task Talk(TcpClient client)
    {
        using var reader = new StreamReader(client.GetStream());
        await using var writer = new StreamWriter(client.GetStream()) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 test");
        while (await reader.ReadLineAsync(stop.Token) is { } line)
        {
            switch (line.Split(' ', ':')[0].ToUpperInvariant())
            {
                case "DATA":
                    await writer.WriteLineAsync("354 go on");
                    await Take(reader);
                    await writer.WriteLineAsync("250 taken");
                    break;
                case "RCPT":
                    await writer.WriteLineAsync(Instead ?? "250 ok");
                    break;
                case "QUIT":
                    await writer.WriteLineAsync("221 bye");
                    return;
                default:
                    await writer.WriteLineAsync("250 ok");
                    break;
            }
        }
    }

    private async Task Take(StreamReader reader)
    {
        var letter = new List<string>();
        while (await reader.ReadLineAsync(stop.Token) is { } line && line != ".")
        {
            letter.Add(line);
        }
        letters.Enqueue(string.Join('\n', letter));
    }
}
