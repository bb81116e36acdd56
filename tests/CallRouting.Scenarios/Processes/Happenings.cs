using System.Collections.Concurrent;
using System.Net.ServerSentEvents;
using System.Text.Json;
using System.Threading.Channels;
using CallRouting.PhoneNetwork.Engine;

namespace CallRouting.Scenarios.Processes;

/// <summary>What happens in the phone network, as it happens: everything in order, and each telephone's own part of it.</summary>
public sealed class Happenings : IAsyncDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);
    private readonly ConcurrentQueue<TimelineEvent> all = new();
    private readonly ConcurrentDictionary<string, Channel<TimelineEvent>> ofPhone = new();
    private readonly Channel<int> numbers = Channel.CreateUnbounded<int>();
    private readonly CancellationTokenSource over = new();
    private Task reading = Task.CompletedTask;

    public IReadOnlyCollection<TimelineEvent> All => all;

    /// <summary>Begins to listen; from here on nothing is missed.</summary>
    public static async Task<Happenings> In(HttpClient network)
    {
        var happenings = new Happenings();
        var feed = await network.GetStreamAsync("/live", happenings.over.Token);
        happenings.reading = happenings.Read(feed);
        return happenings;
    }

    /// <summary>What happens at a telephone, from the first time that somebody asked for it on.</summary>
    public ChannelReader<TimelineEvent> At(string phone) => Of(phone).Reader;

    /// <summary>Returns when so many more things have happened; nothing for two minutes is a fault.</summary>
    public async Task More(int things)
    {
        while (numbers.Reader.TryRead(out _)) { }
        using var late = new CancellationTokenSource(Longest, TimeProvider.System);
        for (var seen = 0; seen < things; seen++)
        {
            await numbers.Reader.ReadAsync(late.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await over.CancelAsync();
        await reading;
        over.Dispose();
    }

    private Channel<TimelineEvent> Of(string phone) => ofPhone.GetOrAdd(phone, _ => Channel.CreateUnbounded<TimelineEvent>());

    private async Task Read(Stream feed)
    {
        var items = SseParser.Create(feed, (kind, json) => kind == "happened" ? Parsed(json) : null);
        try
        {
            await foreach (var item in items.EnumerateAsync(over.Token))
            {
                if (item.Data is { } happened)
                {
                    Note(happened);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
        catch (Exception broken)
        {
            numbers.Writer.Complete(broken);
            throw;
        }
    }

    private static TimelineEvent Parsed(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize<TimelineEvent>(json, JsonSerializerOptions.Web)!;

    private void Note(TimelineEvent happened)
    {
        all.Enqueue(happened);
        numbers.Writer.TryWrite(happened.Number);
        if (happened.Phone is { } phone)
        {
            Of(phone).Writer.TryWrite(happened);
        }
    }
}
