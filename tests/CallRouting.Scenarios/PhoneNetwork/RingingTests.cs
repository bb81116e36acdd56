using CallRouting.PhoneNetwork.Phones;
using static CallRouting.Scenarios.PhoneNetwork.NetworkWorld;

namespace CallRouting.Scenarios.PhoneNetwork;

/// <summary>Contract §1.5, §3.3 and §7: an outbound call from its queue to its end.</summary>
[Parallelizable(ParallelScope.All)]
public class RingingTests
{
    private static NetworkWorld Screening(params (string, string)[] settings)
    {
        var world = new NetworkWorld(settings);
        world
            .Product.Says(
                "/screen",
                """<Gather numDigits="1" timeout="8" action="/screened"><Say language="nb-NO">Tast 1.</Say></Gather><Hangup/>"""
            )
            .Says("/screened", """<Pause length="600"/>""");
        return world;
    }

    private static string[] Reported(NetworkWorld world) => world.Product.AskedAt("/status").Select(asked => asked["CallStatus"]).ToArray();

    private static Asked Last(NetworkWorld world) => world.Product.AskedAt("/status")[^1];

    [Test]
    public async Task A_phone_rings_its_time_and_five_seconds_more()
    {
        await using var world = Screening();
        await world.Calls(Officer);
        await world.Passes(24.9);
        Assert.That((await world.Phones.Look(Officer)).State, Is.EqualTo("ringing"));
        await world.Passes(0.2);
        Assert.That((await world.Phones.Look(Officer)).State, Is.EqualTo("idle"));
        Assert.That(Reported(world), Is.EqualTo(["initiated", "ringing", "no-answer"]));
        Assert.That(Last(world)["SipResponseCode"], Is.EqualTo("487"));
    }

    [Test]
    public async Task Reports_are_numbered_from_zero_and_the_last_one_tells_the_length()
    {
        await using var world = Screening();
        await world.Phones.Behave(Officer, new Behaviour(Reaction.Accept, 3));
        var sid = await world.Calls(Officer);
        await world.Passes(64);
        await world.HangsUp(Officer);
        Assert.That(Reported(world), Is.EqualTo(["initiated", "ringing", "in-progress", "completed"]));
        Assert.That(world.Product.AskedAt("/status").Select(asked => asked["SequenceNumber"]), Is.EqualTo(["0", "1", "2", "3"]));
        Assert.That((Last(world)["CallSid"], Last(world)["CallDuration"], Last(world)["Duration"]), Is.EqualTo((sid, "61", "2")));
        Assert.That(Last(world)["Timestamp"], Is.EqualTo("Wed, 18 Nov 2026 09:01:04 +0000"));
        Assert.That(Last(world)["CallbackSource"], Is.EqualTo("call-progress-events"));
    }

    [TestCase(Reaction.Busy, "initiated busy", "486")]
    [TestCase(Reaction.Unreachable, "initiated failed", "404")]
    [TestCase(Reaction.Ignore, "initiated ringing no-answer", "487")]
    [TestCase(Reaction.Voicemail, "initiated ringing in-progress completed", "200")]
    public async Task A_phone_that_nobody_takes_ends_in_its_own_way(Reaction reaction, string statuses, string sip)
    {
        await using var world = Screening();
        await world.Phones.Behave(Officer, new Behaviour(reaction, 15));
        await world.Calls(Officer);
        await world.Passes(120);
        Assert.That(Reported(world), Is.EqualTo(statuses.Split(' ')));
        Assert.That(Last(world)["SipResponseCode"], Is.EqualTo(sip));
        Assert.That(world.Product.AskedAt("/screened"), Is.Empty);
    }

    [TestCase(Reaction.Accept, "1")]
    [TestCase(Reaction.Decline, "2")]
    [TestCase(Reaction.Minute, "3")]
    public async Task A_scripted_officer_hears_the_question_and_presses_one_key(Reaction reaction, string key)
    {
        await using var world = Screening();
        await world.Phones.Behave(Officer, new Behaviour(reaction, 3));
        await world.Calls(Officer);
        await world.Passes(3);
        Assert.That(world.Product.AskedAt("/screened"), Is.Empty);
        await world.Passes(1);
        Assert.That(world.Product.AskedAt("/screened").Single()["Digits"], Is.EqualTo(key));
    }

    [Test]
    public async Task A_headset_answers_by_itself_and_presses_nothing()
    {
        await using var world = Screening();
        await world.Phones.Behave(Officer, new Behaviour(Reaction.AnswerSilently, 2));
        await world.Calls(Officer);
        await world.Passes(60);
        Assert.That(Reported(world), Is.EqualTo(["initiated", "ringing", "in-progress", "completed"]));
        Assert.That(world.Product.AskedAt("/screened"), Is.Empty);
    }

    [Test]
    public async Task Who_turns_a_ringing_call_down_is_reported_busy()
    {
        await using var world = Screening();
        await world.Calls(Officer);
        await world.HangsUp(Officer);
        Assert.That(Reported(world), Is.EqualTo(["initiated", "ringing", "busy"]));
        Assert.That(Last(world)["SipResponseCode"], Is.EqualTo("603"));
    }

    [Test]
    public async Task A_phone_in_a_call_is_busy_for_the_next_one()
    {
        await using var world = Screening();
        await world.Calls(Officer);
        var second = await world.Calls(Officer);
        Assert.That(Last(world)["CallStatus"], Is.EqualTo("busy"));
        Assert.That(Last(world)["CallSid"], Is.EqualTo(second));
    }

