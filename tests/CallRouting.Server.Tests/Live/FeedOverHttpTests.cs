using System.Net;
using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Text.Json;
using CallRouting.Scenarios;
using CallRouting.Server.Database;
using CallRouting.Server.Live;
using CallRouting.Server.Tests.Menus;
using CallRouting.Server.Tests.SignIn;
using CallRouting.Server.Tests.Telephony;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace CallRouting.Server.Tests.Live;

/// <summary>The feed as a console meets it: real sockets, the real tail in the background, a connection that is cut.</summary>
public sealed class FeedOverHttpTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 18, 9, 0);

    private string folder = "";
    private WorldDatabase database = null!;
    private WebApplication server = null!;
    private HttpClient console = null!;

    [SetUp]
    public async Task Start()
    {
        folder = Directory.CreateTempSubdirectory("callrouting-").FullName;
        database = await WorldDatabase.Of(WorldDatabase.Usual, folder);
        server = ServerHost.Build(
            [],
            builder =>
            {
                builder.Configuration.AddInMemoryCollection(Settings()).AddInMemoryCollection(database.Settings);
                builder.Logging.ClearProviders();
            }
        );
        await server.StartAsync();
        console = new HttpClient { BaseAddress = new Uri(server.Urls.Single()) };
        console.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "token-agent");
    }

    [TearDown]
    public async Task Stop()
    {
        console.Dispose();
        await server.DisposeAsync();
        await database.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Test]
    public async Task A_console_whose_connection_is_cut_comes_again_and_has_missed_nothing()
    {
        string? seen;
        await using (var connection = await Connect())
        {
            Assert.That((await connection.Next("hello")).GetProperty("resumed").GetBoolean(), Is.False);
            await Tell("one");
            Assert.That(KindOf(await connection.Next("told")), Is.EqualTo("one"));
            seen = connection.LastEventId;
        }
        await Tell("two");
        await Tell("three");

        await using var again = await Connect(seen);
        Assert.That((await again.Next("hello")).GetProperty("resumed").GetBoolean(), Is.True);
        Assert.That(KindOf(await again.Next("told")), Is.EqualTo("two"));
        var three = await again.Next("told");
        Assert.That(
            three.EnumerateObject().Select(field => field.Name),
            Is.EqualTo(new[] { "sequence", "at", "kind", "who", "detail", "call", "transfer", "callback", "unit" })
        );
    }

    [Test]
    public async Task A_server_that_stops_does_not_wait_for_those_who_follow()
    {
        await using var connection = await Connect();
        await connection.Next("hello");
        await server.StopAsync().WaitAsync(TimeSpan.FromSeconds(20));
        Assert.That(await connection.Ended(), Is.True);
    }

    [Test]
    public async Task Who_is_not_signed_in_is_told_nothing()
    {
        console.DefaultRequestHeaders.Authorization = null;
        using var answer = await console.GetAsync(new Uri("/api/live", UriKind.Relative));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    private static string? KindOf(JsonElement told) => told.GetProperty("kind").GetString();

    private Task Tell(string kind) =>
        server
            .Services.GetRequiredService<Writes>()
            .Commit(unit => server.Services.GetRequiredService<Timeline>().Tell([new(kind)], new Subject("call-1"), Now, unit));

    private async Task<Connection> Connect(string? lastEventId = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/live");
        request.Headers.TryAddWithoutValidation("Last-Event-ID", lastEventId);
        var answer = await console.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.That(answer.Content.Headers.ContentType?.MediaType, Is.EqualTo("text/event-stream"));
        return new Connection(answer, await answer.Content.ReadAsStreamAsync());
    }

    private Dictionary<string, string?> Settings()
    {
        var settings = new Dictionary<string, string?>
        {
            ["Mode"] = "Demo",
            ["urls"] = "http://127.0.0.1:0",
            ["DataFolder"] = folder,
            ["FlowFolder"] = Flows.Folder,
            ["Provider:AccountSid"] = RecordingProvider.Account,
            ["Provider:AuthToken"] = SigningProvider.Token,
            ["Provider:BaseUrl"] = "http://127.0.0.1:5090",
            ["Provider:PublicUrl"] = "http://server.test",
            ["Privacy:Keys:0"] = Convert.ToBase64String(new byte[32]),
        };
        foreach (var role in RoleNames.All)
        {
            settings[$"SignIn:DemoTokens:{role}"] = $"token-{role}";
        }
        return settings;
    }

    private sealed class Connection(HttpResponseMessage answer, Stream stream) : IAsyncDisposable
    {
        private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

        private readonly SseParser<string> parser = SseParser.Create(stream);
        private IAsyncEnumerator<SseItem<string>>? items;

        public string LastEventId => parser.LastEventId;

        public async Task<JsonElement> Next(string kind)
        {
            items ??= parser.EnumerateAsync().GetAsyncEnumerator();
            Assert.That(await items.MoveNextAsync().AsTask().WaitAsync(Patience), Is.True);
            Assert.That(items.Current.EventType, Is.EqualTo(kind));
            return JsonSerializer.Deserialize<JsonElement>(items.Current.Data);
        }

        public async Task<bool> Ended() => !await items!.MoveNextAsync().AsTask().WaitAsync(Patience);

        public ValueTask DisposeAsync()
        {
            answer.Dispose();
            return stream.DisposeAsync();
        }
    }
}
