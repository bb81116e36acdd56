using System.Net;
using CallRouting.Server.Calls;
using CallRouting.Server.Database;
using CallRouting.Server.Tests.Telephony;

namespace CallRouting.Server.Tests.Calls;

/// <summary>What was written down is carried out, whatever the provider answers and whenever the process dies; nobody is rung twice for it.</summary>
public sealed class ActionRunnerTests
{
    private RunningServer server = null!;

    [SetUp]
    public async Task Start() => server = await RunningServer.Start(("Provider:CallsPerSecond", "1"));

    [TearDown]
    public async Task Stop() => await server.DisposeAsync();

    [Test]
    public async Task What_was_written_before_a_crash_is_carried_out_after_it()
    {
        await TestCall.InboundToLadder(server);
        await server.Restart();
        await server.Act();
        Assert.That(server.Asked.Dials.Select(dial => dial["To"]), Is.EqualTo(new[] { "+4712023301" }));
    }

    [Test]
    public async Task A_ringing_that_was_sent_before_a_crash_is_known_again_by_its_first_report()
    {
        await TestCall.InboundToLadder(server);
        await CrashInside();
        var officer = await TestCall.Answered(server, server.Asked.Dials[0]);
        Assert.That(officer.Now.KeysTo, Is.Not.Null);
        Assert.That(await server.Value<string>("select sid from legs where role = 'officer'"), Is.EqualTo(officer.Sid));
    }

    [Test]
    public async Task Steering_that_was_interrupted_by_a_crash_is_asked_for_again()
    {
        var caller = await AcceptedByPrimary();
        server.Asked.FallsSilent();
        using var death = new CancellationTokenSource();
        var carrying = server.Get<ActionRunner>().RunOnce(death.Token);
        await Soon.Holds(() => Steers(caller) == 1, "the caller is sent on");
        await Die(carrying, death);
        server.ClaimsRunOut();

        await server.Act();
        Assert.That(Steers(caller), Is.AtLeast(2), "the caller is sent into the room");
        Assert.That(await Result("tell"), Is.EqualTo("done"));
    }

    [Test]
    public async Task Steering_of_unknown_outcome_is_asked_for_again_a_little_later()
    {
        var caller = await AcceptedByPrimary();
        server.Asked.AnswersWith(HttpStatusCode.InternalServerError, "");
        await server.Act();
        Assert.That(Steers(caller), Is.EqualTo(1));

        server.Asked.Instead = null;
        await server.Act();
        Assert.That(Steers(caller), Is.EqualTo(1), "not at once");
        server.Time.Advance(TimeSpan.FromMilliseconds(250));
        await server.Act();
        Assert.That(Steers(caller), Is.EqualTo(2));
    }

    [Test]
    public async Task Keys_that_may_have_been_pressed_into_a_room_are_not_pressed_again()
    {
        await AcceptedByPrimary();
        await server.Act();
        await server.Get<Writes>().Commit(PressKeys);
        server.Asked.AnswersWith(HttpStatusCode.InternalServerError, "");
        await server.Passes(5);
        Assert.That(await Result("press keys"), Does.StartWith("Unknown"));
        Assert.That(await server.Value<long>("select tries from actions where kind = 'press keys'"), Is.EqualTo(1));
    }

    // Into a room that has begun.
    private async Task PressKeys(UnitOfWork unit)
    {
        var leg = (await server.Get<LegStore>().Find((await server.Value<string>("select id from legs where role = 'officer'"))!, unit))!;
        leg.Room = 1;
        await server.Get<LegStore>().Save(leg, unit);
        await unit.Execute("update rooms set conference_sid = 'CF1', started_at = 1");
        await server.Get<Orders>().PressKeys(leg, server.Get<Seal>().Close("12#"), unit);
    }

    [Test]
    public async Task Steering_that_never_succeeds_is_given_up_at_last_and_says_why()
    {
        await AcceptedByPrimary();
        server.Asked.AnswersWith(HttpStatusCode.InternalServerError, "");
        for (var i = 0; i < 40; i++)
        {
            server.Time.Advance(TimeSpan.FromMilliseconds(250));
            await server.Act();
        }
        Assert.That(await server.Value<long>("select tries from actions where kind = 'tell'"), Is.LessThanOrEqualTo(21));
    }

    [Test]
    public async Task A_leg_that_the_provider_no_longer_knows_is_as_good_as_steered()
    {
        await AcceptedByPrimary();
        server.Asked.AnswersWith(HttpStatusCode.BadRequest, """{"code":21220,"status":400}""");
        await server.Act();
        Assert.That(await Result("tell"), Does.Contain("21220"));
    }

