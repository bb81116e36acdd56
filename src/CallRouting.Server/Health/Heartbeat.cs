using CallRouting.Server.Demo;
using Microsoft.Extensions.Options;
using Polly;

namespace CallRouting.Server.Health;

/// <summary>
/// Calls an address each minute while everything moves. When it falls silent, whoever listens there raises the alarm: also for what
/// this process could never report itself.
/// </summary>
public sealed class Heartbeat : BackgroundService
{
    public const string Client = "heartbeat";

    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Proofs proofs;
    private readonly IHttpClientFactory clients;
    private readonly TimeProvider clock;
    private readonly ILogger<Heartbeat> log;
    private readonly Uri? url;
    private readonly bool background;
    private readonly ResiliencePipeline patience;

    public Heartbeat(
        Proofs proofs,
        IHttpClientFactory clients,
        IOptions<HeartbeatOptions> options,
        IOptions<ModeOptions> mode,
        TimeProvider clock,
        ILogger<Heartbeat> log
    )
    {
        (this.proofs, this.clients, this.clock, this.log) = (proofs, clients, clock, log);
        (url, background) = (options.Value.Url, mode.Value.Background);
        patience = new ResiliencePipelineBuilder { TimeProvider = clock }
            .AddTimeout(clock.OnTheWall(Patience))
            .Build();
    }

    /// <summary>True when somebody heard it.</summary>
    public async Task<bool> RunOnce(CancellationToken cancel = default)
    {
        if (url is null || proofs.Stopped().Count > 0)
        {
            return false;
        }
        try
        {
            using var http = clients.CreateClient(Client);
            using var response = await patience.ExecuteAsync(async token => await http.GetAsync(url, token), cancel);
            response.EnsureSuccessStatusCode();
            return true;
        }
        catch (Exception unheard) when (!cancel.IsCancellationRequested)
        {
            log.LogWarning("The heartbeat was not heard: {Why}.", unheard.Message);
            return false;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (background && url is not null && !stoppingToken.IsCancellationRequested)
        {
            await RunOnce(stoppingToken);
            await Task.Delay(Every, clock, stoppingToken);
        }
    }
}
