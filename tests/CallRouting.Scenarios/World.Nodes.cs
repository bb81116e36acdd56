using CallRouting.Server;
using CallRouting.Server.Calls;
using CallRouting.Server.Database;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace CallRouting.Scenarios;

/// <summary>
/// One server, or two that share a database, as behind a load balancer: each request goes to the one whose turn it is, and both
/// carry out what is due at the same time.
/// </summary>
public sealed partial class World
{
    private WebApplication? second;
    private Ids? ids;
    private int turn;

    /// <summary>Those that live.</summary>
    public IReadOnlyList<WebApplication> Nodes => second is null ? [server] : [server, second];

    /// <summary>One of two dies as a process does, between two requests, and the other one goes on alone.</summary>
    public async Task ANodeDies()
    {
        var dead = server;
        (server, second) = (second ?? throw new InvalidOperationException("Nobody would be left."), null);
        await dead.DisposeAsync();
        await Settle();
    }

    /// <summary>Another node joins the one that is alone.</summary>
    public async Task ANodeJoins() => second = await StartServer();

    private WebApplication NextNode() => second is { } other && Interlocked.Increment(ref turn) % 2 == 0 ? other : server;

    // Nobody waits for what is begun: what the network holds back is held back until the clock moves.
    private async Task<int> Act() => await Begin(node => node.GetRequiredService<ActionRunner>().Begin());

    private async Task<int> Sweep() => await Begin(node => node.GetRequiredService<Sweeper>().Begin());

    private async Task<int> Begin(Func<IServiceProvider, Task<int>> begin) =>
        (await Task.WhenAll(Nodes.Select(node => begin(node.Services)))).Sum();

    private int InHand =>
        Nodes.Sum(node => node.Services.GetRequiredService<ActionRunner>().InHand + node.Services.GetRequiredService<Sweeper>().InHand);

    // Time stands still here while nodes write one after the other: what they write must still have an order, as it has in time.
    private void ShareIds(IServiceCollection services)
    {
        if (settings.Nodes > 1)
        {
#pragma warning disable RS0030 // Seeded.
            services.AddSingleton(ids ??= new Ids(Time, new Random(settings.Seed)));
#pragma warning restore RS0030
        }
    }

    private async Task StartServers()
    {
        if (settings is { Nodes: > 1, Engine: WorldDatabase.Sqlite })
        {
            throw new InvalidOperationException("Two servers cannot share an SQLite file. Set CALLROUTING_WORLD to postgres.");
        }
        server = await StartServer();
        second = settings.Nodes > 1 ? await StartServer() : null;
    }

    private async Task<WebApplication> StartServer()
    {
        var started = ServerHost.Build([], ArrangeServer);
        await started.StartAsync();
        return started;
    }

    private async Task StopServers()
    {
        foreach (var node in Nodes)
        {
            await node.DisposeAsync();
        }
    }
}
