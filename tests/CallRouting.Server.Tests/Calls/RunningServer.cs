using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using CallRouting.Scenarios;
using CallRouting.Server.Calls;
using CallRouting.Server.Database;
using CallRouting.Server.Demo;
using CallRouting.Server.Offices;
using CallRouting.Server.Rosters;
using CallRouting.Server.Telephony;
using CallRouting.Server.Tests.Database;
using CallRouting.Server.Tests.Menus;
using CallRouting.Server.Tests.Telephony;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CallRouting.Server.Tests.Calls;

/// <summary>
/// The whole server over a database of its own, on a clock that moves when told: the provider asks through the real
/// pipeline and is asked through a handler that remembers.
/// </summary>
internal sealed class RunningServer : IAsyncDisposable
{
    public const string PublicUrl = "http://server.test";

    private readonly string folder;
    private readonly Dictionary<string, string?> settings;
    private WebApplication? app;
    private SigningProvider? phone;
    private WorldDatabase? database;
    private int sids;

    private const string Socket = "Test:Socket";

    private bool HasSocket => settings.ContainsKey(Socket);

    private RunningServer(IEnumerable<(string Key, string? Value)> changes, string? place = null)
    {
        folder = place ?? Directory.CreateTempSubdirectory("callrouting-").FullName;
        settings = new(StringComparer.OrdinalIgnoreCase)
        {
            ["Mode"] = "Demo",
            ["Background"] = "false",
            ["DataFolder"] = folder,
            ["FlowFolder"] = Flows.Folder,
            ["Provider:AccountSid"] = RecordingProvider.Account,
            ["Provider:AuthToken"] = SigningProvider.Token,
            ["Provider:BaseUrl"] = "http://127.0.0.1:5090",
            ["Provider:PublicUrl"] = PublicUrl,
            ["Provider:CallsPerSecond"] = "10",
            ["Logging:LogLevel:Default"] = "Warning",
            ["Privacy:Keys:0"] = Convert.ToBase64String(new byte[32]),
        };
        foreach (var role in SignIn.RoleNames.All)
        {
            settings[$"SignIn:DemoTokens:{role}"] = $"token-{role}";
        }
        foreach (var (key, value) in changes)
        {
            settings[key] = value;
        }
    }

    /// <summary>Wednesday 18 November 2026, 10:00 in Oslo.</summary>
    public ManualTime Time { get; } = new(new DateTimeOffset(2026, 11, 18, 9, 0, 0, TimeSpan.Zero));

    public RecordingProvider Asked { get; } = new();

    public SigningProvider Phone => phone!;

    public LogLines Log { get; } = new();

    /// <summary>Its data folder, with the database where that is a file.</summary>
    public string Folder => folder;

    public string DatabaseFile
    {
        get
        {
            if (database is not SqliteWorld)
            {
                Assert.Ignore("What happens to a database file is tried on SQLite.");
            }
            return ((SqliteWorld)database!).File;
        }
    }

    public WebApplication App => app!;

    public static Task<RunningServer> Start(params (string Key, string? Value)[] changes) => On(WorldDatabase.Usual, changes);

    /// <summary>The same on another engine, with registers and all in a database of its own.</summary>
    public static Task<RunningServer> On(string engine, params (string Key, string? Value)[] changes) =>
        On(engine, new RunningServer(changes));

    /// <summary>The same with its files in a folder that exists.</summary>
    public static Task<RunningServer> In(string place, params (string Key, string? Value)[] changes) =>
        On(WorldDatabase.Sqlite, new RunningServer(changes, place));

