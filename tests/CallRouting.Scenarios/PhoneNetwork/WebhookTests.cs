using Microsoft.AspNetCore.Http;
using static CallRouting.Scenarios.PhoneNetwork.NetworkWorld;

namespace CallRouting.Scenarios.PhoneNetwork;

/// <summary>Contract §2.1 and §3.6: what happens to a call when the product answers badly, late or not at all.</summary>
[Parallelizable(ParallelScope.All)]
public class WebhookTests
{
    private const string Apology = "We are sorry, an application error has occurred. Goodbye.";
    private const string Fallback = "http://fallback.test/voice";

    [TestCase(500, 11200)]
    [TestCase(404, 11200)]
    public async Task An_error_goes_to_the_debugger_and_an_apology_to_the_caller(int status, int code)
    {
        await using var world = new NetworkWorld();
        world.Product.Answers("/voice", _ => Results.StatusCode(status));
        await world.Dials();
        await world.Passes(10);
        Assert.That(await world.Complaints(), Is.EqualTo([code]));
        Assert.That(await world.Heard(Caller), Is.EqualTo([Apology]));
        Assert.That(world.Product.AskedAt("/voice"), Has.Count.EqualTo(1), "an error is not retried by default");
        Assert.That((await world.Phones.Look(Caller)).State, Is.EqualTo("idle"));
    }

    [TestCase("<Response><Say>", "text/xml", 12100)]
    [TestCase("<Answer/>", "text/xml", 12102)]
    [TestCase("{}", "application/json", 12300)]
    [TestCase("", "text/xml", 11770)]
    [TestCase("<Response><Dial>+4712345678</Dial></Response>", "text/xml", 12200)]
    public async Task What_is_no_document_is_named(string body, string type, int code)
    {
        await using var world = new NetworkWorld();
        world.Product.Answers("/voice", _ => Results.Text(body, type));
        await world.Dials();
        Assert.That(await world.Complaints(), Is.EqualTo([code]));
        Assert.That(await world.Heard(Caller), Is.EqualTo([Apology]));
    }

    [Test]
    public async Task A_document_above_64_kB_is_refused()
    {
        await using var world = new NetworkWorld();
        world.Product.Says("/voice", "<!--" + new string('x', 64 * 1024) + "-->");
        await world.Dials();
        Assert.That(await world.Complaints(), Is.EqualTo([11750]));
    }

    [Test]
    public async Task Plain_text_is_read_aloud_and_audio_is_played()
    {
        await using var world = new NetworkWorld();
        world.Product.Answers("/voice", _ => Results.Text("Hello there", "text/plain"));
        await world.Dials();
        await world.Passes(10);
        world.Product.Answers("/voice", _ => Results.Bytes([1, 2, 3], "audio/mpeg"));
        await world.Dials();
        Assert.That(await world.Heard(Caller), Is.EqualTo(["Hello there", "♪ http://product.test/voice"]));
    }

    [Test]
    public async Task The_fallback_is_asked_at_once_with_what_went_wrong()
    {
        await using var world = new NetworkWorld(
            ("VoiceFallbackUrl", Fallback + "-fallback"),
            ("VoiceUrl", "http://product.test/voice#rc=2")
        );
        world.Product.Answers("/voice", _ => Results.StatusCode(503)).Says("/voice-fallback", """<Say language="nb-NO">Reserve.</Say>""");
        await world.Dials();
        var asked = world.Product.AskedAt("/voice-fallback").Single();
        Assert.That((asked["ErrorCode"], asked["ErrorUrl"]), Is.EqualTo(("11200", "http://product.test/voice")));
        Assert.That(asked["CallSid"], Is.EqualTo(world.Product.AskedAt("/voice").Single()["CallSid"]));
        Assert.That(await world.Heard(Caller), Is.EqualTo(["Reserve."]));
    }

