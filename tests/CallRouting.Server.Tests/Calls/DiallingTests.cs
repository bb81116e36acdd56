using System.Net;
using CallRouting.Server.Calls;
using CallRouting.Server.Tests.Telephony;
using NodaTime.Extensions;

namespace CallRouting.Server.Tests.Calls;

/// <summary>Whoever was to be rung is rung once, or not at all: whatever became of the request, and however late it is looked at.</summary>
public sealed class DiallingTests
{
    private const string Primary = "+4712023301";
    private const string Backup = "+4712023302";

    private RunningServer server = null!;

    [SetUp]
    public async Task Start() => server = await RunningServer.Start();

    [TearDown]
    public async Task Stop() => await server.DisposeAsync();

    [Test]
    public async Task A_ringing_of_which_no_answer_came_is_found_in_the_providers_list_and_goes_on_as_any_other()
    {
        await TestCall.InboundToLadder(server);
        await NoAnswerTo(HttpStatusCode.BadGateway);
        TheProviderHas("CA00000000000000000000000000000001", "ringing");

        await server.Passes(1);
        Assert.That(
            await server.Value<string>("select sid from legs where role = 'officer'"),
            Is.EqualTo("CA00000000000000000000000000000001")
        );
        Assert.That(await server.Value<string>("select phase from attempts where number = 1"), Is.EqualTo("Ringing"));

        var officer = await TestCall.Answered(server, server.Asked.Dials[0]);
        await officer.Presses("1");
        Assert.That(await server.Value<string>("select state from transfers"), Is.EqualTo("Joining"));
    }

    [Test]
    public async Task A_ringing_that_was_surely_never_made_is_our_failure_after_12_seconds_and_the_ladder_goes_on()
    {
        await TestCall.InboundToLadder(server);
        await NoAnswerTo(HttpStatusCode.BadGateway);
        for (var second = 1; second < 12; second++)
        {
            await server.Passes(1);
            Assert.That(Rung, Is.EqualTo(new[] { Primary }), $"{second} s: it may still be carried out");
        }
        await server.Passes(1);
        Assert.That(Rung, Is.EqualTo(new[] { Primary, Backup }));
        Assert.That(
            await server.Value<string>("select outcome || ': ' || why from attempts where number = 1"),
            Is.EqualTo("OurFailure: the provider knows of no such call")
        );
        Assert.That(server.Asked.Questions("/Calls.json"), Is.InRange(2, 8));
    }

    [Test]
    public async Task That_we_fail_ourselves_does_not_unsay_that_a_ringing_was_sent()
    {
        await TestCall.InboundToLadder(server);
        await NoAnswerTo(HttpStatusCode.BadGateway);
        var dial = (await server.Value<string>("select id from actions where kind = 'dial' and done_at is null"))!;
        var now = server.Time.GetUtcNow().ToInstant();
        await server.Write(unit => server.Get<ActionStore>().Failed(dial, now, "the database was locked", unit));

        await server.Passes(1);

        Assert.That(Rung, Is.EqualTo(new[] { Primary }));
        Assert.That(server.Asked.Questions("/Calls.json"), Is.GreaterThan(0), "it is looked for");
    }

    [Test]
    public async Task A_ringing_that_was_sent_before_a_crash_is_not_sent_again_but_looked_for()
    {
        await TestCall.InboundToLadder(server);
        await CrashInside();
        server.ClaimsRunOut();
        TheProviderHas("CA00000000000000000000000000000001", "ringing");
        await server.Act();
        Assert.That(Rung, Is.EqualTo(new[] { Primary }), "it may be ringing");
        Assert.That(
            await server.Value<string>("select sid from legs where role = 'officer'"),
            Is.EqualTo("CA00000000000000000000000000000001")
        );
    }

    [Test]
    public async Task A_ringing_that_died_with_the_process_is_settled_at_once_when_long_enough_has_passed()
    {
        await TestCall.InboundToLadder(server);
        await CrashInside();
        await server.Passes(12);
        Assert.That(Rung, Is.EqualTo(new[] { Primary, Backup }));
    }

    [Test]
    public async Task Whom_we_could_not_learn_of_is_not_rung_again_in_a_second_round()
    {
        await TestCall.InboundToLadder(server);
        await NoAnswerTo(HttpStatusCode.BadGateway);
        server.Asked.Instead = (asked, _) =>
            Task.FromResult(
                new HttpResponseMessage(asked.Method == HttpMethod.Get ? HttpStatusCode.ServiceUnavailable : HttpStatusCode.BadRequest)
            );
        await server.Passes(16);
        Assert.That(await server.Value<string>("select outcome from attempts where number = 1"), Is.EqualTo("OurFailure"), "its deadline");
        Assert.That(
            await server.Value<long>("select count(*) from reservations where phone = '" + Primary + "'"),
            Is.EqualTo(1),
            "it may ring"
        );
        await server.Passes(60);
        await server.Passes(5);
        Assert.That(
            await server.Value<long>("select count(*) from reservations where phone = '" + Primary + "'"),
            Is.Zero,
            "nothing rings so long"
        );
    }

    [Test]
    public async Task When_the_provider_made_two_calls_of_one_request_the_newer_is_ended()
    {
        await TestCall.InboundToLadder(server);
        await NoAnswerTo(HttpStatusCode.BadGateway);
        TheProviderHas("CA00000000000000000000000000000001", "ringing");
        server.Asked.Calls["CA2"] = ("ringing", Primary, server.Time.GetUtcNow().AddSeconds(1));
        await server.Passes(2);
        Assert.That(
            await server.Value<string>("select sid from legs where role = 'officer'"),
            Is.EqualTo("CA00000000000000000000000000000001")
        );
        Assert.That(
            server.Asked.All.Where(asked => asked.Path.EndsWith("/CA2.json", StringComparison.Ordinal)).Select(asked => asked.Body),
            Is.EqualTo(new[] { "Status=completed" })
        );
    }

