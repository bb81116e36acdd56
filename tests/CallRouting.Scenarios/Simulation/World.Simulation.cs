using CallRouting.Server.Database;
using Microsoft.Extensions.Configuration;

namespace CallRouting.Scenarios;

/// <summary>What a simulation needs of its world: the process that lives, and what becomes of it.</summary>
public sealed partial class World
{
    /// <summary>Of the process that lives; or of the last that did.</summary>
    internal IServiceProvider Server => server.Services;

    internal IServiceProvider Network => network.Services;

    /// <summary>The world's own eyes: they see the database also while no server lives.</summary>
    internal Engine Engine { get; private set; } = null!;

    internal DatabaseOptions DatabaseSettings =>
        new ConfigurationBuilder().AddInMemoryCollection(database.Settings).Build().GetSection("Database").Get<DatabaseOptions>()!;

    internal HttpMessageHandler WayToServer() => RoadToServer();

    internal HttpMessageHandler WayToNetwork() => RoadToNetwork();

    /// <summary>Another process starts on the same database.</summary>
    internal async Task Begins(Func<Task> beforeFirstRequest)
    {
        await server.DisposeAsync();
        Time.Bury();
        await beforeFirstRequest();
        server = await StartServer();
    }
}