    [Test]
    public async Task A_fallback_that_fails_too_ends_in_the_apology()
    {
        await using var world = new NetworkWorld(("VoiceFallbackUrl", Fallback + "-fallback"));
        world.Product.Answers("/voice", _ => Results.StatusCode(500)).Answers("/voice-fallback", _ => Results.StatusCode(500));
        await world.Dials();
        Assert.That(await world.Complaints(), Is.EqualTo([11200, 11200]));
        Assert.That(await world.Heard(Caller), Is.EqualTo([Apology]));
    }

    [Test]
    public async Task A_product_that_never_answers_is_given_up_after_15_seconds()
    {
        await using var world = new NetworkWorld();
        world.Product.Hangs("/voice");
        await world.Phones.Dial(Caller, National);
        await world.IsAsked("/voice");
        world.Time.Advance(TimeSpan.FromSeconds(14.9));
        Assert.That(await world.Complaints(), Is.Empty);
        world.Time.Advance(TimeSpan.FromSeconds(0.2));
        await world.Settle();
        Assert.That(await world.Complaints(), Has.Length.EqualTo(1).And.All.AnyOf(11200, 11203));
        Assert.That(await world.Heard(Caller), Is.EqualTo([Apology]));
    }

    [Test]
    public async Task The_fragment_sets_time_and_retries_and_is_not_sent()
    {
        await using var world = new NetworkWorld(("VoiceUrl", "http://product.test/voice#ct=1000&rt=3000&tt=8000&rc=1&rp=all"));
        world.Product.Hangs("/voice");
        await world.Phones.Dial(Caller, National);
        await world.IsAsked("/voice");
        world.Time.Advance(TimeSpan.FromSeconds(3));
        await world.IsAsked("/voice", times: 2);
        world.Product.Says("/voice", "<Hangup/>");
        world.Time.Advance(TimeSpan.FromSeconds(3));
        await world.Settle();
        var asked = world.Product.AskedAt("/voice");
        Assert.That(asked.Select(request => request.RawTarget), Is.EqualTo(["/voice", "/voice"]));
        Assert.That(asked.Select(request => request.Headers["I-Twilio-Idempotency-Token"].ToString()).Distinct().Count(), Is.EqualTo(1));
        Assert.That(await world.Complaints(), Is.EqualTo([11200]));
    }

    [Test]
    public async Task With_rp_5xx_an_error_is_tried_again()
    {
        await using var world = new NetworkWorld(("VoiceUrl", "http://product.test/voice#rc=2&rp=5xx"));
        var answers = new Queue<IResult>([Results.StatusCode(503), Results.StatusCode(500), Product.Twiml("<Say>At last</Say>")]);
        world.Product.Answers("/voice", _ => answers.Dequeue());
        await world.Dials();
        Assert.That(await world.Heard(Caller), Is.EqualTo(["At last"]));
        Assert.That(await world.Complaints(), Is.Empty);
    }

    [Test]
    public async Task A_fragment_out_of_range_is_told()
    {
        await using var world = new NetworkWorld(("VoiceUrl", "http://product.test/voice#rc=9&rt=3000"));
        world.Product.Says("/voice", "<Hangup/>");
        await world.Dials();
        var complaint = (await world.Phones.Complaints()).Single();
        Assert.That(complaint.Message, Does.Contain("rc=9").And.Contain("rc=0–5"));
    }

    [Test]
    public async Task HTTP_redirects_are_followed_ten_times_and_not_more()
    {
        await using var world = new NetworkWorld();
        world
            .Product.Answers("/voice", _ => Results.Redirect("/there", permanent: false, preserveMethod: true))
            .Says("/there", "<Say>There</Say>");
        await world.Dials();
        await world.Passes(5);
        Assert.That(world.Product.AskedAt("/there").Single().Method, Is.EqualTo("POST"));
        world.Product.Answers("/there", _ => Results.Redirect("/voice", permanent: false, preserveMethod: true));
        await world.Dials();
        Assert.That(await world.Complaints(), Is.EqualTo([11215]));
    }