    private static async Task<RunningServer> On(string engine, RunningServer server)
    {
        try
        {
            server.database = await WorldDatabase.Of(engine, server.folder);
            await server.Begin();
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
        await server.Write(unit => new RosterStore().Replace(Population.Usual.Book(), unit));
        return server;
    }

    /// <summary>The same behind a real socket of this machine, which is its public address too.</summary>
    public static Task<RunningServer> OverHttp(params (string Key, string? Value)[] changes)
    {
        using var free = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        free.Start();
        var address = $"http://{free.LocalEndpoint}";
        return Start([("urls", address), ("Provider:PublicUrl", address), (Socket, "true"), .. changes]);
    }

    /// <summary>A CallSid that no other call of this server has.</summary>
    public string NewSid() => $"CA1{Interlocked.Increment(ref sids):x31}";

    public T Get<T>()
        where T : notnull => App.Services.GetRequiredService<T>();

    /// <summary>Carries out what is due now, and what follows from it at this moment.</summary>
    public async Task Act()
    {
        while (await Get<ActionRunner>().RunOnce() > 0) { }
    }

    /// <summary>Asks the provider about who has been silent for too long, or is doubted, and does what follows.</summary>
    public async Task Sweep()
    {
        while (await Get<Sweeper>().RunOnce() > 0)
        {
            await Act();
        }
    }

    /// <summary>A file has one process, and the next takes over at once; on a server others may live, so that claims have to run out.</summary>
    public void ClaimsRunOut()
    {
        if (database is not SqliteWorld)
        {
            Time.Advance(Get<Patience>().Claim.ToTimeSpan());
        }
    }

    public async Task Passes(int seconds)
    {
        Time.Advance(TimeSpan.FromSeconds(seconds));
        await Act();
    }

    /// <summary>The demo's preparation as an operator types it, speaking to a writer of the test's.</summary>
    public PrepareCommand NewCommand(TextWriter output) => ActivatorUtilities.CreateInstance<PrepareCommand>(App.Services, output);

    public Task Write(Func<UnitOfWork, Task> unit) => Get<Writes>().Commit(unit);

    public Task<T> Read<T>(Func<UnitOfWork, Task<T>> question) => Get<Reads>().Ask(question);

    public Task<IReadOnlyList<T>> Rows<T>(string sql) => Read(unit => unit.Query<T>(sql));

    /// <summary>One value of the first row, or null where there is none.</summary>
    public async Task<T?> Value<T>(string sql) => (await Rows<T>(sql)) is [var first, ..] ? first : default;

    public HttpClient Api(string? role)
    {
        var client = App.GetTestClient();
        client.DefaultRequestHeaders.Authorization = role is null ? null : new AuthenticationHeaderValue("Bearer", $"token-{role}");
        return client;
    }

    public async Task<T> Get<T>(string role, string path)
    {
        using var client = Api(role);
        return (await client.GetFromJsonAsync<T>($"/api/{path}"))!;
    }

    /// <param name="path">With /api.</param>
    public async Task<HttpResponseMessage> Send(HttpMethod method, string role, string path, object? body = null)
    {
        using var client = Api(role);
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        return await client.SendAsync(request);
    }

    /// <summary>The same where it is granted.</summary>
    public async Task<T> Answer<T>(HttpMethod method, string role, string path, object? body = null)
    {
        using var answer = await Send(method, role, path, body);
        Assert.That(answer.StatusCode, Is.EqualTo(System.Net.HttpStatusCode.OK), await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<T>())!;
    }

    /// <summary>What a refusal says.</summary>
    public static async Task<string?> Detail(HttpResponseMessage refusal) =>
        (await refusal.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString();

    /// <summary>The process is gone without a farewell, and another one starts on the same database.</summary>
    public async Task Restart()
    {
        await App.DisposeAsync();
        await Begin();
    }

    public async ValueTask DisposeAsync()
    {
        phone?.Dispose();
        await (app?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (database?.DisposeAsync() ?? ValueTask.CompletedTask);
        Directory.Delete(folder, recursive: true);
    }

    private async Task Begin()
    {
        app = ServerHost.Build([], Arrange);
        await app.StartAsync();
        phone = HasSocket ? null : new SigningProvider(App.GetTestServer());
    }

    private void Arrange(WebApplicationBuilder builder)
    {
        if (!HasSocket)
        {
            builder.WebHost.UseTestServer();
        }
        builder.Configuration.AddInMemoryCollection(database!.Settings).AddInMemoryCollection(settings);
        builder.Services.AddSingleton<TimeProvider>(Time).AddSingleton(new Random(1));
        builder.Services.AddSingleton<IStartupFilter, SentTarget.Filter>();
        builder.Services.AddHttpClient(nameof(ProviderClient)).ConfigurePrimaryHttpMessageHandler(() => new Shared(Asked));
        builder.Logging.ClearProviders().AddProvider(Log);
    }

    // The factory disposes its handlers; what was asked outlives them.
    private sealed class Shared(HttpMessageHandler inner) : HttpMessageHandler
    {
        private readonly HttpMessageInvoker invoker = new(inner, disposeHandler: false);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            invoker.SendAsync(request, cancellationToken);
    }
}
