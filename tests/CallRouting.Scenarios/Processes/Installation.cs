using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using CallRouting.PhoneNetwork.Engine;
using CallRouting.PhoneNetwork.Phones;
using CallRouting.Server.Calls;
using CallRouting.Server.Database;
using CallRouting.Server.Demo;

namespace CallRouting.Scenarios.Processes;

/// <summary>
/// What an operator runs: a data folder, the server and the phone network, each a process of its own on free ports of this
/// machine. Killing a process does not test the disk: the system's page cache survives it.
/// </summary>
public sealed class Installation : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("installation-").FullName;
    private readonly string serverUrl = FreeAddress();
    private readonly string networkUrl = FreeAddress();
    private readonly string wireUrl = FreeAddress();
    private readonly HttpClient api;
    private readonly HttpClient control;
    private ChildProcess? server;
    private ChildProcess? network;
    private Reads? reads;
    private volatile TaskCompletionSource alive = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private string? fallbackUrl;

    private Installation()
    {
        api = new() { BaseAddress = new Uri(serverUrl) };
        api.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "demo-lead");
        control = new() { BaseAddress = new Uri(networkUrl) };
        Wire = new Wire(networkUrl, KillServer);
    }

    /// <summary>Where the server's requests to the provider pass.</summary>
    public Wire Wire { get; }

    /// <param name="prepared">A data folder that the server's own "prepare" made; it is copied.</param>
    /// <param name="speed">Of the demo's clock. Below 1, a slow machine has longer to start a server before a caller asks it.</param>
    /// <param name="fallbackUrl">Where the provider looks when the server does not answer; null: nowhere.</param>
    public static async Task<Installation> Of(string prepared, double speed, string? fallbackUrl = null)
    {
        var installation = new Installation { fallbackUrl = fallbackUrl };
        try
        {
            await installation.Begin(prepared, speed);
            return installation;
        }
        catch
        {
            await installation.DisposeAsync();
            throw;
        }
    }

    /// <summary>Registers, roster, secrets and clock, made as scripts/run has them made.</summary>
    public static async Task Prepare(string folder)
    {
        await using var prepare = ChildProcess.Start("CallRouting.Server", ServerSettings(folder), "prepare");
        await prepare.Ends();
        Assert.That(prepare.ExitCode, Is.Zero, prepare.Output);
    }

    public Handset Phone(string number) => new(control, number);

    /// <summary>Done while a server lives; whoever asks while none does waits for the next.</summary>
    public Task IsAlive => alive.Task;

    public Task KillServer()
    {
        alive = new(TaskCreationOptions.RunContinuationsAsynchronously);
        return server!.Kill();
    }

    public ChildProcess Server => server!;

    /// <summary>What follows <c>GET /api/live</c>; it is read to its end when the server says that it is over.</summary>
    public async Task<Stream> Follow() => await api.GetStreamAsync("/api/live");

    /// <summary>Starts a server on what the last one left; returns when it takes requests.</summary>
    public async Task StartServer()
    {
        server = ChildProcess.Start(
            "CallRouting.Server",
            new Dictionary<string, string>(ServerSettings(folder)) { ["Provider__BaseUrl"] = wireUrl, ["Provider__PublicUrl"] = serverUrl },
            "--urls",
            serverUrl
        );
        await Answers(api, "/internal/isAlive", server);
        alive.TrySetResult();
    }

    public async Task<CallStory> TheStory() => await Get<CallStory>($"calls/{(await Get<List<CallAnswer>>("calls")).Single().Id}");

    public async Task<T> Get<T>(string path) => (await api.GetFromJsonAsync<T>($"/api/{path}"))!;

    /// <summary>The database file itself, beside the server.</summary>
    public Reads Reads => reads ??= new Reads(new SqliteEngine(Path.Combine(folder, "callrouting.db")));

    public async Task<IReadOnlyList<PhoneSummary>> Phones() => (await control.GetFromJsonAsync<List<PhoneSummary>>("/phones"))!;

    public Task<Happenings> Listen() => Happenings.In(control);

    /// <summary>The provider's debugger.</summary>
    public async Task<IReadOnlyList<DebuggerEntry>> Complaints() => (await control.GetFromJsonAsync<List<DebuggerEntry>>("/debugger"))!;

    public async Task<IReadOnlyList<TimelineEvent>> Events() => (await control.GetFromJsonAsync<List<TimelineEvent>>("/events"))!;

    public string Logs => $"--- server\n{server?.Output}\n--- network\n{network?.Output}";

    public async ValueTask DisposeAsync()
    {
        foreach (var process in new[] { server, network })
        {
            await (process?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
        await Wire.DisposeAsync();
        api.Dispose();
        control.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private async Task Begin(string prepared, double speed)
    {
        foreach (var file in Directory.GetFiles(prepared))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }
        var clock = Path.Combine(folder, "clock.json");
        (ClockFile.Read(clock) with { Speed = speed }).Write(clock);
        await Wire.Begin(wireUrl);
        network = ChildProcess.Start("CallRouting.PhoneNetwork", NetworkSettings(), "--urls", networkUrl);
        await Answers(control, "/phones", network);
        await StartServer();
        await Answers(api, "/internal/isReady", server!);
    }

    private static Dictionary<string, string> ServerSettings(string folder) =>
        new() { ["DataFolder"] = folder, ["Database__File"] = Path.Combine(folder, "callrouting.db") };

    private Dictionary<string, string> NetworkSettings()
    {
        using var secrets = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "secrets.json")));
        var provider = secrets.RootElement.GetProperty("Provider");
        return new()
        {
            ["PhoneNetwork__AccountSid"] = provider.GetProperty("AccountSid").GetString()!,
            ["PhoneNetwork__AuthToken"] = provider.GetProperty("AuthToken").GetString()!,
            ["PhoneNetwork__DemoFile"] = Path.Combine(Repository.Folder("src"), "CallRouting.Server", "Rosters", "demo", "demo.json"),
            ["PhoneNetwork__ClockFile"] = Path.Combine(folder, "clock.json"),
            ["PhoneNetwork__VoiceUrl"] = $"{serverUrl}/phone/inbound",
            ["PhoneNetwork__StatusCallback"] = $"{serverUrl}/phone/inbound/status",
            ["PhoneNetwork__VoiceFallbackUrl"] = fallbackUrl ?? "",
        };
    }

    private static Task Answers(HttpClient host, string path, ChildProcess process) =>
        Wait.Until(
            async () =>
            {
                try
                {
                    using var answer = await host.GetAsync(path);
                    return answer.IsSuccessStatusCode;
                }
                catch (HttpRequestException)
                {
                    return false;
                }
            },
            $"{host.BaseAddress} answers {path}",
            otherwise: () => process.Output
        );

    private static string FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return $"http://{listener.LocalEndpoint}";
    }
}
