using CallRouting.Server.Callbacks;
using CallRouting.Server.Calls;
using CallRouting.Server.Supervision;
using CallRouting.Server.Tests.Database;

namespace CallRouting.Server.Tests.Calls;

/// <summary>One call from dial to the end through the assembled server, on every engine that there is.</summary>
[TestFixtureSource(typeof(TestDatabase), nameof(TestDatabase.Engines))]
public sealed class WholeCallTests(string engine)
{
    private RunningServer server = null!;

    [OneTimeSetUp]
    public async Task Start() => server = await RunningServer.On(engine);

    [OneTimeTearDown]
    public async Task Stop() => await server.DisposeAsync();

    [TearDown]
    public void Nothing_went_wrong() => Assert.That(server.Log.Errors, Is.Empty);

    [Test]
    public async Task A_caller_is_connected_to_the_officer_who_presses_1()
    {
        var caller = await TestCall.InboundToLadder(server);
        await server.Act();
        var officer = await TestCall.Answered(server, server.Asked.Dials[^1]);
        await officer.Presses("1");
        await officer.InRoom(officer.Now.Room!, "participant-join");
        await server.Act();
        await caller.StaysSilent();
        Assert.That(caller.Now.Room, Is.EqualTo(officer.Now.Room).And.Not.Null);

        await caller.InRoom(caller.Now.Room!, "participant-join");
        await caller.HangsUp();
        await server.Act();
        Assert.That(await Told(caller), Does.Contain("connected").And.Contain("accepted"));
        Assert.That(await server.Value<string>("select state from transfers order by started_at desc"), Is.EqualTo("Completed"));
    }

    [Test]
    public async Task When_nobody_answers_one_call_back_is_owed_and_one_flag_raised()
    {
        var caller = await TestCall.InboundToLadder(server, urgent: true);
        for (var rung = 0; rung < 3; rung++)
        {
            await server.Act();
            var dial = server.Asked.Dials[^1];
            await TestCall.AskedFor(server, dial).Reports(dial["StatusCallback"], "no-answer");
        }
        await server.Act();
        await caller.StaysSilent();
        Assert.That(caller.Now.Words, Does.Contain("Vi fortsetter å ringe Nav Nittedal"));

        var call = await IdOf(caller);
        var owed = (await server.Get<List<CallbackAnswer>>("supervisor", "callbacks?unit=0233")).Single(callback => callback.Call == call);
        Assert.That((owed.Reason, owed.Urgent, owed.Number), Is.EqualTo(("nobody accepted", true, "known")));
        Assert.That((await server.Get<List<FlagAnswer>>("supervisor", "flags")).Count(flag => flag.Call == call), Is.EqualTo(1));
        Assert.That(
            server.Asked.All.Count(asked => asked.Path.EndsWith("/Messages.json", StringComparison.Ordinal)),
            Is.GreaterThan(0),
            "the lead is told"
        );
    }

    private async Task<IReadOnlyList<string>> Told(TestCall call)
    {
        var story = await server.Get<CallStory>("agent", $"calls/{await IdOf(call)}");
        return [.. story.Timeline.Select(line => line.Kind)];
    }

    private async Task<string> IdOf(TestCall call) => (await server.Value<string>($"select id from calls where sid = '{call.Sid}'"))!;
}
