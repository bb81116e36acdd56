using System.Net;
using System.Net.Http.Json;
using CallRouting.Server.Calls;
using CallRouting.Server.Transfers;

namespace CallRouting.Scenarios;

/// <summary>Calls on their way to an office, by the menu and by an agent.</summary>
public sealed partial class World
{
    /// <summary>Dials an office's own number: to its duty phone without an agent. Tells the call's id.</summary>
    public async Task<string> DialsTheDoorOf(string unit, string caller = "Caller", bool urgent = false)
    {
        await Dials(caller, Population.DoorOf(unit));
        await Caller(caller).Presses(urgent ? "1" : "2");
        return (await TheCall()).Id;
    }

    /// <summary>Dials the national number, and talks with the agent who takes the call. Tells the call's id.</summary>
    public async Task<string> TalksWith(AgentConsole agent, string station = "Agent", string caller = "Caller")
    {
        await Dials(caller, Population.National);
        await Caller(caller).Presses("3", "3");
        await Caller(caller).Hears("Vent litt");
        var call = (await TheCall()).Id;
        Assert.That(await agent.Takes(call), Is.EqualTo(HttpStatusCode.OK));
        await Phone(station).AnswersAndPresses("1");
        await Caller(caller).IsTalkingWith(station);
        return call;
    }

    // Two calls of one moment have no order, and the latest is the one that is looked at.
    private async Task Dials(string caller, string number)
    {
        await Passes(1);
        await Caller(caller).Dials(number);
    }

    /// <summary>The agent hands a call over. Tells the transfer as it begins.</summary>
    public async Task<TransferAnswer> Transfers(string call, string unit)
    {
        using var client = Api("agent");
        using var response = await client.PostAsJsonAsync($"/api/calls/{call}/transfers", new { unit });
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        var transfer = await response.Content.ReadFromJsonAsync<TransferAnswer>();
        await Settle();
        return transfer!;
    }

    public Task<TransferAnswer> Transfer(string id) => Get<TransferAnswer>("agent", $"transfers/{id}");

    public async Task<CallStory> Story(string call) => await Get<CallStory>("agent", $"calls/{call}");
}
