using System.Net.Http.Json;
using CallRouting.Scenarios;
using CallRouting.Server.Rosters;

namespace CallRouting.Server.Tests.Calls;

/// <summary>Somebody dials an office's own number, and its duty line takes only transfers.</summary>
public sealed class TransfersOnlyTests
{
    private RunningServer server = null!;

    [SetUp]
    public async Task Start()
    {
        server = await RunningServer.Start();
        var book = Population.Usual.Book();
        var offices = book.Offices.Select(office => office with { Lines = [.. office.Lines.Select(TransfersOnly)] });
        await server.Write(unit => new RosterStore().Replace(book with { Offices = [.. offices] }, unit));
    }

    [TearDown]
    public async Task Stop() => await server.DisposeAsync();

    [Test]
    public async Task The_caller_joins_the_queue_while_an_agent_is_at_work()
    {
        await AgentIsAtWork();
        var call = await DialsTheOffice();
        Assert.That(await call.State(), Is.EqualTo("Waiting"));
        await server.Act();
        Assert.That(
            server.Asked.Dials.Select(dial => dial["To"]),
            Is.EqualTo(new[] { Population.StationOf(1) }),
            "the agent, and no officer"
        );
    }

    [Test]
    public async Task The_duty_phone_rings_when_no_agent_is_at_work()
    {
        var call = await DialsTheOffice();
        Assert.That(await call.State(), Is.EqualTo("InTransfer"));
    }

    private async Task<TestCall> DialsTheOffice()
    {
        var call = await TestCall.Inbound(server, to: Population.DoorOf("0233"));
        await call.Presses("1", "2");
        return call;
    }

    private async Task AgentIsAtWork()
    {
        using var console = server.Api("agent");
        using var beat = await console.PostAsync(new Uri("/api/agents/agent-1/heartbeat", UriKind.Relative), null);
        beat.EnsureSuccessStatusCode();
        using var ready = await console.PutAsJsonAsync("/api/agents/agent-1/presence", new { state = "Ready", offered = true });
        ready.EnsureSuccessStatusCode();
    }

    private static OfficeLine TransfersOnly(OfficeLine office) => office with { Line = office.Line with { TransfersOnly = true } };
}
