using System.Net;
using CallRouting.Scenarios;
using CallRouting.Server.Callbacks;
using CallRouting.Server.Calls;
using CallRouting.Server.Supervision;
using CallRouting.Server.Tests.Telephony;
using NodaTime;

namespace CallRouting.Server.Tests.Calls;

/// <summary>When everything else fails, a caller hears something within two seconds, and in the end another number.</summary>
public sealed class LastResortTests
{
    private const string Fallback = "+4722000000";
    private const string Apology = "Noe er feil hos oss. Vi setter deg over nå. Blir samtalen brutt, ring 22 00 00 00.";

    private RunningServer server = null!;

    [SetUp]
    public async Task Start() => server = await RunningServer.Start(("Routing:FallbackNumber", "22 00 00 00"));

    [TearDown]
    public async Task Stop() => await server.DisposeAsync();

    [Test]
    public async Task While_the_database_is_broken_a_caller_hears_one_moment_three_times_and_then_is_sent_to_the_fallback_number()
    {
        var call = await TestCall.Inbound(server);
        var asked = call.Now.KeysTo!;
        await Break();

        await call.Presses("1");
        for (var i = 0; i < 3; i++)
        {
            Assert.That(call.Now.Words, Is.EqualTo("Et øyeblikk."));
            Assert.That(call.Now.GoesOnTo, Does.StartWith(asked.Split("/keys/")[0] + "/next#"));
            await call.StaysSilent();
        }

        Assert.That(call.Now.Words, Does.StartWith(Apology).And.Contain("Something is wrong on our side."));
        Assert.That(call.Now.Rings, Is.EqualTo(Fallback));
        Assert.That(call.Now.HangsUp, "after the other number");
        Assert.That(server.Log.Errors.Count(), Is.EqualTo(4));
        Assert.That(server.Log.Errors, Has.All.Contain("legs"));
    }

    [Test]
    public async Task When_the_database_works_again_in_time_the_caller_goes_on_where_they_were()
    {
        var call = await TestCall.Inbound(server);
        var question = call.Now.ToString();
        await Break();
        await call.Presses("1");
        await call.StaysSilent();
        await Mend();

        await call.StaysSilent();

        Assert.That(call.Now.ToString(), Is.EqualTo(question));
        await Break();
        await call.Presses("1");
        Assert.That(call.Now.Words, Is.EqualTo("Et øyeblikk."), "the count begins anew");
    }

    [Test]
    public async Task A_known_caller_who_met_the_apology_is_flagged_once_when_the_database_works_again()
    {
        var call = await TestCall.Inbound(server);
        await Break();
        await MeetsTheApology(call);
        await call.Fetch("/phone/inbound");
        Assert.That(() => WriteDown(), Throws.Exception);
        await Mend();

        Assert.That(await WriteDown(), Is.EqualTo(2));

        var flag = (await server.Get<List<FlagAnswer>>("supervisor", "flags")).Single();
        Assert.That((flag.Reason, flag.Callback, flag.CountsAgainstOffice), Is.EqualTo(("met our apology", (string?)null, false)));
        var story = await server.Get<CallStory>("supervisor", $"calls/{flag.Call}");
        Assert.That(story.Timeline.Select(told => told.Kind), Does.Contain("met our apology"));
        Assert.That(story.Call.State, Is.EqualTo("InMenu"), "it has not been reported as ended");
    }

    [Test]
    public async Task A_caller_who_never_came_in_is_written_down_afterwards_and_owed_a_call_back()
    {
        await Break();
        var call = await TestCall.Inbound(server);
        Assert.That(call.Now.GoesOnTo, Does.EndWith("/phone/inbound#ct=1000&rt=3000&tt=8000&rc=1&rp=all"));
        await MeetsTheApology(call);
        await Mend();

        await WriteDown();

        var flag = (await server.Get<List<FlagAnswer>>("supervisor", "flags")).Single();
        var owed = (await server.Get<List<CallbackAnswer>>("agent", "callbacks")).Single();
        Assert.That((flag.Reason, flag.Callback), Is.EqualTo(("met our apology", owed.Id)));
        Assert.That(await server.Value<byte[]>("select number from callbacks"), Is.Not.Null, "the number that they called from, sealed");
        var story = await server.Get<CallStory>("supervisor", $"calls/{flag.Call}");
        Assert.That(
            story.Timeline.Select(told => told.Kind),
            Is.EqualTo(["call arrived", "met our apology", "call ended", "call-back owed"])
        );
        Assert.That((story.Call.State, story.Call.EndedBecause), Is.EqualTo(("Ended", "met our apology")));
    }

    [Test]
    public async Task A_caller_who_is_let_in_at_the_second_try_is_no_mishap()
    {
        await Break();
        var call = await TestCall.Inbound(server);
        await Mend();
        await call.StaysSilent();
        Assert.That(call.Now.KeysTo, Is.Not.Null);
        Assert.That(await WriteDown(), Is.Zero);
    }

    [TestCase("/phone/inbound")]
    [TestCase("/phone/legs/some/next")]
    [TestCase("/phone/legs/some/next/1")]
    [TestCase("/phone/legs/some/keys/1")]
    [TestCase("/phone/legs/some/forwarded/1")]
    [TestCase("/phone/legs/some/left/1")]
    public async Task Every_document_has_its_last_resort(string path)
    {
        await Break();
        Assert.That((await server.Phone.Post(path, ("CallSid", "CA1"))).Document.Words, Is.EqualTo("Et øyeblikk."));
    }