    [Test]
    public async Task A_loop_of_documents_without_a_pause_is_stopped_and_a_loop_of_prompts_is_not()
    {
        await using var world = new NetworkWorld();
        world.Product.Says("/voice", """<Gather numDigits="1" timeout="5"><Say>Wait</Say></Gather><Redirect/>""");
        await world.Dials();
        await world.Passes(3600);
        Assert.That(world.Product.AskedAt("/voice"), Has.Count.GreaterThan(500));
        Assert.That(await world.Complaints(), Is.Empty);
        world.Product.Says("/voice", "<Redirect/>");
        await world.Passes(10);
        Assert.That(await world.Complaints(), Is.EqualTo([11215]));
        Assert.That((await world.Heard(Caller))[^1], Is.EqualTo(Apology));
    }

    [Test]
    public async Task A_reply_to_a_hung_up_caller_is_ignored()
    {
        await using var world = new NetworkWorld();
        var release = new TaskCompletionSource();
        world.Product.Answers("/voice", _ => new LateAnswer(release.Task, Product.Twiml("<Say>Too late</Say>")));
        await world.Phones.Dial(Caller, National);
        await world.IsAsked("/voice");
        await world.Phones.HangUp(Caller);
        release.SetResult();
        await world.Settle();
        Assert.That(await world.Heard(Caller), Is.Empty);
        Assert.That(world.Product.AskedAt("/number-status").Single()["CallStatus"], Is.EqualTo("no-answer"));
    }

    [Test]
    public async Task An_inbound_call_is_answered_by_the_first_verb_that_speaks_and_may_be_rejected_before()
    {
        await using var world = new NetworkWorld();
        world.Product.Says("/voice", """<Pause length="3"/><Reject reason="busy"/>""");
        await world.Dials();
        Assert.That((await world.CallOf(Caller)).State, Is.EqualTo("ringing"));
        await world.Passes(4);
        Assert.That(world.Product.AskedAt("/voice").Single()["CallStatus"], Is.EqualTo("ringing"));
        Assert.That(world.Product.AskedAt("/number-status").Single()["CallStatus"], Is.EqualTo("busy"));
    }

    [Test]
    public async Task The_numbers_callback_fires_only_if_it_is_configured()
    {
        await using var world = new NetworkWorld(("StatusCallback", ""));
        world.Product.Says("/voice", "<Hangup/>");
        await world.Dials();
        Assert.That(world.Product.Asked.Select(asked => asked.Path), Is.EqualTo(["/voice"]));
    }

    [Test]
    public async Task A_report_answered_with_an_empty_200_or_with_JSON_is_told()
    {
        await using var world = new NetworkWorld();
        world.Product.Says("/voice", "<Hangup/>").Answers("/number-status", _ => Results.Ok());
        await world.Dials();
        Assert.That(await world.Complaints(), Is.EqualTo([11770]));
        world.Product.Answers("/number-status", _ => Results.Json(new { ok = true }));
        await world.Dials();
        Assert.That(await world.Complaints(), Is.EqualTo([11770, 12300]));
    }

    [Test]
    public async Task The_same_seed_gives_the_same_call_to_the_letter()
    {
        async Task<string[]> Run()
        {
            await using var world = new NetworkWorld();
            world.Product.Says("/voice", """<Gather numDigits="1" timeout="2"><Say>Press</Say></Gather><Hangup/>""");
            await world.Dials();
            await world.Calls(Officer, "http://product.test/voice");
            await world.Answers(Officer);
            await world.Passes(20);
            return (await world.Phones.Events()).Select(told => told.ToString()).ToArray();
        }
        var (first, second) = (await Run(), await Run());
        Assert.That(second, Is.EqualTo(first));
    }

    private sealed class LateAnswer(Task release, IResult answer) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            await release;
            await answer.ExecuteAsync(httpContext);
        }
    }
}
