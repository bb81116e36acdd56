using System.Net;
using CallRouting.Server.SignIn;
using CallRouting.Server.Tests.Calls;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CallRouting.Server.Tests.SignIn;

/// <summary>Every door has a lock that is written down, and each role's key fits the doors that it should.</summary>
public sealed class DoorTests
{
    private const string Agent = "agent";
    private const string Officer = "officer";
    private const string Lead = "lead";
    private const string Supervisor = "supervisor";
    private const string Administrator = "administrator";

    // Who may; everybody else who is signed in may not, and nobody who is not.
    private static readonly (string Method, string Path, string[] May)[] Doors =
    [
        ("GET", "/api/me", RoleNames.All),
        ("GET", "/api/clock", RoleNames.All),
        ("GET", "/api/places?q=moss", RoleNames.All),
        ("GET", "/api/offices/0104", RoleNames.All),
        ("GET", "/api/offices/0104/lines", RoleNames.All),
        ("GET", "/api/agents", [Agent, Administrator]),
        ("GET", "/api/agents/none/desk", [Agent, Administrator]),
        ("PUT", "/api/agents/none/presence", [Agent, Administrator]),
        ("PUT", "/api/agents/none/station", [Agent, Administrator]),
        ("POST", "/api/agents/none/heartbeat", [Agent, Administrator]),
        ("POST", "/api/agents/none/take-next", [Agent, Administrator]),
        ("POST", "/api/agents/none/softphone-token", [Agent, Administrator]),
        ("PUT", "/api/lines/none/out-of-service", [Officer, Lead, Administrator]),
        ("DELETE", "/api/lines/none/out-of-service", [Officer, Lead, Administrator]),
        ("GET", "/api/lines/none/load", [Lead, Supervisor, Administrator]),
        ("GET", "/api/lines/none/roster", RoleNames.All),
        ("GET", "/api/lines/none/would-ring", RoleNames.All),
        ("GET", "/api/lines/none/draft/roster", [Lead, Administrator]),
        ("GET", "/api/lines/none/offers", [Officer, Lead, Administrator]),
        ("POST", "/api/lines/none/offers", [Officer, Lead, Administrator]),
        ("POST", "/api/lines/none/offers/none/take", [Officer, Lead, Administrator]),
        ("POST", "/api/lines/none/offers/none/refuse", [Officer, Lead, Administrator]),
        ("DELETE", "/api/lines/none/offers/none", [Officer, Lead, Administrator]),
        ("GET", "/api/coverage", [Lead, Supervisor, Administrator]),
        ("GET", "/api/coverage/wall", [Lead, Supervisor, Administrator]),
        ("GET", "/api/lines/none/draft", [Lead, Administrator]),
        ("PUT", "/api/lines/none/draft", [Lead, Administrator]),
        ("POST", "/api/lines/none/draft/check", [Lead, Administrator]),
        ("POST", "/api/lines/none/draft/publish", [Lead, Administrator]),
        ("POST", "/api/lines/none/overrides", [Officer, Lead, Administrator]),
        ("DELETE", "/api/lines/none/overrides/none", [Officer, Lead, Administrator]),
        ("POST", "/api/lines/none/swaps", [Officer, Lead, Administrator]),
        ("DELETE", "/api/lines/none/swaps/none", [Officer, Lead, Administrator]),
        ("POST", "/api/lines/none/officers/none/leave", [Officer, Lead, Administrator]),
        ("DELETE", "/api/lines/none/officers/none/leave/none", [Officer, Lead, Administrator]),
        ("POST", "/api/lines/none/draft/import", [Lead, Administrator]),
        ("POST", "/api/lines/none/draft/replay", [Lead, Administrator]),
        ("GET", "/api/lines/none/draft/special-days", [Lead, Administrator]),
        ("GET", "/api/lines/none/roster.csv", RoleNames.All),
        ("GET", "/api/lines/none/roster.ics", RoleNames.All),
        ("GET", "/api/lines/none/roster.xlsx", RoleNames.All),
        ("GET", "/api/offices/0104/roster.csv", RoleNames.All),
        ("GET", "/api/offices/0104/roster.ics", RoleNames.All),
        ("GET", "/api/offices/0104/roster.xlsx", RoleNames.All),
        ("GET", "/api/offices/none/calendars", [Officer, Lead, Administrator]),
        ("POST", "/api/offices/none/calendars", [Officer, Lead, Administrator]),
        ("DELETE", "/api/offices/none/calendars/none", [Officer, Lead, Administrator]),
        ("GET", "/api/notices", [Lead, Supervisor, Administrator]),
        ("POST", "/api/notices/none/confirm", [Lead, Supervisor, Administrator]),
        ("GET", "/api/phone-drills", [Lead, Supervisor, Administrator]),
        ("GET", "/api/officers/none/phones", [Officer, Lead, Administrator]),
        ("POST", "/api/officers/none/phones/codes", [Officer, Lead, Administrator]),
        ("POST", "/api/officers/none/phones/verifications", [Officer, Lead, Administrator]),
        ("GET", "/api/queue", [Agent, Administrator]),
        ("POST", "/api/queue/none/take", [Agent, Administrator]),
        ("PUT", "/api/calls/none/needs", [Agent, Administrator]),
        ("PUT", "/api/calls/none/place", [Agent, Administrator]),
        ("PUT", "/api/calls/none/urgency", [Agent, Administrator]),
        ("PUT", "/api/calls/none/note", [Agent, Administrator]),
        ("POST", "/api/calls/none/callbacks", [Agent, Administrator]),
        ("POST", "/api/calls/none/end", [Agent, Administrator]),
        ("PUT", "/api/calls/none/mute", [Agent, Administrator]),
        ("PUT", "/api/calls/none/hold", [Agent, Administrator]),
        ("POST", "/api/calls/none/keys", [Agent, Administrator]),
        ("POST", "/api/calls/none/third-parties", [Agent, Administrator]),
        ("DELETE", "/api/calls/none/third-parties/none", [Agent, Administrator]),
        ("POST", "/api/calls/none/transfers", [Agent, Administrator]),
        ("GET", "/api/transfers/none", [Agent, Administrator]),
        ("POST", "/api/transfers/none/skip-consult", [Agent, Administrator]),
        ("POST", "/api/transfers/none/merge", [Agent, Administrator]),
        ("POST", "/api/transfers/none/complete", [Agent, Administrator]),
        ("POST", "/api/transfers/none/return", [Agent, Administrator]),
        ("POST", "/api/transfers/none/cancel", [Agent, Administrator]),
        ("POST", "/api/transfers/none/pass-on", [Agent, Officer, Lead, Administrator]),
        ("GET", "/api/calls", RoleNames.All),
        ("GET", "/api/calls/none", RoleNames.All),
        ("GET", "/api/callbacks", RoleNames.All),
        ("GET", "/api/callbacks/awaiting-outcome", RoleNames.All),
        ("GET", "/api/callbacks/none", RoleNames.All),
        ("POST", "/api/callbacks/none/reveal", [Agent, Officer, Lead]),
        ("POST", "/api/callbacks/none/ring", [Officer, Lead, Administrator]),
        ("POST", "/api/callbacks/none/adviser", [Officer, Lead, Administrator]),
        ("POST", "/api/callbacks/none/outcome", [Agent, Officer, Lead, Administrator]),
        ("GET", "/api/flags", [Lead, Supervisor, Administrator]),
        ("GET", "/api/offices/none/morning", [Officer, Lead, Supervisor, Administrator]),
        ("GET", "/api/reports", [Officer, Lead, Supervisor, Administrator]),
        ("POST", "/api/reports", [Officer, Lead, Supervisor, Administrator]),
        ("GET", "/api/reports/none", [Officer, Lead, Supervisor, Administrator]),
        ("GET", "/api/reports/none/report.csv", [Officer, Lead, Supervisor, Administrator]),
        ("GET", "/api/reports/none/report.xlsx", [Officer, Lead, Supervisor, Administrator]),
        ("GET", "/api/reports/none/report.html", [Officer, Lead, Supervisor, Administrator]),
        ("POST", "/api/reports/none/objections", [Lead]),
        ("POST", "/api/reports/none/objections/none/ruling", [Supervisor]),
        ("POST", "/api/reports/none/corrections", [Supervisor]),
        ("GET", "/api/figures", [Lead, Supervisor, Administrator]),
        ("GET", "/api/figures/rows", [Lead, Supervisor, Administrator]),
        ("GET", "/api/definitions", RoleNames.All),
        ("GET", "/api/flags/none", [Lead, Supervisor, Administrator]),
        ("POST", "/api/flags/none/questions", [Supervisor, Administrator]),
        ("POST", "/api/flags/none/answers", [Lead, Administrator]),
        ("POST", "/api/flags/none/close", [Supervisor, Administrator]),
        ("GET", "/api/wallboard", [Agent, Supervisor, Administrator]),
        ("GET", "/api/messages", [Agent, Officer, Lead]),
        ("POST", "/api/messages", [Agent, Officer, Lead]),
        ("POST", "/api/messages/none/open", [Agent, Officer, Lead]),
        ("GET", "/api/checks/morning", [Supervisor, Administrator]),
        ("POST", "/api/checks/morning", [Supervisor, Administrator]),
        ("GET", "/api/flows", [Lead, Supervisor, Administrator]),
        ("GET", "/api/announcement", RoleNames.All),
        ("PUT", "/api/announcement", [Supervisor, Administrator]),
        ("DELETE", "/api/announcement", [Supervisor, Administrator]),
    ];

