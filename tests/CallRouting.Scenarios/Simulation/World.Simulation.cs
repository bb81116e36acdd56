using CallRouting.PhoneNetwork.Engine;
using Microsoft.Extensions.DependencyInjection;

namespace CallRouting.Scenarios;

/// <summary>What a simulation needs of its world: the process that lives, and what becomes of it.</summary>
public sealed partial class World
{
    /// <summary>Of the process that lives; or of the last that did.</summary>
    internal IServiceProvider Server => server.Services;

    internal IServiceProvider Network => network.Services;

    internal WorldDatabase Database => database;

    internal HttpMessageHandler WayToServer() => RoadToServer();

    internal HttpMessageHandler WayToNetwork() => RoadToNetwork();

    /// <summary>Another process starts on the same database.</summary>
    internal async Task Begins(Func<Task> beforeFirstRequest)
    {
        await server.DisposeAsync();
        Time.Bury();
        await beforeFirstRequest();
        await StartServer();
    }
}
