using CallRouting.Scenarios;
using CallRouting.Server.Calls;
using CallRouting.Server.Supervision;
using CallRouting.Server.Tests.Telephony;

namespace CallRouting.Server.Tests.Calls;

/// <summary>When more is asked than can be answered, new callers are sent to the fallback number and calls in progress go on.</summary>
public sealed class BackPressureTests
{
    private const int Crowd = 30;

    private RunningServer server = null!;

    [SetUp]
    public async Task Start() => server = await RunningServer.Start(("Routing:FallbackNumber", "22 00 00 00"));

    [TearDown]
    public async Task Stop() => await server.DisposeAsync();

    [Test]
    public async Task Under_a_crowd_new_callers_hear_that_it_is_crowded_and_every_call_in_progress_is_answered()
    {
        var inProgress = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => TestCall.Inbound(server)));
        var (gate, blocked) = BlockWriting();
        var waiting = Enumerable.Range(0, Crowd).Select(_ => TestCall.Inbound(server)).ToList();
        await Soon.Holds(() => server.Get<BackPressure>().UnderWay >= Crowd, "the first of the crowd wait");
        server.Time.Advance(TimeSpan.FromSeconds(1.1));

        var turnedAway = await Task.WhenAll(Enumerable.Range(0, 400).Select(_ => TestCall.Inbound(server)));
        var pressing = inProgress.Select(call => call.Presses("1")).ToList();
        gate.SetResult();
        await blocked;
        await Task.WhenAll(pressing);
        await Task.WhenAll(waiting);

        Assert.That(turnedAway.Select(call => call.Now.Rings).Distinct(), Is.EqualTo(["+4722000000"]));
        Assert.That(turnedAway[0].Now.Words, Does.StartWith("Veldig mange ringer nå.").And.Contain("Very many people are calling"));
        Assert.That(inProgress.Select(call => call.Now.Words), Has.All.Contain("Mangler du mat"));
        Assert.That(waiting.Select(call => call.Result.Now.KeysTo), Has.All.Not.Null, "whoever came in before is let in");
        Assert.That(server.Get<BackPressure>().TurnedAway, Is.EqualTo(400));
    }

    [Test]
    public async Task When_it_is_calm_again_callers_come_in_and_those_turned_away_are_flagged_and_owed_a_call_back()
    {
        var (gate, blocked) = BlockWriting();
        var waiting = Enumerable.Range(0, Crowd).Select(_ => TestCall.Inbound(server)).ToList();
        await Soon.Holds(() => server.Get<BackPressure>().UnderWay >= Crowd, "the first of the crowd wait");
        server.Time.Advance(TimeSpan.FromSeconds(1.1));
        var turnedAway = await TestCall.Inbound(server);
        Assert.That(turnedAway.Now.Rings, Is.Not.Null);
        gate.SetResult();
        await blocked;
        await Task.WhenAll(waiting);

        var next = await TestCall.Inbound(server);
        await server.Get<MishapRunner>().RunOnce();

        Assert.That(next.Now.KeysTo, Is.Not.Null);
        var flag = (await server.Get<List<FlagAnswer>>("supervisor", "flags")).Single();
        Assert.That(flag.Reason, Is.EqualTo("turned away, too many called"));
        Assert.That(flag.Callback, Is.Not.Null);
        Assert.That(await turnedAway.State(), Is.EqualTo("Ended"));
    }

    [Test]
    public async Task Whoever_has_heard_one_moment_is_in_progress_and_not_turned_away()
    {
        var (gate, blocked) = BlockWriting();
        var first = new TestCall(server, server.NewSid());
        await Soon.Ends(first.Fetch("/phone/inbound"), server.Time);
        Assert.That(first.Now.Words, Is.EqualTo("Et øyeblikk."));
        var waiting = Enumerable.Range(0, Crowd).Select(_ => TestCall.Inbound(server)).ToList();
        await Soon.Holds(() => server.Get<BackPressure>().UnderWay >= Crowd, "a crowd waits");
        server.Time.Advance(TimeSpan.FromSeconds(1.1));

        var again = first.StaysSilent();
        gate.SetResult();
        await blocked;
        await again;
        await Task.WhenAll(waiting);

        Assert.That(first.Now.KeysTo, Is.Not.Null);
    }

    private (TaskCompletionSource Gate, Task Blocked) BlockWriting()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return (gate, server.Write(_ => gate.Task));
    }
}
