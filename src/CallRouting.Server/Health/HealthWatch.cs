using Microsoft.Extensions.Options;

namespace CallRouting.Server.Health;

/// <summary>Looks every few seconds whether everything moves, and says so once when something has stopped or goes on.</summary>
public sealed class HealthWatch(
    DatabaseProbe database,
    Proofs proofs,
    TimeProvider clock,
    IOptions<ModeOptions> mode,
    ILogger<HealthWatch> log
) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private HashSet<string> stopped = [];

    public async Task RunOnce(CancellationToken cancel = default)
    {
        await database.RunOnce(cancel);
        var now = proofs.Stopped();
        foreach (var standstill in now.Where(each => !stopped.Contains(each.What)))
        {
            log.LogCritical("Standstill: {What}, last seen to move at {Since}.", standstill.What, standstill.Since);
        }
        foreach (var moving in stopped.Except(now.Select(each => each.What)))
        {
            log.LogWarning("It goes on: {What}.", moving);
        }
        stopped = [.. now.Select(each => each.What)];
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (mode.Value.Background && !stoppingToken.IsCancellationRequested)
        {
            await RunOnce(stoppingToken);
            await Task.Delay(Pause, clock, stoppingToken);
        }
    }
}
