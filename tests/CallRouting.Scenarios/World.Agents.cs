using System.Net;
using System.Net.Http.Json;
using CallRouting.Core.Agents;
using CallRouting.Server.Agents;
using CallRouting.Server.Queue;

namespace CallRouting.Scenarios;

/// <summary>The contact centre of a world.</summary>
public sealed partial class World
{
    public Task<List<QueueAnswer>> Queue() => Get<List<QueueAnswer>>("agent", "queue");

    /// <summary>An agent opens the console and is ready.</summary>
    /// <param name="offered">Calls come by themselves; otherwise the agent takes them.</param>
    public async Task<AgentConsole> AgentSignsIn(string id, bool offered = false)
    {
        var console = new AgentConsole(this, id);
        await console.Says(PresenceState.Ready, offered: offered);
        return console;
    }

    /// <summary>Asks for something by itself while time passes, as a browser in the background does.</summary>
    internal ITimer Every(TimeSpan period, string role, string path) =>
        Time.CreateTimer(
            // Settling waits until nothing is in flight, so nobody needs to wait here.
            tick =>
                _ = inFlight.While(async () =>
                {
                    using var client = Api(role);
                    return await client.PostAsync($"/api/{path}", content: null);
                }),
            null,
            period,
            period
        );

    public async Task<HttpStatusCode> Delete(string role, string path)
    {
        using var client = Api(role);
        using var response = await client.DeleteAsync($"/api/{path}");
        await Settle();
        return response.StatusCode;
    }

    public async Task<HttpStatusCode> Put(string role, string path, object body)
    {
        using var client = Api(role);
        using var response = await client.PutAsJsonAsync($"/api/{path}", body);
        await Settle();
        return response.StatusCode;
    }
}

/// <summary>An agent's browser: it is heard from every ten seconds until it dies.</summary>
public sealed class AgentConsole
{
    private readonly World world;
    private readonly ITimer heartbeat;

    public AgentConsole(World world, string id)
    {
        this.world = world;
        Id = id;
        heartbeat = world.Every(TimeSpan.FromSeconds(10), "agent", $"agents/{id}/heartbeat");
    }

    public string Id { get; }

    public async Task Says(PresenceState state, bool? offered = null, string? code = null) =>
        Assert.That(
            await world.Put(
                "agent",
                $"agents/{Id}/presence",
                new
                {
                    state = state.ToString(),
                    offered,
                    code,
                }
            ),
            Is.EqualTo(HttpStatusCode.NoContent)
        );

    /// <summary>Takes a chosen call out of the queue.</summary>
    public Task<HttpStatusCode> Takes(string call) => world.Post("agent", $"queue/{call}/take", new { agent = Id });

    public Task<HttpStatusCode> TakesNext() => world.Post("agent", $"agents/{Id}/take-next");

    /// <summary>Takes the only one who waits, and must get the call.</summary>
    public async Task TakesTheCall()
    {
        var waiting = (await world.Queue()).Single(place => place.TakenBy is null);
        Assert.That(await Takes(waiting.Call), Is.EqualTo(HttpStatusCode.OK));
    }

    public Task<DeskAnswer> Desk() => world.Get<DeskAnswer>("agent", $"agents/{Id}/desk");

    public async Task<string> Presence() => (await Desk()).Presence.State;

    /// <summary>The browser crashes, or the laptop's lid is closed: nobody says goodbye.</summary>
    public void Dies() => heartbeat.Dispose();
}