    // Documents that play in a room may ring nobody (contract §2.8).
    [TestCase("/phone/legs/some/hold")]
    [TestCase("/phone/legs/some/wait")]
    public async Task A_rooms_sound_that_fails_is_a_pause_and_the_same_again(string path)
    {
        await Break();
        for (var i = 0; i < 5; i++)
        {
            var sound = (await server.Phone.Post(path, ("CallSid", "CA1"))).Document;
            Assert.That(sound.Root.Elements().Select(verb => verb.Name.LocalName), Is.EqualTo(["Pause", "Redirect"]));
            Assert.That(sound.GoesOnTo, Does.StartWith(RunningServer.PublicUrl + path + "#"));
        }
    }

    [Test]
    public async Task Keys_that_cannot_be_found_press_nothing()
    {
        await server.Write(unit => unit.Execute("alter table actions rename to gone"));
        var reply = await server.Phone.Post("/phone/room-keys/some", ("CallSid", "CA1"));
        Assert.That((reply.Status, reply.Body), Is.EqualTo((HttpStatusCode.OK, """<?xml version="1.0" encoding="UTF-8"?><Response />""")));
    }

    [Test]
    public async Task Somebody_whom_we_rang_is_not_sent_to_the_callers_number()
    {
        await Break();
        Document last = null!;
        for (var i = 0; i < 4; i++)
        {
            last = (await server.Phone.Post("/phone/legs/some/next", ("CallSid", "CA1"), ("Direction", "outbound-api"))).Document;
        }
        Assert.That(last.Words, Does.StartWith("Beklager, noe er feil hos oss."));
        Assert.That((last.Rings, last.HangsUp), Is.EqualTo(((string?)null, true)));
    }

    [Test]
    public async Task One_of_our_own_numbers_is_named_and_not_rung()
    {
        await using var looping = await RunningServer.Start(("Routing:FallbackNumber", "55 55 33 33"));
        await looping.Write(unit => unit.Execute("alter table legs rename to lost_legs"));
        Document last = null!;
        for (var i = 0; i < 4; i++)
        {
            last = (await looping.Phone.Post("/phone/inbound", ("CallSid", "CA1"), ("To", Population.National))).Document;
        }
        Assert.That(last.Said[0], Is.EqualTo("Beklager, noe er feil hos oss. Ring 55 55 33 33 en gang til, så hjelper vi deg."));
        Assert.That((last.Rings, last.HangsUp), Is.EqualTo(((string?)null, true)));
    }

    [TestCase("/phone/legs/some/status", "some")]
    [TestCase("/phone/inbound/status", "CA1")]
    [TestCase("/phone/rooms/some/status", "CA1")]
    public async Task A_report_that_cannot_be_kept_is_answered_and_the_provider_is_to_be_asked(string path, string about)
    {
        await server.Write(unit => unit.Execute("alter table rooms rename to lost_rooms"));
        await Break();
        Assert.That(
            (
                await server.Phone.Post(path, ("CallSid", "CA1"), ("CallStatus", "ringing"), ("StatusCallbackEvent", "participant-join"))
            ).Status,
            Is.EqualTo(HttpStatusCode.NoContent)
        );
        Assert.That(server.Get<Doubts>().First(Instant.MaxValue, 10), Is.EqualTo([about]));
        Assert.That(server.Log.Errors.Single(), Does.Contain("could not be kept").And.Match("legs|rooms"));
    }

    [TestCase("/phone/inbound", HttpStatusCode.OK)]
    [TestCase("/phone/inbound/status", HttpStatusCode.NoContent)]
    public async Task Whatever_hangs_is_answered_within_two_seconds(string path, HttpStatusCode answer)
    {
        var gate = new TaskCompletionSource();
        var blocked = server.Write(_ => gate.Task);
        try
        {
            var arriving = server.Phone.Post(path, ("CallSid", "CA1"), ("To", "+4755553333"), ("CallStatus", "completed"));
            await WaitsFor(TimeSpan.FromSeconds(2));

            server.Time.Advance(TimeSpan.FromSeconds(1.9));
            Assert.That(arriving.IsCompleted, Is.False);
            server.Time.Advance(TimeSpan.FromSeconds(0.2));

            Assert.That((await arriving).Status, Is.EqualTo(answer));
        }
        finally
        {
            gate.SetResult();
            await blocked;
        }
    }

    private static async Task MeetsTheApology(TestCall call)
    {
        for (var i = 0; i < 6 && call.Now.Rings is null; i++)
        {
            await call.Fetch(call.Now.GoesOnTo ?? call.Now.KeysTo!);
        }
        Assert.That(call.Now.Words, Does.StartWith(Apology));
    }

    private Task<int> WriteDown() => server.Get<MishapRunner>().RunOnce();

    private Task Break() => server.Write(unit => unit.Execute("alter table legs rename to lost_legs"));

    private Task Mend() => server.Write(unit => unit.Execute("alter table lost_legs rename to legs"));

    private Task WaitsFor(TimeSpan limit) =>
        Soon.Holds(() => server.Time.NextDue == server.Time.GetUtcNow() + limit, $"somebody waits {limit} and no longer");
}
