using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Reflection;
using System.Text;
using CallRouting.PhoneNetwork;
using CallRouting.Scenarios.Processes;
using CallRouting.Server;
using CallRouting.Server.Database;
using CallRouting.Server.Demo;
using CallRouting.Server.Rosters;
using CallRouting.Server.Telephony;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Extensions;

namespace CallRouting.Browser.Tests;

/// <summary>The demo as a browser meets it: server and phone network on free ports of this machine, with the demo's people.</summary>
public sealed class Demo : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("demo-").FullName;
    private readonly HttpClient telephones = new();
    private WebApplication? server;
    private WebApplication? network;

    public string ServerUrl { get; } = FreeAddress();

    public string NetworkUrl { get; } = FreeAddress();

    public static async Task<Demo> Start()
    {
        var demo = new Demo();
        await demo.Prepare();
        demo.network = PhoneNetworkHost.Build(demo.NetworkSettings());
        await demo.network.StartAsync();
        demo.telephones.BaseAddress = new Uri(demo.NetworkUrl);
        await demo.StartServer();
        return demo;
    }

    /// <summary>As an operator does who takes up another version: the telephone network does not notice, whoever follows the feed does.</summary>
    public async Task RestartServer()
    {
        await server!.StopAsync();
        await server.DisposeAsync();
        await StartServer();
    }

    /// <summary>The telephone of somebody in the demo, by the network's control interface.</summary>
    public async Task<Handset> PhoneOf(string name)
    {
        var phones = (await telephones.GetFromJsonAsync<List<Telephone>>("/phones"))!;
        return new Handset(telephones, phones.First(phone => phone.Name == name).Number);
    }

    /// <summary>Every telephone that rings or is in a call hangs up; one that was free a moment later refuses, and is free.</summary>
    public async Task EverybodyHangsUp()
    {
        var phones = (await telephones.GetFromJsonAsync<List<Telephone>>("/phones"))!;
        foreach (var phone in phones.Where(phone => phone.State != "idle"))
        {
            using var _ = await telephones.PostAsync(new Uri($"/phones/{phone.Number.TrimStart('+')}/hang-up", UriKind.Relative), null);
        }
    }

    /// <summary>Who must answer an office's general line now, first of all.</summary>
    public async Task<string> OnDutyAt(string unit)
    {
        var lines = await Api("agent").GetFromJsonAsync<List<LineAnswer>>($"/api/offices/{unit}/lines");
        return lines![0].Primary[0].Name;
    }

    /// <summary>The server as somebody of a role asks it.</summary>
    public HttpClient Api(string role)
    {
        var client = new HttpClient { BaseAddress = new Uri(ServerUrl) };
        client.DefaultRequestHeaders.Authorization = new("Bearer", $"demo-{role}");
        return client;
    }

    /// <summary>Something of the server's own, at its own time, that would otherwise be waited for.</summary>
    public Task Do<T>(Func<T, Instant, Task> deed)
        where T : notnull =>
        deed(server!.Services.GetRequiredService<T>(), server.Services.GetRequiredService<TimeProvider>().GetUtcNow().ToInstant());

    /// <summary>A text message, sent as the provider's customers send it.</summary>
    public Task Sends(string to, string body) => Asks("Messages", ("To", to), ("Body", body));

    /// <summary>A call to a telephone that nothing else has to do with.</summary>
    public Task Rings(string to) => Asks("Calls", ("To", to), ("Twiml", "<Response><Pause length=\"60\"/></Response>"));

    public async ValueTask DisposeAsync()
    {
        telephones.Dispose();
        await (server?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (network?.DisposeAsync() ?? ValueTask.CompletedTask);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private async Task StartServer()
    {
        server = ServerHost.Build(ServerSettings());
        await server.StartAsync();
    }

    private async Task Prepare()
    {
        PrepareCommand.MakeSecrets(new ModeOptions { DataFolder = folder });
        await using var app = ServerHost.Build(ServerSettings());
        await app.Services.GetRequiredService<Migrations>().Apply();
        Assert.That(await app.Services.GetRequiredService<PrepareCommand>().Run([], TimeProvider.System), Is.Zero);
    }

    private async Task Asks(string resource, params (string Name, string Value)[] form)
    {
        var provider = server!.Services.GetRequiredService<IOptions<ProviderOptions>>().Value;
        using var client = new HttpClient { BaseAddress = new Uri(NetworkUrl) };
        client.DefaultRequestHeaders.Authorization = new(
            "Basic",
            Convert.ToBase64String(Encoding.UTF8.GetBytes($"{provider.AccountSid}:{provider.AuthToken}"))
        );
        using var content = new FormUrlEncodedContent([
            .. form.Append(("From", provider.OwnNumber)).Select(field => KeyValuePair.Create(field.Item1, field.Item2)),
        ]);
        using var answer = await client.PostAsync($"/2010-04-01/Accounts/{provider.AccountSid}/{resource}.json", content);
        Assert.That(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private string[] ServerSettings() =>
        [
            $"--urls={ServerUrl}",
            $"--DataFolder={folder}",
            $"--Database:File={Path.Combine(folder, "callrouting.db")}",
            $"--FlowFolder={FlowFolder}",
            $"--Provider:BaseUrl={NetworkUrl}",
            $"--Provider:PublicUrl={ServerUrl}",
            "--Logging:LogLevel:Default=Warning",
        ];

    private string[] NetworkSettings()
    {
        using var secrets = System.Text.Json.JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "secrets.json")));
        var provider = secrets.RootElement.GetProperty("Provider");
        return
        [
            $"--urls={NetworkUrl}",
            $"--PhoneNetwork:AccountSid={provider.GetProperty("AccountSid").GetString()}",
            $"--PhoneNetwork:AuthToken={provider.GetProperty("AuthToken").GetString()}",
            $"--PhoneNetwork:DemoFile={new ModeOptions().DemoFilePath}",
            $"--PhoneNetwork:ClockFile={Path.Combine(folder, "clock.json")}",
            $"--PhoneNetwork:VoiceUrl={ServerUrl}/phone/inbound",
            $"--PhoneNetwork:StatusCallback={ServerUrl}/phone/inbound/status",
            "--Logging:LogLevel:Default=Warning",
        ];
    }

    private static string FlowFolder =>
        typeof(Demo).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(fact => fact.Key == "FlowFolder").Value!;

    private sealed record Telephone(string Number, string Name, string State);

    private static string FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return $"http://{listener.LocalEndpoint}";
    }
}