    [Test]
    public async Task A_ringing_that_surely_was_not_done_is_asked_for_again()
    {
        await TestCall.InboundToLadder(server);
        server.Asked.Fails(new HttpRequestException(HttpRequestError.ConnectionError, "refused"));
        await server.Get<ActionRunner>().RunOnce();
        var refused = server.Asked.Dials.Count;
        Assert.That(await server.Value<string>("select result from actions where kind = 'dial' and done_at is null"), Is.Not.Null);

        server.Asked.Instead = null;
        await server.Passes(1);
        Assert.That(server.Asked.Dials, Has.Count.EqualTo(refused + 1));
        Assert.That(
            server.Asked.Dials.Select(dial => dial["To"]).Distinct().Count(),
            Is.EqualTo(1),
            "the primary is still the one to ring"
        );
    }

    [TestCase(21211, "BadNumber")]
    [TestCase(21217, "BadNumber")]
    [TestCase(21215, "CarrierFailure")]
    [TestCase(21210, "OurFailure")]
    [TestCase(0, "OurFailure")]
    public async Task A_ringing_that_the_provider_refuses_leads_to_the_next_rung_at_once(int code, string outcome)
    {
        await TestCall.InboundToLadder(server);
        server.Asked.AnswersWith(HttpStatusCode.BadRequest, $$"""{"code":{{code}},"status":400}""");
        await server.Get<ActionRunner>().RunOnce();
        server.Asked.Instead = null;
        await server.Passes(1);
        Assert.That(await server.Value<string>("select outcome from attempts where number = 1"), Is.EqualTo(outcome));
        Assert.That(server.Asked.Dials[^1]["To"], Is.EqualTo("+4712023302"));
    }

    [Test]
    public async Task Who_leaves_before_the_ringing_was_sent_disturbs_nobody()
    {
        var caller = await TestCall.InboundToLadder(server);
        await caller.HangsUp();
        await server.Act();
        await server.Passes(60);
        Assert.That(server.Asked.All, Is.Empty);
        Assert.That(await Result("dial"), Is.EqualTo("withdrawn before it was sent"));
        Assert.That(await server.Value<long>("select count(*) from reservations"), Is.Zero);
    }

    [Test]
    public async Task Somebody_else_who_takes_an_action_first_keeps_it()
    {
        await TestCall.InboundToLadder(server);
        server.Asked.FallsSilent();
        using var death = new CancellationTokenSource();
        var first = server.Get<ActionRunner>().RunOnce(death.Token);
        await Soon.Holds(() => server.Asked.Dials.Count == 1, "the officer is rung");
        Assert.That(await server.Get<ActionRunner>().RunOnce(), Is.Zero, "claimed");
        await death.CancelAsync();
        Assert.That(async () => await first, Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task New_calls_are_paced_and_none_is_lost()
    {
        await TestCall.InboundToLadder(server);
        var second = await TestCall.Inbound(server, "+4716000002", Scenarios.Population.DoorOf("0104"));
        await second.Presses("1", "2");
        await server.Act();
        Assert.That(server.Asked.Dials, Has.Count.EqualTo(1));
        server.Time.Advance(TimeSpan.FromMilliseconds(900));
        await server.Act();
        Assert.That(server.Asked.Dials, Has.Count.EqualTo(1));
        await server.Passes(1);
        Assert.That(server.Asked.Dials, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task A_caller_on_the_line_goes_before_a_call_back_that_waited_longer()
    {
        await TestCall.InboundToLadder(server);
        await server.Write(unit => unit.Execute("update actions set priority = 1 where kind = 'dial'"));
        server.Time.Advance(TimeSpan.FromSeconds(1));
        var live = await TestCall.Inbound(server, "+4716000002", Scenarios.Population.DoorOf("0104"));
        await live.Presses("1", "2");
        await server.Act();
        Assert.That(server.Asked.Dials.Single()["To"], Is.EqualTo("+4712010401"), "Moss, for the caller who waits");
    }

    private int Steers(TestCall call) =>
        server.Asked.All.Count(asked => asked.Path.EndsWith($"/Calls/{call.Sid}.json", StringComparison.Ordinal));

    private Task<string?> Result(string kind) =>
        server.Value<string>($"select result from actions where kind = '{kind}' and done_at is not null");

    // The officer is in the room, and the caller is to be sent there.
    private async Task<TestCall> AcceptedByPrimary()
    {
        var caller = await TestCall.InboundToLadder(server);
        await server.Act();
        var officer = await TestCall.Answered(server, server.Asked.Dials[0]);
        await officer.Presses("1");
        await officer.InRoom(officer.Now.Room!, "participant-join");
        return caller;
    }

    // After the request left, before its answer came.
    private async Task CrashInside()
    {
        server.Asked.FallsSilent();
        using var death = new CancellationTokenSource();
        var carrying = server.Get<ActionRunner>().RunOnce(death.Token);
        await Soon.Holds(() => server.Asked.Dials.Count == 1, "the officer is rung");
        await Die(carrying, death);
    }

    private async Task Die(Task carrying, CancellationTokenSource death)
    {
        await death.CancelAsync();
        Assert.That(async () => await carrying, Throws.InstanceOf<OperationCanceledException>());
        server.Asked.Instead = null;
        await server.Restart();
    }
}
