using System.Net;
using System.Net.Sockets;
using CallRouting.PhoneNetwork;
using CallRouting.PhoneNetwork.Engine;
using CallRouting.PhoneNetwork.Phones;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CallRouting.Scenarios.PhoneNetwork;

/// <summary>Contract §3.6 over real sockets: what only a real connection can do.</summary>
[Parallelizable(ParallelScope.All)]
public class ConnectionTests
{
    private static async Task<(IReadOnlyList<DebuggerEntry> Complaints, IReadOnlyList<TimelineEvent> Events)> Dial(
        string voiceUrl,
        string? fallbackUrl = null
    )
    {
        var demoFile = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"connections-{TestContext.CurrentContext.Test.ID}.json");
        await File.WriteAllTextAsync(demoFile, """{ "inboundNumbers": [ { "number": "+4755553333" } ] }""");
        await using var network = PhoneNetworkHost.Build([], builder => Arrange(builder, demoFile, voiceUrl, fallbackUrl));
        await network.StartAsync();
        var exchange = network.Services.GetRequiredService<Exchange>();
        await exchange.Dial("+4710000001", "55 55 33 33");
        await network.Services.GetRequiredService<NetworkActivity>().WhenIdle();
        return (await exchange.Complaints(), await exchange.Events());
    }

    private static void Arrange(WebApplicationBuilder builder, string demoFile, string voiceUrl, string? fallbackUrl)
    {
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection([
            new("PhoneNetwork:DemoFile", demoFile),
            new("PhoneNetwork:VoiceUrl", voiceUrl),
            new("PhoneNetwork:VoiceFallbackUrl", fallbackUrl),
        ]);
    }

    [Test]
    public async Task A_refused_connection_is_tried_once_more_and_then_told()
    {
        var (complaints, events) = await Dial($"http://127.0.0.1:{FreePort()}/voice");
        Assert.That(complaints.Select(entry => entry.Code), Is.EqualTo([11202]));
        Assert.That(events.Count(told => told.What == "webhook-retried"), Is.EqualTo(1));
    }

    [Test]
    public async Task While_the_product_is_dead_the_fallback_speaks()
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls=http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        await using var elsewhere = builder.Build();
        elsewhere.MapPost("/reserve", (HttpRequest asked) => Product.Twiml($"<Say>Reserve {asked.Form["ErrorCode"]}</Say>"));
        await elsewhere.StartAsync();
        var (_, events) = await Dial($"http://127.0.0.1:{FreePort()}/voice", elsewhere.Urls.Single() + "/reserve");
        Assert.That(events.Single(told => told.What == "heard").Detail, Is.EqualTo("Reserve 11202"));
    }

    [Test]
    public async Task With_rc_0_it_is_not_tried_again()
    {
        var (complaints, events) = await Dial($"http://127.0.0.1:{FreePort()}/voice#rc=0");
        Assert.That(complaints.Select(entry => entry.Code), Is.EqualTo([11202]));
        Assert.That(events.Count(told => told.What == "webhook-retried"), Is.Zero);
    }

    [Test]
    public async Task A_host_that_nobody_knows_is_told()
    {
        var (complaints, _) = await Dial("http://no-such-host.invalid/voice#rc=0");
        Assert.That(complaints.Select(entry => entry.Code).ToArray(), Has.Length.EqualTo(1).And.All.AnyOf(11210, 11205));
    }

    [Test]
    public async Task A_server_that_takes_the_connection_and_says_nothing_is_given_up_after_rt()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        var (complaints, _) = await Dial($"http://127.0.0.1:{port}/voice#rc=0&rt=200");
        Assert.That(complaints.Single().Message, Does.Contain("200 ms"));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
