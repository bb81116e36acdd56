using System.Net.ServerSentEvents;
using CallRouting.Scenarios;
using CallRouting.Server.Database;
using CallRouting.Server.Health;
using CallRouting.Server.Live;
using CallRouting.Server.Tests.Database;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NodaTime;

namespace CallRouting.Server.Tests.Live;

/// <summary>A feed over a database of its own, on a clock that moves when told.</summary>
internal sealed class Following : IAsyncDisposable
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 18, 9, 0);

    private readonly ApplicationLifetime host = new(NullLogger<ApplicationLifetime>.Instance);
    private readonly Timeline timeline = new();

    private Following(TestDatabase database, bool background)
    {
        Database = database;
        Tail = new FeedTail(
            timeline,
            database.Reads,
            database.Writes,
            Time,
            new Proofs(Time, Options.Create(new ModeOptions())),
            Options.Create(new ModeOptions { Background = background }),
            NullLogger<FeedTail>.Instance
        );
        Feed = new Feed(Tail, timeline, database.Reads, Time, host);
    }

    public TestDatabase Database { get; }

    public ManualTime Time { get; } = new(Now.ToDateTimeOffset());

    public FeedTail Tail { get; }

    public Feed Feed { get; }

    /// <param name="background">Whether the tail runs by itself; otherwise when told.</param>
    public static async Task<Following> On(string engine, bool background = false)
    {
        var feed = new Following(await TestDatabase.Migrated(engine), background);
        await feed.Tail.StartAsync(CancellationToken.None);
        return feed;
    }

    public Task Tell(string kind, Subject? about = null) => Database.Writes.Commit(unit => Tell(kind, unit, about));

    public Task Tell(string kind, UnitOfWork unit, Subject? about = null) =>
        timeline.Tell([new(kind)], about ?? new Subject("call-1"), Now, unit);

    public Task<long> Last() => Database.Reads.Ask(timeline.Last);

    public Reader Reads(Sight? sight = null, string? lastEventId = null) => new(this, sight ?? Sight.Everything, lastEventId);

    public void StopHost() => host.StopApplication();

    public async ValueTask DisposeAsync()
    {
        await Tail.StopAsync(CancellationToken.None);
        Tail.Dispose();
        await Database.DisposeAsync();
    }
}

/// <summary>One who follows, event by event.</summary>
internal sealed class Reader : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly CancellationTokenSource gone = new();
    private readonly IAsyncEnumerator<SseItem<object>> items;
    private Task<bool>? asked;

    public Reader(Following feed, Sight sight, string? lastEventId) =>
        items = feed.Feed.Follow(sight, lastEventId, gone.Token).GetAsyncEnumerator(gone.Token);

    /// <summary>The number of the last event that arrived.</summary>
    public string? LastEventId { get; private set; }

    /// <summary>The next event, whose coming was perhaps waited for already; null when the feed has ended.</summary>
    public async Task<SseItem<object>?> Next()
    {
        var there = await Ask().WaitAsync(Patience);
        asked = null;
        if (!there)
        {
            return null;
        }
        LastEventId = items.Current.EventId;
        return items.Current;
    }

    public async Task<FeedHello> Hello() => (FeedHello)(await Next())!.Value.Data;

    /// <summary>What the next events tell of, as many as were asked for.</summary>
    public async Task<IReadOnlyList<string>> Told(int count)
    {
        var kinds = new List<string>();
        while (kinds.Count < count && await Next() is { } item)
        {
            kinds.Add(item.Data is TimelineEvent told ? told.Kind : item.EventType);
        }
        return kinds;
    }

    /// <summary>Begins to wait for the next event, as a connection does that is open.</summary>
    public Task<bool> Ask() => asked ??= items.MoveNextAsync().AsTask();

    public async ValueTask DisposeAsync()
    {
        if (gone.IsCancellationRequested)
        {
            return;
        }
        await gone.CancelAsync();
        await (asked ?? Task.FromResult(false));
        await items.DisposeAsync();
    }
}
