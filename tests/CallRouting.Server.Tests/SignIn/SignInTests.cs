using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using CallRouting.Server.SignIn;
using CallRouting.Server.Tests.Calls;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CallRouting.Server.Tests.SignIn;

/// <summary>The demo is visited as a role, or as somebody in the roster.</summary>
public sealed class SignInTests
{
    private RunningServer server = null!;

    [OneTimeSetUp]
    public async Task Start() => server = await RunningServer.Start();

    [OneTimeTearDown]
    public async Task Stop() => await server.DisposeAsync();

    [Test]
    public async Task The_demo_lists_its_roles_and_whom_each_can_be_taken_as()
    {
        var answer = (await Anybody().GetFromJsonAsync<SignInAnswer>("/api/sign-in"))!;
        Assert.That(answer.Roles.Select(role => role.Role), Is.EqualTo(RoleNames.All));
        var (agents, officers, leads) = (Of(answer, "agent"), Of(answer, "officer"), Of(answer, "lead"));
        Assert.That(agents[0], Is.EqualTo(new PersonChoice("agent-1", "Agent", null, "token-agent:agent-1")));
        Assert.That(officers.Select(person => person.Name), Does.Contain("Primary").And.Contain("Lead"), "a lead may answer too");
        Assert.That(leads, Is.EqualTo(new[] { new PersonChoice("0233-3", "Lead", "0233", "token-lead:0233-3") }));
        Assert.That(Of(answer, "supervisor"), Is.Empty);
    }

    [Test]
    public async Task Every_token_in_the_list_opens_the_door_as_the_one_it_names()
    {
        var choices = (await Anybody().GetFromJsonAsync<SignInAnswer>("/api/sign-in"))!;
        foreach (var role in choices.Roles)
        {
            Assert.That((await Me(role.Token)).Role, Is.EqualTo(role.Role));
            foreach (var person in role.People)
            {
                var me = await Me(person.Token);
                Assert.That((me.Role, me.Person), Is.EqualTo((role.Role, new Person(person.Id, person.Name))));
                Assert.That(me.Units, Is.EqualTo(person.Unit is null ? Array.Empty<string>() : [person.Unit]));
            }
        }
    }

    [TestCase("token-agent:agent-99", "The roster has no agent \"agent-99\".")]
    [TestCase("token-lead:0233-1", "The roster has no lead \"0233-1\".")]
    [TestCase("token-agent:0233-1", "The roster has no agent \"0233-1\".")]
    [TestCase("token-supervisor:agent-1", "The roster has no supervisor \"agent-1\".")]
    [TestCase("token-agent:", "No role has this token.")]
    [TestCase("token-agentagent-1", "No role has this token.")]
    [TestCase("token-agen", "No role has this token.")]
    [TestCase(null, "A bearer token is needed")]
    public async Task Who_cannot_be_known_is_told_why(string? token, string why)
    {
        using var answer = await Bearing(token).GetAsync(new Uri("/api/me", UriKind.Relative));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(answer.Headers.WwwAuthenticate.ToString(), Is.EqualTo("Bearer"));
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.That(problem.GetProperty("detail").GetString(), Does.Contain(why));
    }

    [Test]
    public async Task The_clock_is_the_servers_own()
    {
        var clock = (await Bearing("token-officer").GetFromJsonAsync<ClockAnswer>("/api/clock"))!;
        Assert.That(clock, Is.EqualTo(new ClockAnswer(server.Time.GetUtcNow(), 1)));
    }

    [TestCase("Demo", true)]
    [TestCase("Production", false)]
    public async Task The_list_of_tokens_is_there_in_the_demo_and_nowhere_else(string mode, bool there)
    {
        await using var app = ServerHost.Build(
            [],
            builder => builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Mode"] = mode })
        );
        var routes = ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>();
        Assert.That(routes.Any(route => route.RoutePattern.RawText == "/api/sign-in"), Is.EqualTo(there));
    }

    private static IReadOnlyList<PersonChoice> Of(SignInAnswer answer, string role) =>
        answer.Roles.Single(choice => choice.Role == role).People;

    private HttpClient Anybody() => Bearing(token: null);

    private HttpClient Bearing(string? token)
    {
        var client = server.App.GetTestClient();
        client.DefaultRequestHeaders.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    private async Task<MeAnswer> Me(string token) => (await Bearing(token).GetFromJsonAsync<MeAnswer>("/api/me"))!;
}