    [Test]
    public async Task A_number_without_a_telephone_fails()
    {
        await using var world = Screening();
        await world.Calls("+4719999999");
        Assert.That(Reported(world), Is.EqualTo(["initiated", "failed"]));
    }

    [TestCase("canceled")]
    [TestCase("completed")]
    public async Task A_ringing_call_can_be_withdrawn_and_stops_ringing(string status)
    {
        await using var world = Screening();
        var sid = await world.Calls(Officer);
        var (_, call) = await world.Post($"Calls/{sid}.json", ("Status", status));
        Assert.That(call.GetProperty("status").GetString(), Is.EqualTo("canceled"));
        Assert.That((await world.Phones.Look(Officer)).State, Is.EqualTo("idle"));
        Assert.That(Reported(world), Is.EqualTo(["initiated", "ringing", "canceled"]));
    }

    [Test]
    public async Task Canceled_leaves_an_answered_call_alone_and_completed_ends_it()
    {
        await using var world = Screening();
        var sid = await world.Calls(Officer);
        await world.Answers(Officer);
        Assert.That(
            (await world.Post($"Calls/{sid}.json", ("Status", "canceled"))).Body.GetProperty("status").GetString(),
            Is.EqualTo("in-progress")
        );
        Assert.That(
            (await world.Post($"Calls/{sid}.json", ("Status", "completed"))).Body.GetProperty("status").GetString(),
            Is.EqualTo("completed")
        );
        var (status, error) = await world.Post($"Calls/{sid}.json", ("Status", "completed"));
        Assert.That((status, error.GetProperty("code").GetInt32()), Is.EqualTo((400, 21220)));
    }

    [Test]
    public async Task A_second_call_a_second_waits_in_the_providers_queue()
    {
        await using var world = Screening(("CallsPerSecond", "1"));
        await world.Calls(Officer);
        var (_, second) = await world.Post("Calls.json", ("To", Backup), ("From", National), ("Url", "http://product.test/screen"));
        Assert.That(second.GetProperty("queue_time").GetString(), Is.EqualTo("1000"));
        Assert.That(second.GetProperty("status").GetString(), Is.EqualTo("queued"));
        Assert.That((await world.Phones.Look(Backup)).State, Is.EqualTo("idle"));
        await world.Passes(1);
        Assert.That((await world.Phones.Look(Backup)).State, Is.EqualTo("ringing"));
    }

    [Test]
    public async Task A_call_withdrawn_while_queued_reports_nothing_at_all()
    {
        await using var world = Screening(("CallsPerSecond", "1"));
        await world.Calls(Officer);
        var second = await world.Calls(Backup);
        var (_, call) = await world.Post($"Calls/{second}.json", ("Status", "canceled"));
        await world.Passes(30);
        Assert.That(call.GetProperty("status").GetString(), Is.EqualTo("canceled"));
        Assert.That(world.Product.AskedAt("/status").Select(asked => asked["CallSid"]), Has.None.EqualTo(second));
    }

    [Test]
    public async Task A_call_ends_at_its_time_limit()
    {
        await using var world = Screening();
        await world.Calls(Officer, more: ("TimeLimit", "30"));
        await world.Answers(Officer);
        await world.Presses(Officer, "1");
        await world.Passes(31);
        Assert.That(Last(world)["CallDuration"], Is.EqualTo("30"));
    }

    [TestCase(10, "10")]
    [TestCase(50, "50")]
    public async Task A_time_limit_may_be_set_anew_while_they_talk(int limit, string duration)
    {
        await using var world = Screening();
        var sid = await world.Calls(Officer, more: ("TimeLimit", "30"));
        await world.Answers(Officer);
        await world.Presses(Officer, "1");
        await world.Post($"Calls/{sid}.json", ("TimeLimit", $"{limit}"));
        await world.Passes(60);
        Assert.That(Last(world)["CallDuration"], Is.EqualTo(duration));
    }

    [Test]
    public async Task Nobody_talks_longer_than_four_hours()
    {
        await using var world = Screening();
        world.Product.Says("/screen", string.Concat(Enumerable.Repeat("""<Pause length="3600"/>""", 5)));
        await world.Calls(Officer);
        await world.Answers(Officer);
        await world.Passes(5 * 3600);
        Assert.That(Last(world)["CallDuration"], Is.EqualTo("14400"));
    }

    [Test]
    public async Task Somebody_may_hang_up_by_themselves_after_a_while()
    {
        await using var world = Screening();
        await world.Phones.Behave(Officer, new Behaviour(Reaction.Accept, AnswerAfterSeconds: 2, HangUpAfterSeconds: 4));
        await world.Calls(Officer);
        await world.Passes(10);
        Assert.That((Last(world)["CallStatus"], Last(world)["CallDuration"]), Is.EqualTo(("completed", "4")));
    }

    [Test]
    public async Task Only_the_subscribed_events_are_reported()
    {
        await using var world = Screening();
        await world.Post(
            "Calls.json",
            ("To", Officer),
            ("From", National),
            ("Url", "http://product.test/screen"),
            ("StatusCallback", "http://product.test/status")
        );
        await world.HangsUp(Officer);
        Assert.That(Reported(world), Is.EqualTo(["busy"]));
    }
}
