using CallRouting.Server.Database;
using CallRouting.Server.Health;
using Microsoft.Extensions.Options;
using NodaTime.Extensions;

namespace CallRouting.Server.Calls;

/// <summary>Wakes the action runner: at once when something was written, otherwise when the next action is due.</summary>
public sealed class Worker(
    ActionRunner runner,
    ActionStore actions,
    Reads reads,
    TimeProvider clock,
    IOptions<ModeOptions> mode,
    Proofs proofs,
    IHostApplicationLifetime host,
    ILogger<Worker> log
) : BackgroundService
{
    private static readonly TimeSpan LongestNap = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ShortestNap = TimeSpan.FromMilliseconds(10);

    // What is due and was not begun waits for the pace, or is in hand.
    private static readonly TimeSpan Breather = TimeSpan.FromMilliseconds(100);

    private readonly SemaphoreSlim nudged = new(0);

    /// <summary>Something may have to be done now.</summary>
    public void Nudge() => nudged.Release();

    public override void Dispose()
    {
        nudged.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Listening(stoppingToken);
        try
        {
            await Work(stoppingToken);
        }
        finally
        {
            await runner.Finish();
        }
    }

    private async Task Work(CancellationToken stoppingToken)
    {
        while (mode.Value.Background && !stoppingToken.IsCancellationRequested)
        {
            try
            {
                // What has begun is finished also when the process is asked to stop: a ringing that was sent is waited for.
                var begun = await runner.Begin(CancellationToken.None);
                proofs.Show(Proofs.Actions);
                await Nap(begun > 0 ? ShortestNap : Breather, stoppingToken);
            }
            catch (Exception broken) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(broken, "Actions could not be carried out; they are tried again.");
                await Task.Delay(LongestNap, clock, stoppingToken);
            }
        }
    }

    // What the provider is asked makes it ask us, at once: after a restart a call would be lost on a door that is still shut.
    private async Task Listening(CancellationToken cancel)
    {
        var started = new TaskCompletionSource();
        using var _ = host.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(cancel);
    }

    private async Task Nap(TimeSpan least, CancellationToken cancel)
    {
        var next = await reads.Ask(actions.Next, cancel);
        var until = next is { } due ? due.ToDateTimeOffset() - clock.GetUtcNow() : LongestNap;
        var nap = TimeSpan.FromTicks(Math.Clamp(until.Ticks, least.Ticks, LongestNap.Ticks));
        using var awake = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        await Task.WhenAny(nudged.WaitAsync(awake.Token), Task.Delay(nap, clock, awake.Token));
        await awake.CancelAsync();
        while (nudged.Wait(0, CancellationToken.None)) { }
    }
}
