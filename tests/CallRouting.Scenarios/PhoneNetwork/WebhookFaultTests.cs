using CallRouting.PhoneNetwork.Phones;
using Microsoft.AspNetCore.Http;
using static CallRouting.Scenarios.PhoneNetwork.NetworkWorld;

namespace CallRouting.Scenarios.PhoneNetwork;

/// <summary>Contract §8, webhooks: late, twice, reordered, lost, forged and strange.</summary>
[Parallelizable(ParallelScope.All)]
public class WebhookFaultTests
{
    private const string Patient = "http://product.test/screen#ct=1000&rt=3000&tt=8000&rc=1&rp=all";
    private const string Token = "I-Twilio-Idempotency-Token";

    private static IEnumerable<string> Reports(NetworkWorld world) => world.Product.AskedAt("/status").Select(asked => asked["CallStatus"]);

    [Test]
    public async Task A_late_report_is_under_way_for_up_to_20_seconds_and_holds_nothing_up()
    {
        await using var world = new NetworkWorld();
        world.Plan.Once("status-late");
        await world.Calls(Officer);
        Assert.That(Reports(world), Is.EqualTo(["ringing"]));
        await world.Passes(20);
        Assert.That(Reports(world), Is.EqualTo(["ringing", "initiated"]));
    }

    [TestCase("status-twice", 1)]
    [TestCase("status-twice-new-token", 2)]
    public async Task A_repeated_report_is_the_same_but_for_its_token(string kind, int tokens)
    {
        await using var world = new NetworkWorld();
        world.Plan.Once(kind);
        await world.Calls(Officer);
        await world.Passes(5);
        var twins = world.Product.AskedAt("/status").Where(asked => asked["CallStatus"] == "initiated").ToList();
        Assert.That(twins.Select(asked => asked["SequenceNumber"]), Is.EqualTo(["0", "0"]));
        Assert.That(twins.Select(asked => asked.Headers[Token].ToString()).Distinct().Count(), Is.EqualTo(tokens));
    }

    [Test]
    public async Task A_lost_report_never_comes()
    {
        await using var world = new NetworkWorld();
        world.Plan.Once("status-lost");
        await world.Calls(Officer);
        await world.Passes(600);
        Assert.That(Reports(world), Is.EqualTo(["ringing", "no-answer"]));
        Assert.That(world.Counts["status-lost"], Is.EqualTo(1));
    }

    [Test]
    public async Task A_reordered_report_waits_for_the_next_about_the_same_call()
    {
        await using var world = new NetworkWorld();
        world.Product.Says("/screen", """<Pause length="2"/>""");
        await world.Calls(Officer);
        world.Plan.Once("status-reordered");
        await world.Answers(Officer);
        await world.Passes(2);
        Assert.That(Reports(world), Is.EqualTo(["initiated", "ringing", "completed", "in-progress"]));
    }

    [Test]
    public async Task A_reordered_report_that_nothing_follows_is_ten_seconds_late()
    {
        await using var world = new NetworkWorld();
        await world.Calls(Officer);
        world.Plan.Once("status-reordered");
        await world.HangsUp(Officer);
        await world.Passes(9);
        Assert.That(Reports(world), Is.EqualTo(["initiated", "ringing"]));
        await world.Passes(1);
        Assert.That(Reports(world), Is.EqualTo(["initiated", "ringing", "busy"]));
    }

    [Test]
    public async Task A_leave_may_come_before_its_join()
    {
        await using var world = new NetworkWorld();
        world.Product.Says(
            "/screen",
            """<Dial><Conference statusCallback="/room" statusCallbackEvent="join leave">r</Conference></Dial>"""
        );
        await world.Calls(Officer);
        world.Plan.Once("status-reordered", "/room");
        await world.Answers(Officer);
        await world.HangsUp(Officer);
        Assert.That(
            world.Product.AskedAt("/room").Select(asked => asked["StatusCallbackEvent"]),
            Is.EqualTo(["participant-leave", "participant-join"])
        );
    }

    [Test]
    public async Task A_report_may_come_after_the_call_is_over()
    {
        await using var world = new NetworkWorld();
        world.Product.Says("/screen", """<Pause length="30"/>""");
        world.Plan.Once("status-after-end");
        await world.Calls(Officer);
        await world.Answers(Officer);
        await world.Passes(30);
        Assert.That(Reports(world), Is.EqualTo(["ringing", "in-progress", "completed"]));
        await world.Passes(5);
        Assert.That(Reports(world), Is.EqualTo(["ringing", "in-progress", "completed", "initiated"]));
    }

