using CallRouting.Server.Calls;
using CallRouting.Server.Database;
using CallRouting.Server.Menus;
using CallRouting.Server.Offices;

namespace CallRouting.Server;

/// <summary>Before the first request: the schema is up to date, the flows are good, the registers are read, and claims of a dead process are free.</summary>
public sealed class StartUp(
    Requirements requirements,
    Engine engine,
    Migrations migrations,
    PlacesInForce places,
    FlowWatch flows,
    FlowLibrary library,
    ActionStore actions,
    Writes writes,
    ILogger<StartUp> log
) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        requirements.Check();
        flows.Begin();
        await migrations.Apply(cancellationToken);
        await places.Refresh(cancellationToken);
        if (engine is SqliteEngine)
        {
            // One process owns the file, so whatever is claimed was claimed by one that is gone.
            await writes.Commit(actions.FreeClaims, cancellationToken);
        }
        log.LogInformation("Ready: {Database}, flows {Flows}, registers {Registers}.", engine.Name, library.Names, places.AnyRegisters);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
