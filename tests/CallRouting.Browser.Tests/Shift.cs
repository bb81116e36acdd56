using System.Net.Http.Json;
using CallRouting.Scenarios.Processes;

namespace CallRouting.Browser.Tests;

/// <summary>The contact centre as the server knows it.</summary>
public static class Shift
{
    /// <summary>Everybody hangs up and goes home, so that the next test finds nobody at work.</summary>
    public static async Task Ends()
    {
        using var api = Stage.Demo.Api("agent");
        await Stage.Demo.EverybodyHangsUp();
        foreach (var agent in await Agents(api))
        {
            await Says(api, agent, "SignedOut");
        }
    }

    /// <summary>An agent says so, past the page.</summary>
    public static async Task Says(string name, string state)
    {
        using var api = Stage.Demo.Api("agent");
        await Says(api, (await Agents(api)).Single(agent => agent.Name == name), state);
    }

    /// <summary>Until the server takes an agent for gone, or for there.</summary>
    public static async Task Until(string name, bool atWork)
    {
        using var api = Stage.Demo.Api("agent");
        await Wait.Until(
            async () => (await Agents(api)).Single(agent => agent.Name == name).AtWork == atWork,
            $"{name} is {(atWork ? "" : "not ")}at work",
            seconds: 45
        );
    }

    private static async Task Says(HttpClient api, Known agent, string state)
    {
        using var answer = await api.PutAsJsonAsync($"/api/agents/{agent.Id}/presence", new { state });
        Assert.That(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static async Task<List<Known>> Agents(HttpClient api) => (await api.GetFromJsonAsync<List<Known>>("/api/agents"))!;

    private sealed record Known(string Id, string Name, bool AtWork);
}
