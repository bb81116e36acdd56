using System.Collections.Concurrent;
using CallRouting.Core.Calls;
using CallRouting.PhoneNetwork;
using CallRouting.PhoneNetwork.Engine;
using CallRouting.PhoneNetwork.Phones;
using CallRouting.Server;
using CallRouting.Server.Calls;
using CallRouting.Server.Database;
using CallRouting.Server.Menus;
using CallRouting.Server.Rosters;
using CallRouting.Server.Telephony;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using NodaTime.Extensions;
using NodaTime.Text;

namespace CallRouting.Scenarios;

/// <summary>
/// A world of its own: our server, the phone network and one clock that moves when told. Both hosts are test servers joined by
/// their handlers, so that every request between them is a real one, and an hour takes milliseconds.
/// </summary>
public sealed partial class World : IAsyncDisposable
{
    private const string Account = "AC00000000000000000000000000000001";
    internal const string Token = "sim0authtoken0sim0authtoken0abcd";
    private const string ServerUrl = "http://127.0.0.1:5080";
    private const string NetworkUrl = "http://127.0.0.1:5090";

    private readonly string folder;
    private readonly Population population;
    private readonly WorldSettings settings;
    private readonly FaultLog faults = new();
    private readonly InFlight inFlight = new();
    private int starts;
    private WorldDatabase database = null!;

    private WebApplication network = null!;
    private WebApplication server = null!;

    private World(ManualTime time, Population population, WorldSettings settings)
    {
        (Time, this.population, this.settings) = (time, population, settings);
        folder = settings.NewFolder();
    }

    public ManualTime Time { get; }

    /// <summary>The menus that the next start of the server reads.</summary>
    public string FlowFolder { get; private set; } = Repository.Folder("ivr-flows");

    public Exchange Phones => network.Services.GetRequiredService<Exchange>();

    /// <summary>What neither the provider's debugger nor a log may show in a healthy world; a test of bad input empties it.</summary>
    public ConcurrentBag<string> Faults => faults.Lines;

    /// <param name="when">Wall time in Oslo, for example "2026-11-18 10:00".</param>
    public static async Task<World> At(string when, Population? population = null, WorldSettings? settings = null)
    {
        var local = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm").Parse(when).Value;
        var start = DateTimeZoneProviders.Tzdb["Europe/Oslo"].AtStrictly(local).ToInstant().ToDateTimeOffset();
        var world = new World(new ManualTime(start), population ?? Population.Usual, settings ?? WorldSettings.Usual);
        await world.Begin();
        return world;
    }

    /// <summary>Lets time pass; everything that falls due on the way happens at its own moment.</summary>
    public async Task Passes(Duration span)
    {
        var end = Time.GetUtcNow() + span.ToTimeSpan();
        await Settle();
        while (await NextDue() is { } due && due <= end)
        {
            Advance(due);
            await Settle();
        }
        Advance(end);
        await Settle();
    }

    public Task Passes(int seconds) => Passes(Duration.FromSeconds(seconds));

    /// <summary>Until a condition holds; fails when it does not within a time of the world.</summary>
    public async Task Until(Func<Task<bool>> holds, string what, int seconds = 60)
    {
        for (var passed = 0; !await holds(); passed++)
        {
            Assert.That(passed, Is.LessThan(seconds), $"It did not happen within {seconds} s: {what}");
            await Passes(1);
        }
    }

    /// <summary>Everything that can happen at this moment of the clock has happened.</summary>
    public async Task Settle()
    {
        do
        {
            while (Busy)
            {
                // Asleep while somebody else works: a machine with few cores has none to spin on.
                await network.Services.GetRequiredService<NetworkActivity>().WhenIdle();
                await WhenNoneOrHeldBack();
                await Task.Yield();
            }
        } while (await Act() > 0 || Busy || await Sweep() > 0);
    }