    [Test]
    public async Task A_late_document_is_asked_for_within_the_time_that_the_address_allows()
    {
        await using var world = new NetworkWorld();
        world.Product.Says("/screen", "<Say>Hei</Say>");
        await world.Calls(Officer, Patient);
        world.Plan.Once("control-late");
        await world.Answers(Officer);
        Assert.That(world.Product.AskedAt("/screen"), Is.Empty);
        await world.Passes(3);
        Assert.That(await world.Heard(Officer), Is.EqualTo(["Hei"]));
    }

    [TestCase("control-twice", 1)]
    [TestCase("control-twice-new-token", 2)]
    public async Task A_document_whose_answer_was_lost_is_asked_for_again_and_the_second_answer_counts(string kind, int tokens)
    {
        await using var world = new NetworkWorld();
        var answers = new Queue<string>(["<Say>First</Say>", "<Say>Second</Say>"]);
        world.Product.Says("/screen", _ => answers.Dequeue());
        await world.Calls(Officer, Patient);
        world.Plan.Once(kind);
        await world.Answers(Officer);
        await world.Passes(3);
        Assert.That(await world.Heard(Officer), Is.EqualTo(["Second"]));
        var asked = world.Product.AskedAt("/screen").Select(request => request.Headers[Token].ToString());
        Assert.That(asked.Distinct().Count(), Is.EqualTo(tokens));
    }

