using CallRouting.Server.Health;
using Microsoft.Extensions.Options;

namespace CallRouting.Server.Calls;

/// <summary>Lets the sweeper ask every second, a few at a time: the questions never crowd out what is to be done.</summary>
public sealed class SweepLoop(Sweeper sweeper, TimeProvider clock, IOptions<ModeOptions> mode, Proofs proofs, ILogger<SweepLoop> log)
    : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (mode.Value.Background && !stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(Every, clock, stoppingToken);
                await sweeper.Begin(stoppingToken);
                proofs.Show(Proofs.Sweeping);
            }
            catch (Exception broken) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(broken, "Nobody could be asked about; it is tried again.");
            }
        }
    }
}