    // Who watches over the service's life, and who reads what it offers: nothing of a caller is behind these.
    private static readonly string[] OpenToAll =
    [
        "/internal/isAlive",
        "/internal/isReady",
        "/health/live",
        "/health/ready",
        "/openapi.json",
        "/api/sign-in",
        // Published figures, with what suppression leaves of them, and what they mean.
        "/api/public/figures",
        "/api/public/figures.csv",
        "/api/public/definitions",
        // Whoever has the secret address; it holds names and times of duty.
        "/calendars/{secret}.ics",
    ];

    private RunningServer server = null!;

    [OneTimeSetUp]
    public async Task Start() => server = await RunningServer.Start();

    [OneTimeTearDown]
    public async Task Stop() => await server.DisposeAsync();

    [Test]
    public void Every_endpoint_names_a_policy_or_is_the_providers_or_is_known_to_be_open()
    {
        foreach (var endpoint in Endpoints)
        {
            var policies = endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>();
            var locks = new[]
            {
                policies.Count > 0 && policies.All(policy => policy.Policy is { Length: > 0 }),
                endpoint.Metadata.GetMetadata<SignedByProvider>() is not null,
                endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null && OpenToAll.Contains(endpoint.RoutePattern.RawText),
            };
            Assert.That(locks.Count(each => each), Is.EqualTo(1), $"{endpoint.DisplayName} must have exactly one lock");
        }
    }