    [Test]
    public async Task A_document_is_not_asked_for_twice_where_the_address_forbids_it()
    {
        await using var world = new NetworkWorld();
        world.Product.Says("/screen", "<Say>Once</Say>");
        await world.Calls(Officer, "http://product.test/screen#rc=1&rp=ct");
        world.Plan.Once("control-twice");
        await world.Answers(Officer);
        await world.Passes(10);
        Assert.That(world.Product.AskedAt("/screen"), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_connection_that_fails_once_is_made_again()
    {
        await using var world = new NetworkWorld();
        world.Product.Says("/screen", "<Say>Hei</Say>");
        await world.Calls(Officer, Patient);
        world.Plan.Once("control-unconnected");
        await world.Answers(Officer);
        await world.Passes(0.9);
        Assert.That(await world.Heard(Officer), Is.Empty);
        await world.Passes(0.1);
        Assert.That(await world.Heard(Officer), Is.EqualTo(["Hei"]));
    }

    [Test]
    public async Task A_document_that_never_comes_leads_to_the_numbers_fallback()
    {
        await using var world = new NetworkWorld(
            ("VoiceUrl", "http://product.test/voice#ct=1000&rt=3000&tt=8000&rc=1&rp=all"),
            ("VoiceFallbackUrl", "http://fallback.test/reserve")
        );
        world.Product.Says("/reserve", "<Say>Reserve</Say>");
        world.Plan.Once("control-lost", "/voice");
        await world.Dials();
        await world.Passes(2);
        Assert.That(await world.Heard(Caller), Is.EqualTo(["Reserve"]));
        Assert.That(world.Product.AskedAt("/voice"), Is.Empty);
        Assert.That(world.Product.AskedAt("/reserve").Single()["ErrorCode"], Is.EqualTo("11201"));
        Assert.That(await world.Complaints(), Is.Empty, "the product could not help it");
    }

    [Test]
    public async Task A_hold_document_that_never_comes_leaves_silence()
    {
        await using var world = new NetworkWorld();
        world.Product.Says("/screen", "<Dial><Conference>r</Conference></Dial>").Says("/hold", "<Say>Vent</Say>");
        var sid = await world.Calls(Officer);
        await world.Answers(Officer);
        var room = (await world.Get("Conferences.json")).Body.GetProperty("conferences")[0].GetProperty("sid").GetString();
        world.Plan.Once("control-lost", "/hold");
        await world.Post($"Conferences/{room}/Participants/{sid}.json", ("Hold", "true"), ("HoldUrl", "http://product.test/hold"));
        await world.Passes(20);
        Assert.That((await world.CallOf(Officer)).OnHold, Is.True);
        Assert.That(await world.Heard(Officer), Has.None.EqualTo("Vent"));
    }

    [TestCase("signature-wrong")]
    [TestCase("signature-missing")]
    [TestCase("signature-other-scheme")]
    public async Task A_forged_webhook_comes_before_the_genuine_one_and_must_be_refused(string kind)
    {
        await using var world = new NetworkWorld();
        world.Product.Answers("/status", asked => Results.StatusCode(asked["CallStatus"] == "completed" ? 403 : 204));
        world.Plan.Once(kind, "/status");
        await world.Calls(Officer);
        Assert.That(Reports(world), Is.EqualTo(["completed", "initiated", "ringing"]));
        var signatures = world.Product.AskedAt("/status").Select(asked => asked.Headers["X-Twilio-Signature"].ToString()).ToList();
        Assert.That(signatures[0], kind == "signature-missing" ? Is.Empty : Has.Length.EqualTo(28).And.Not.EqualTo(signatures[1]));
        Assert.That(await world.Complaints(), Is.Empty);
        world.Product.Answers("/status", _ => Results.NoContent());
        world.Plan.Once(kind, "/status");
        await world.HangsUp(Officer);
        Assert.That(await world.Complaints(), Is.EqualTo([20003]), "a product that believes a stranger is told");
    }

    [Test]
    public async Task A_webhook_by_another_method_is_refused_and_the_right_one_follows()
    {
        await using var world = new NetworkWorld();
        world.Product.Answers("/status", asked => Results.StatusCode(asked.Method == "GET" ? 405 : 204));
        world.Plan.Once("get-instead-of-post", "/status");
        await world.Calls(Officer);
        Assert.That(world.Product.AskedAt("/status").Select(asked => asked.Method), Is.EqualTo(["GET", "POST", "POST"]));
        Assert.That(await world.Complaints(), Is.Empty);
    }

    [TestCase("fields-unknown", "Added-Since", "æøå €")]
    [TestCase("fields-no-place", "ToCountry", "")]
    [TestCase("field-repeated", "StirPassportToken", "b,a,b")]
    public async Task Odd_fields_are_signed_like_any_other(string kind, string name, string value)
    {
        await using var world = new NetworkWorld();
        world.Plan.Once(kind, "/status");
        await world.Calls(Officer);
        var odd = world.Product.AskedAt("/status")[0];
        Assert.That(odd[name], Is.EqualTo(value));
        Assert.That(odd.Headers["X-Twilio-Signature"].ToString(), Is.EqualTo(SignatureOf(odd)));
    }

    [TestCase("caller-name-foreign", "CallerName")]
    [TestCase("answered-by", "AnsweredBy")]
    public async Task A_field_of_many_values_draws_one(string kind, string name)
    {
        await using var world = new NetworkWorld();
        world.Plan.Set(kind, 1);
        await world.Calls(Officer);
        await world.HangsUp(Officer);
        Assert.That(world.Product.AskedAt("/status").Select(asked => asked[name]), Has.All.Not.Empty);
    }

    [Test]
    public async Task Telephones_do_not_notice_what_goes_wrong_with_reports()
    {
        await using var world = new NetworkWorld(("Faults:Level", "heavy"), ("Faults:Rates:control-lost", "0"));
        world.Product.Says("/screen", """<Gather numDigits="1" timeout="5"/><Hangup/>""").Answers("/status", Refused);
        await world.Phones.Behave(Officer, new Behaviour(Reaction.Accept, 2));
        for (var call = 0; call < 20; call++)
        {
            await world.Post(
                "Calls.json",
                ("To", Officer),
                ("From", National),
                ("Url", Patient),
                ("StatusCallback", "http://product.test/status")
            );
            await world.Passes(60);
        }
        Assert.That((await world.Phones.Look(Officer)).State, Is.EqualTo("idle"));
    }

    // As a sound product does: it knows the genuine ones.
    private static IResult Refused(Asked asked) =>
        Results.StatusCode(asked.Headers["X-Twilio-Signature"] == SignatureOf(asked) ? 204 : 403);

    // Only the repeated field has commas between its values; a date has one within.
    private static string SignatureOf(Asked asked) =>
        CallRouting.PhoneNetwork.Webhooks.Signature.Sign(
            NetworkWorld.Token,
            "http://product.test" + asked.RawTarget,
            asked.Method == "GET"
                ? []
                : asked.Fields.SelectMany(field =>
                    (field.Key == "StirPassportToken" ? field.Value.Split(',') : [field.Value]).Select(value =>
                        KeyValuePair.Create(field.Key, value)
                    )
                )
        );
}
