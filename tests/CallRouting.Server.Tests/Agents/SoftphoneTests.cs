using System.Net;
using System.Net.Http.Json;
using CallRouting.Server.Agents;
using CallRouting.Server.Tests.Calls;

namespace CallRouting.Server.Tests.Agents;

/// <summary>The browser as an agent's telephone. The provider's own library is not run here: what we ask and answer is.</summary>
public sealed class SoftphoneTests
{
    private RunningServer server = null!;

    [TearDown]
    public async Task Stop() => await server.DisposeAsync();

    [Test]
    public async Task A_softphone_is_rung_by_name_and_who_takes_the_call_there_need_not_press_1()
    {
        server = await RunningServer.Start(("Provider:ApiKeySid", "SK1"), ("Provider:ApiKeySecret", "secret"));
        await Put("agents/agent-1/station", new { kind = "Softphone" });
        await Put("agents/agent-1/presence", new { state = "Ready", offered = true });
        var caller = await TestCall.Inbound(server);
        await caller.Presses("1", "2", "1481", "1");
        await server.Act();
        await server.Act();

        var dial = server.Asked.Dials[^1];
        Assert.That(dial["To"], Is.EqualTo("client:agent-1"));
        var agent = await TestCall.Answered(server, dial);
        Assert.That(agent.Now.ToString(), Does.Contain("<Conference").And.Not.Contain("<Gather"));
    }

    [Test]
    public async Task Its_token_names_the_agent_and_its_end()
    {
        server = await RunningServer.Start(("Provider:ApiKeySid", "SK1"), ("Provider:ApiKeySecret", "secret"));
        using var api = server.Api("agent");
        using var response = await api.PostAsync(new Uri("/api/agents/agent-1/softphone-token", UriKind.Relative), null);
        var answer = await response.Content.ReadFromJsonAsync<SoftphoneAnswer>();
        Assert.That(
            (answer!.Identity, answer.ExpiresAt, answer.Token.Count(mark => mark == '.')),
            Is.EqualTo(("agent-1", server.Time.GetUtcNow().AddHours(1), 2))
        );
    }

    [Test]
    public async Task Where_none_is_set_up_it_cannot_be_chosen_and_the_answer_says_what_is_missing()
    {
        server = await RunningServer.Start();
        using var api = server.Api("agent");
        using var response = await api.PutAsJsonAsync("/api/agents/agent-1/station", new { kind = "Softphone" });
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain("Provider:ApiKeySid"));
    }

    private async Task Put(string path, object body)
    {
        using var api = server.Api("agent");
        using var response = await api.PutAsJsonAsync($"/api/{path}", body);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
    }
}
