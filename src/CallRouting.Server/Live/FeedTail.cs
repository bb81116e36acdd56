using CallRouting.Server.Database;
using CallRouting.Server.Health;
using Microsoft.Extensions.Options;

namespace CallRouting.Server.Live;

/// <summary>
/// Reads what was added to the timeline, once for all readers of this process, whoever added it: woken at once by what this
/// process writes, and soon enough for what other processes do. So several processes need nothing between them but the database.
/// </summary>
public sealed class FeedTail : BackgroundService
{
    private const int Page = 500;

    private static readonly TimeSpan OthersMayHaveWritten = TimeSpan.FromMilliseconds(500);

    private readonly Timeline timeline;
    private readonly Reads reads;
    private readonly Writes writes;
    private readonly TimeProvider clock;
    private readonly IOptions<ModeOptions> mode;
    private readonly Proofs proofs;
    private readonly ILogger<FeedTail> log;
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly SemaphoreSlim nudged = new(0);
    private readonly List<FeedReader> readers = [];
    private long at;

    public FeedTail(
        Timeline timeline,
        Reads reads,
        Writes writes,
        TimeProvider clock,
        Proofs proofs,
        IOptions<ModeOptions> mode,
        ILogger<FeedTail> log
    )
    {
        (this.timeline, this.reads, this.writes, this.clock) = (timeline, reads, writes, clock);
        (this.proofs, this.mode, this.log) = (proofs, mode, log);
        writes.Committed += Nudge;
    }

    /// <summary>How many follow the timeline now.</summary>
    public int Readers => readers.Count;

    /// <summary>Everything after the reader's <see cref="FeedReader.Joined"/> will be handed to it.</summary>
    public async Task<FeedReader> Join(Sight sight, CancellationToken cancel)
    {
        await turn.WaitAsync(cancel);
        try
        {
            if (readers.Count == 0)
            {
                at = await reads.Ask(timeline.Last, cancel);
            }
            var reader = new FeedReader(sight, at);
            readers.Add(reader);
            return reader;
        }
        finally
        {
            turn.Release();
        }
    }

    public async Task Leave(FeedReader reader)
    {
        await turn.WaitAsync(CancellationToken.None);
        readers.Remove(reader);
        turn.Release();
    }

    /// <summary>Hands over everything that was added since the last time.</summary>
    public async Task RunOnce(CancellationToken cancel = default)
    {
        await turn.WaitAsync(cancel);
        try
        {
            while (readers.Count > 0 && await reads.Ask(unit => timeline.After(at, Page, unit), cancel) is [.., var last] page)
            {
                readers.RemoveAll(reader => !reader.Hand(page));
                at = last.Sequence;
            }
        }
        finally
        {
            turn.Release();
        }
    }

    public override void Dispose()
    {
        writes.Committed -= Nudge;
        nudged.Dispose();
        turn.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (mode.Value.Background && !stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RunOnce(stoppingToken);
                proofs.Show(Proofs.Feed);
            }
            catch (Exception broken) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(broken, "The timeline could not be read for those who follow it; it is tried again.");
            }
            await Nap(stoppingToken);
        }
    }

    private void Nudge() => nudged.Release();

    private async Task Nap(CancellationToken cancel)
    {
        using var awake = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        await Task.WhenAny(nudged.WaitAsync(awake.Token), Task.Delay(OthersMayHaveWritten, clock, awake.Token));
        await awake.CancelAsync();
        while (nudged.Wait(0, CancellationToken.None)) { }
    }
}