    [Test]
    public async Task A_call_that_turns_up_after_its_leg_was_given_up_is_ended_and_hears_nothing()
    {
        await TestCall.InboundToLadder(server);
        await NoAnswerTo(HttpStatusCode.BadGateway);
        await server.Passes(13);
        var late = new TestCall(server, "CA404", server.Asked.Dials[0]["From"], Primary);
        await late.Reports(server.Asked.Dials[0]["StatusCallback"], "ringing");
        await late.Fetch(server.Asked.Dials[0]["Url"]);
        Assert.That(late.Now.HangsUp, Is.True);
        await server.Act();
        Assert.That(
            server.Asked.All.Last(asked => asked.Path.EndsWith($"/{late.Sid}.json", StringComparison.Ordinal)).Body,
            Is.EqualTo("Status=completed")
        );
    }

    [Test]
    public async Task A_ringing_that_waited_too_long_to_be_sent_is_not_rung_late_and_says_so()
    {
        await TestCall.InboundToLadder(server);
        server.Asked.Fails(new HttpRequestException(HttpRequestError.ConnectionError, "refused"));
        for (var second = 0; second < 15; second++)
        {
            await server.Passes(1);
        }
        server.Asked.Instead = null;
        await server.Passes(2);
        await server.Passes(2);
        Assert.That(
            await server.Value<string>("select outcome || ': ' || why from attempts where number = 1"),
            Is.EqualTo("OurFailure: could not be sent in time")
        );
        Assert.That(server.Asked.Dials[^1]["To"], Is.EqualTo(Backup));
    }

    [Test]
    public async Task A_ringing_that_a_dead_process_left_behind_is_not_rung_when_its_time_is_over()
    {
        await TestCall.InboundToLadder(server);
        await server.Restart();
        server.Time.Advance(TimeSpan.FromSeconds(20));
        await server.Act();
        Assert.That(Rung, Has.None.EqualTo(Primary).And.Contains(Backup));
    }

    [Test]
    public async Task Two_workers_never_ring_twice()
    {
        await TestCall.InboundToLadder(server);
        server.Asked.FallsSilent();
        using var death = new CancellationTokenSource();
        var first = server.Get<ActionRunner>().RunOnce(death.Token);
        await Soon.Holds(() => server.Asked.Dials.Count == 1, "the officer is rung");
        Assert.That(await server.Value<long>("select count(*) from actions where kind = 'dial' and claimed_until > 0"), Is.EqualTo(1));
        await Another().RunOnce(death.Token);
        Assert.That(server.Asked.Dials, Has.Count.EqualTo(1), "claimed");
        await death.CancelAsync();
        Assert.That(async () => await first, Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task Time_in_the_providers_queue_is_told_and_is_no_ring_time()
    {
        server.Asked.Instead = (asked, _) =>
            Task.FromResult(
                new HttpResponseMessage(HttpStatusCode.Created)
                {
                    Content = new StringContent($$"""{"sid":"CA{{1:x32}}","queue_time":"9000"}"""),
                }
            );
        await TestCall.InboundToLadder(server);
        await server.Act();
        var officer = TestCall.AskedFor(server, server.Asked.Dials[0]);
        Assert.That(await Attempt(), Is.EqualTo("Dialling 9000"));

        server.Time.Advance(TimeSpan.FromSeconds(30));
        await server.Act();
        Assert.That(await Attempt(), Is.EqualTo("Dialling 9000"), "9 s in the queue, 20 of ringing, 7 of patience");
        await officer.Reports(server.Asked.Dials[0]["StatusCallback"], "initiated");
        await officer.Reports(server.Asked.Dials[0]["StatusCallback"], "ringing");
        Assert.That(await Attempt(), Is.EqualTo("Ringing 30000"), "what it was in truth");
        await server.Passes(26);
        Assert.That(await Attempt(), Is.EqualTo("Ringing 30000"));
    }

    private IEnumerable<string> Rung => server.Asked.Dials.Select(dial => dial["To"]);

    private Task<string?> Attempt() => server.Value<string>("select phase || ' ' || queued from attempts where number = 1");

    private ActionRunner Another() =>
        Microsoft.Extensions.DependencyInjection.ActivatorUtilities.CreateInstance<ActionRunner>(server.App.Services);

    private void TheProviderHas(string sid, string status) => server.Asked.Calls[sid] = (status, Primary, server.Time.GetUtcNow());

    private async Task NoAnswerTo(HttpStatusCode status)
    {
        server.Asked.AnswersWith(status, "<html>Bad gateway</html>");
        await server.Act();
        server.Asked.Instead = null;
    }

    // After the request left, before its answer came.
    private async Task CrashInside()
    {
        server.Asked.FallsSilent();
        using var death = new CancellationTokenSource();
        var carrying = server.Get<ActionRunner>().RunOnce(death.Token);
        await Soon.Holds(() => server.Asked.Dials.Count == 1, "the officer is rung");
        await death.CancelAsync();
        Assert.That(async () => await carrying, Throws.InstanceOf<OperationCanceledException>());
        server.Asked.Instead = null;
        await server.Restart();
    }
}
