using CallRouting.Server.Database;
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
    ILogger<Worker> log
) : BackgroundService
{
    private static readonly TimeSpan LongestNap = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ShortestNap = TimeSpan.FromMilliseconds(10);

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
        while (mode.Value.Background && !stoppingToken.IsCancellationRequested)
        {
            try
            {
                await runner.RunOnce(stoppingToken);
                await Nap(stoppingToken);
            }
            catch (Exception broken) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(broken, "Actions could not be carried out; they are tried again.");
                await Task.Delay(LongestNap, clock, stoppingToken);
            }
        }
    }

    private async Task Nap(CancellationToken cancel)
    {
        var next = await reads.Ask(actions.Next, cancel);
        var until = next is { } due ? due.ToDateTimeOffset() - clock.GetUtcNow() : LongestNap;
        var nap = TimeSpan.FromTicks(Math.Clamp(until.Ticks, ShortestNap.Ticks, LongestNap.Ticks));
        using var awake = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        await Task.WhenAny(nudged.WaitAsync(awake.Token), Task.Delay(nap, clock, awake.Token));
        await awake.CancelAsync();
        while (nudged.Wait(0, CancellationToken.None)) { }
    }
}