    [Test]
    public void Every_door_of_the_api_is_in_the_list_above()
    {
        var tried = Doors.Select(door => $"{door.Method} {Pattern(door.Path)}");
        var there = Endpoints
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/api", StringComparison.Ordinal))
            .SelectMany(endpoint =>
                endpoint
                    .Metadata.GetRequiredMetadata<HttpMethodMetadata>()
                    .HttpMethods.Select(method => $"{method} {endpoint.RoutePattern.RawText}")
            )
            .Select(door => System.Text.RegularExpressions.Regex.Replace(door, @"\{[^}]+\}", "*"));
        // Guarded with its neighbours; open to all in the demo; never ending, so it is tried where it is read (Live).
        Assert.That(
            there.Except(tried).Where(door => !OpenToAll.Contains(door["GET ".Length..])),
            Is.EquivalentTo(new[] { "GET /api/places/*", "GET /api/live" })
        );
    }

    [TestCaseSource(nameof(Doors))]
    public async Task Who_may_comes_in_and_who_may_not_is_kept_out((string Method, string Path, string[] May) door)
    {
        Assert.That(await Knock(door.Method, door.Path, role: null), Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(await Knock(door.Method, door.Path, role: "nobody"), Is.EqualTo(HttpStatusCode.Unauthorized));
        foreach (var role in RoleNames.All)
        {
            var answer = await Knock(door.Method, door.Path, role);
            Assert.That(
                answer,
                door.May.Contains(role)
                    ? Is.AnyOf(
                        HttpStatusCode.OK,
                        HttpStatusCode.Accepted,
                        HttpStatusCode.Conflict,
                        HttpStatusCode.NoContent,
                        HttpStatusCode.NotFound,
                        HttpStatusCode.BadRequest
                    )
                    : Is.EqualTo(HttpStatusCode.Forbidden),
                $"{role} at {door.Method} {door.Path}"
            );
        }
    }

    [TestCase("Bearer ")]
    [TestCase("Bearer")]
    [TestCase("Basic token-agent")]
    [TestCase("token-agent")]
    [TestCase("Bearer token-agent ,Bearer token-lead")]
    public async Task A_header_that_holds_no_token_opens_nothing(string header)
    {
        using var client = server.Api(role: null);
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", header);
        using var answer = await client.GetAsync(new Uri("/api/agents", UriKind.Relative));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [TestCase("Demo", 1)]
    [TestCase("Production", 0)]
    public async Task The_demos_tokens_are_known_in_the_demo_and_nowhere_else(string mode, int known)
    {
        await using var app = ServerHost.Build(
            [],
            builder =>
                builder.Configuration.AddInMemoryCollection(
                    new Dictionary<string, string?> { ["Mode"] = mode, ["SignIn:DemoTokens:lead"] = "demo-lead" }
                )
        );
        var options = app.Services.GetRequiredService<IOptionsMonitor<DemoTokenOptions>>().Get(DemoTokens.SchemeName);
        Assert.That(options.DemoTokens, Has.Count.EqualTo(known));
    }

    private IEnumerable<RouteEndpoint> Endpoints =>
        server
            .App.Services.GetRequiredService<IEnumerable<EndpointDataSource>>()
            .SelectMany(source => source.Endpoints)
            .OfType<RouteEndpoint>();

    private async Task<HttpStatusCode> Knock(string method, string path, string? role)
    {
        using var client = server.Api(role);
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (method is "POST" or "PUT")
        {
            request.Content = System.Net.Http.Json.JsonContent.Create(new { });
        }
        using var answer = await client.SendAsync(request);
        return answer.StatusCode;
    }

    private static string Pattern(string path) =>
        path.Split('?')[0].Replace("none", "*", StringComparison.Ordinal).Replace("0104", "*", StringComparison.Ordinal);
}