    public async ValueTask DisposeAsync()
    {
        await StopServers();
        await network.DisposeAsync();
        (Engine as IDisposable)?.Dispose();
        await database.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private int Parked => network.Services.GetRequiredService<NetworkActivity>().Parked;

    private bool Busy =>
        inFlight.Count > Parked
        || InHand > Parked
        || !network.Services.GetRequiredService<NetworkActivity>().Idle
        || Nodes.Any(node => !node.Services.GetRequiredService<Writes>().Idle);

    private async Task Begin()
    {
        database = await WorldDatabase.Of(settings.Engine, folder);
        Engine = DatabaseSettings.Choose();
        File.WriteAllText(Path.Combine(folder, "demo.json"), population.PhonesJson());
        network = PhoneNetworkHost.Build([], ArrangeNetwork);
        await network.StartAsync();
        await StartServers();
        await server.Services.GetRequiredService<Writes>().Commit(unit => new RosterStore().Replace(population.Book(), unit));
    }

    /// <summary>The server dies as a process does, between two requests, and another one starts on the same database.</summary>
    public async Task ServerRestarts()
    {
        await StopServers();
        await StartServers();
        await Settle();
    }

    /// <summary>Somebody edits a prompt, and the server is started anew.</summary>
    public async Task PromptChanges(string from, string to)
    {
        CopyFlows();
        Edit(from, to);
        await ServerRestarts();
    }

    /// <summary>This world has menus of its own, which somebody may edit while the server runs.</summary>
    public async Task HasOwnFlows()
    {
        CopyFlows();
        await ServerRestarts();
    }

    /// <summary>Somebody edits the menus of this world; the server looks at them, as it does every other second.</summary>
    /// <returns>Whether it took up what it found.</returns>
    public async Task<bool> FlowsChange(string from, string to)
    {
        Edit(from, to);
        var takenUp = true;
        foreach (var node in Nodes)
        {
            takenUp &= await node.Services.GetRequiredService<FlowWatch>().RunOnce(Time.GetUtcNow().ToInstant());
        }
        await Settle();
        return takenUp;
    }

    private void CopyFlows()
    {
        var own = Path.Combine(folder, "ivr-flows");
        foreach (var file in Directory.EnumerateFiles(FlowFolder, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(own, Path.GetRelativePath(FlowFolder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
        FlowFolder = own;
    }

    private void Edit(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(FlowFolder, "*.yaml", SearchOption.AllDirectories))
        {
            File.WriteAllText(file, File.ReadAllText(file).Replace(from, to, StringComparison.Ordinal));
        }
    }

    private void ArrangeNetwork(WebApplicationBuilder builder)
    {
        builder.WebHost.UseTestServer();
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?>
            {
                ["PhoneNetwork:AccountSid"] = Account,
                ["PhoneNetwork:AuthToken"] = Token,
                ["PhoneNetwork:Seed"] = $"{settings.Seed}",
                ["PhoneNetwork:WebhooksAtOnce"] = "1",
                ["PhoneNetwork:DemoFile"] = Path.Combine(folder, "demo.json"),
                ["PhoneNetwork:VoiceUrl"] = $"{ServerUrl}/phone/inbound",
                ["PhoneNetwork:SmsUrl"] = $"{ServerUrl}/phone/sms",
                ["PhoneNetwork:StatusCallback"] = $"{ServerUrl}/phone/inbound/status",
            }
        );
        builder.Services.AddSingleton<TimeProvider>(Time);
        builder.Services.AddHttpClient("webhooks").ConfigurePrimaryHttpMessageHandler(() => RoadToServer());
        Quiet(builder);
        settings.ArrangeNetwork?.Invoke(this, builder);
    }

    private void ArrangeServer(WebApplicationBuilder builder)
    {
        builder.WebHost.UseTestServer();
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?>
            {
                ["Mode"] = "Demo",
                ["Background"] = "false",
                ["DataFolder"] = folder,
                ["FlowFolder"] = FlowFolder,
                ["Provider:AccountSid"] = Account,
                ["Provider:AuthToken"] = Token,
                ["Provider:BaseUrl"] = NetworkUrl,
                ["Provider:PublicUrl"] = ServerUrl,
                ["Provider:CallsPerSecond"] = "10",
                ["Privacy:Keys:0"] = Convert.ToBase64String(new byte[32]),
                ["SignIn:DemoTokens:agent"] = "demo-agent",
                ["SignIn:DemoTokens:officer"] = "demo-officer",
                ["SignIn:DemoTokens:lead"] = "demo-lead",
                ["SignIn:DemoTokens:supervisor"] = "demo-supervisor",
            }
        );
        builder.Configuration.AddInMemoryCollection(database.Settings);
        builder.Services.AddSingleton<TimeProvider>(Time);
#pragma warning disable RS0030 // Seeded: the same world runs the same way again. A new process draws other numbers, or its ids would be those of the one before.
        builder.Services.AddSingleton(new Random(settings.Seed * 1000 + starts++));
#pragma warning restore RS0030
        ShareIds(builder.Services);
        builder.Services.AddSingleton<IStartupFilter, SentTarget.Filter>();
        builder.Services.AddHttpClient(nameof(ProviderClient)).ConfigurePrimaryHttpMessageHandler(() => RoadToNetwork());
        Quiet(builder);
        settings.ArrangeServer?.Invoke(this, builder);
    }

    private Road RoadToServer() => new(inFlight, NextNode);

    private Road RoadToNetwork() => new(inFlight, () => network);

    private void Quiet(WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.Logging.AddProvider(faults);
    }

    private void Advance(DateTimeOffset to)
    {
        var span = to - Time.GetUtcNow();
        Time.Advance(span > TimeSpan.Zero ? span : TimeSpan.Zero);
    }

    private async Task<DateTimeOffset?> NextDue()
    {
        var action = await server.Services.GetRequiredService<Reads>().Ask(NextOfServer);
        var now = Time.GetUtcNow();
        // An action that is due and was not carried out waits for the pacer.
        var wake = action is { } at
            ? at.ToDateTimeOffset() is var due && due > now
                ? due
                : now + TimeSpan.FromMilliseconds(100)
            : (DateTimeOffset?)null;
        return Time.NextDue is { } timer && !(wake < timer) ? timer : wake;
    }

    private async Task<Instant?> NextOfServer(UnitOfWork unit)
    {
        var action = await server.Services.GetRequiredService<ActionStore>().Next(unit);
        var silence = await server.Services.GetRequiredService<Sweeper>().Next(unit);
        return silence is null || action < silence ? action : silence;
    }
}
