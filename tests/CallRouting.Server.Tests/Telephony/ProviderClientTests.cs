using System.Net;
using System.Text;
using CallRouting.Scenarios;
using CallRouting.Server.Telephony;
using CallRouting.Server.Tests.Calls;
using Microsoft.Extensions.Options;

namespace CallRouting.Server.Tests.Telephony;

/// <summary>What we ask of the provider, field by field (contract §1.5–1.8), and how each answer is understood.</summary>
public sealed class ProviderClientTests
{
    private const string Accounts = "/2010-04-01/Accounts/" + RecordingProvider.Account;
    private const string Legs = "http://server.test/phone/legs/leg-1";
    private const string Patience = "#ct=1000&rt=3000&tt=8000&rc=1&rp=all";

    private static readonly IOptions<ProviderOptions> Settings = Options.Create(
        new ProviderOptions
        {
            AccountSid = RecordingProvider.Account,
            AuthToken = SigningProvider.Token,
            BaseUrl = new("http://provider.test"),
            PublicUrl = new("http://server.test"),
            OwnNumber = "+4755553333",
            RequestTimeout = 10,
        }
    );

    private readonly ManualTime time = new(new DateTimeOffset(2026, 11, 18, 9, 0, 0, TimeSpan.Zero));
    private RecordingProvider provider = null!;
    private HttpClient http = null!;
    private ProviderClient client = null!;

    [SetUp]
    public void Connect()
    {
        provider = new();
        http = new(new ProviderPatience(Settings, time, new Random(1)) { InnerHandler = provider }) { Timeout = Timeout.InfiniteTimeSpan };
        client = new(http, Settings, new PhoneUrls(Settings));
    }

    [TearDown]
    public void Disconnect()
    {
        http.Dispose();
        provider.Dispose();
    }

    [Test]
    public async Task A_call_is_asked_for_with_each_event_named_by_itself()
    {
        var answer = await client.Call("+4712023301", "leg-1", 20, default);

        Assert.That(answer, Is.EqualTo(new ProviderAnswer.Done("CA00000000000000000000000000000001")));
        Expect(
            "/Calls.json",
            "To=+4712023301",
            "From=+4755553333",
            $"Url={Legs}/next{Patience}",
            "Method=POST",
            "Timeout=20",
            $"StatusCallback={Legs}/status{Patience}",
            "StatusCallbackMethod=POST",
            "StatusCallbackEvent=initiated",
            "StatusCallbackEvent=ringing",
            "StatusCallbackEvent=answered",
            "StatusCallbackEvent=completed"
        );
    }

    [Test]
    public async Task A_call_is_ended_in_whatever_state_it_is()
    {
        await client.End("CA1", default);
        Expect("/Calls/CA1.json", "Status=completed");
    }

    [Test]
    public async Task A_live_call_is_sent_to_its_next_document()
    {
        await client.Redirect("CA1", "leg-1", default);
        Expect("/Calls/CA1.json", $"Url={Legs}/next{Patience}", "Method=POST");
    }

    [Test]
    public async Task Hold_names_its_method_because_the_providers_documents_disagree_on_the_default()
    {
        await client.Hold("CF1", "CA1", "leg-1", default);
        Expect("/Conferences/CF1/Participants/CA1.json", "Hold=true", $"HoldUrl={Legs}/hold{Patience}", "HoldMethod=POST");
    }

    [Test]
    public async Task Unhold_takes_the_hold_away()
    {
        await client.Unhold("CF1", "CA1", default);
        Expect("/Conferences/CF1/Participants/CA1.json", "Hold=false");
    }

    [TestCase(true, "Muted=true")]
    [TestCase(false, "Muted=false")]
    public async Task A_voice_is_turned_off_and_on_by_the_same_word(bool muted, string field)
    {
        await client.Mute("CF1", "CA1", muted, default);
        Expect("/Conferences/CF1/Participants/CA1.json", field);
    }

    [Test]
    public async Task Keys_are_announced_to_the_whole_room_from_an_address_that_does_not_tell_them()
    {
        await client.PressKeys("CF1", "action-1", default);
        Expect("/Conferences/CF1.json", $"AnnounceUrl=http://server.test/phone/room-keys/action-1{Patience}", "AnnounceMethod=POST");
    }

    [Test]
    public async Task A_message_comes_from_our_own_number()
    {
        await client.Message("+4712023301", "Ubesvart anrop kl. 10.", default);
        Expect("/Messages.json", "To=+4712023301", "From=+4755553333", "Body=Ubesvart anrop kl. 10.");
    }

    [Test]
    public async Task Our_numbers_are_read_page_by_page_as_the_provider_leads()
    {
        provider.Instead = (request, _) =>
            Task.FromResult(
                Json(
                    request.Path.Contains("PageToken", StringComparison.Ordinal)
                        ? """{"incoming_phone_numbers":[{"phone_number":"+4722222222","voice_url":null}],"next_page_uri":null}"""
                        : $$"""{"incoming_phone_numbers":[{"phone_number":"+4755553333","voice_url":"v","status_callback":"s","voice_fallback_url":"f"}],"next_page_uri":"{{Accounts}}/IncomingPhoneNumbers.json?PageSize=1000&PageToken=PA%2B1"}"""
                )
            );
        Assert.That(
            await client.Numbers(default),
            Is.EqualTo(new[] { new OwnNumber("+4755553333", "v", "s", "f"), new OwnNumber("+4722222222", null, null, null) })
        );
        Assert.That(provider.All[1].Path, Does.EndWith("PageToken=PA%2B1"), "followed to the letter");
    }

    [TestCase(
        400,
        """{"code":21211,"message":"Invalid 'To'","more_info":"https://www.twilio.com/docs/errors/21211","status":400}""",
        21211
    )]
    [TestCase(404, """{"code":20404,"status":404}""", 20404)]
    [TestCase(400, """{"code":21220,"status":400}""", 21220)]
    [TestCase(404, "<html>not found</html>", 0)]
    [TestCase(403, "", 0)]
    [TestCase(400, """{"code":"21211"}""", 0)]
    [TestCase(400, """{"code":1e30}""", 0)]
    [TestCase(400, """[1,2]""", 0)]
    [TestCase(400, """{"type":"about:blank","title":"Bad","status":400}""", 0)]
    public async Task A_refusal_is_told_with_its_code(int status, string body, int code)
    {
        provider.AnswersWith((HttpStatusCode)status, body);
        Assert.That(
            await client.Call("+4712023301", "leg-1", 20, default),
            Is.InstanceOf<ProviderAnswer.Refused>().With.Property("Code").EqualTo(code)
        );
        Assert.That(provider.All, Has.Count.EqualTo(1), "asking again gives the same");
    }

    [TestCase(500, """{"code":20500}""")]
    [TestCase(502, "<html>Bad gateway</html>")]
    [TestCase(503, "")]
    [TestCase(201, """{"sid":"CA00000000""", Description = "cut off")]
    [TestCase(201, "<html>captive portal</html>")]
    [TestCase(201, "")]
    [TestCase(201, "null")]
    public async Task What_may_have_happened_is_unknown_and_never_asked_for_twice(int status, string body)
    {
        provider.AnswersWith((HttpStatusCode)status, body);
        Assert.That(await client.Call("+4712023301", "leg-1", 20, default), Is.InstanceOf<ProviderAnswer.Unknown>());
        Assert.That(provider.All, Has.Count.EqualTo(1), "no create of the provider's is idempotent");
    }

    [Test]
    public async Task A_connection_that_breaks_after_sending_is_unknown_and_never_asked_for_twice()
    {
        provider.Fails(new HttpRequestException(HttpRequestError.ResponseEnded, "reset"));
        Assert.That(await client.Call("+4712023301", "leg-1", 20, default), Is.InstanceOf<ProviderAnswer.Unknown>());
        Assert.That(provider.All, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Silence_is_unknown_after_the_time_that_was_configured()
    {
        provider.FallsSilent();
        var asking = client.Call("+4712023301", "leg-1", 20, default);
        time.Advance(TimeSpan.FromSeconds(9.9));
        Assert.That(asking.IsCompleted, Is.False);
        Assert.That(await Waited(asking), Is.InstanceOf<ProviderAnswer.Unknown>());
        Assert.That(provider.All, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task What_steers_a_call_is_given_up_sooner_for_somebody_hears_nothing_meanwhile()
    {
        provider.FallsSilent();
        var asking = client.End("CA1", default);
        time.Advance(TimeSpan.FromSeconds(4.9));
        Assert.That(asking.IsCompleted, Is.False);
        time.Advance(TimeSpan.FromSeconds(0.2));
        await Soon.Holds(() => asking.IsCompleted, "we ask no longer");
        Assert.That(await asking, Is.InstanceOf<ProviderAnswer.Unknown>());
    }

    [Test]
    public async Task A_question_is_given_up_soon_enough_to_be_asked_again_before_somebody_waits_for_what_it_tells()
    {
        provider.FallsSilent();
        var asking = client.CallsTo("+4712023301", default);
        time.Advance(TimeSpan.FromSeconds(3.9));
        Assert.That(asking.IsCompleted, Is.False);
        time.Advance(TimeSpan.FromSeconds(0.2));
        await Soon.Holds(() => asking.IsCompleted, "we ask no longer");
    }

    [Test]
    public async Task Whom_the_provider_does_not_let_in_it_has_done_nothing_for()
    {
        provider.AnswersWith(HttpStatusCode.Unauthorized, """{"code":20003,"message":"Authenticate","status":401}""");
        Assert.That(await client.Call("+4712023301", "leg-1", 20, default), Is.InstanceOf<ProviderAnswer.NotDone>());
    }

    [Test]
    public async Task Too_many_requests_surely_was_not_done_and_may_be_asked_again()
    {
        provider.AnswersWith(HttpStatusCode.TooManyRequests, """{"code":20429,"status":429}""");
        Assert.That(await client.Call("+4712023301", "leg-1", 20, default), Is.InstanceOf<ProviderAnswer.NotDone>());
        Assert.That(provider.All, Has.Count.EqualTo(1), "the action is tried again, not the request");
    }

    [TestCase(HttpRequestError.ConnectionError)]
    [TestCase(HttpRequestError.NameResolutionError)]
    [TestCase(HttpRequestError.SecureConnectionError)]
    public async Task A_connection_that_never_came_about_surely_did_nothing(HttpRequestError error)
    {
        provider.Fails(new HttpRequestException(error, "refused"));
        Assert.That(await client.Call("+4712023301", "leg-1", 20, default), Is.InstanceOf<ProviderAnswer.NotDone>());
        Assert.That(provider.All, Has.Count.EqualTo(1));
    }

    [TestCase(HttpStatusCode.TooManyRequests, typeof(ProviderAnswer.NotDone))]
    [TestCase(HttpStatusCode.ServiceUnavailable, typeof(ProviderAnswer.Unknown))]
    public async Task When_the_provider_says_when_to_come_again_that_is_told(HttpStatusCode status, Type kind)
    {
        provider.Instead = (_, _) => Task.FromResult(new HttpResponseMessage(status) { Headers = { { "Retry-After", "7" } } });
        var answer = await client.Call("+4712023301", "leg-1", 20, default);
        Assert.That(answer, Is.InstanceOf(kind).With.Property("RetryAfter").EqualTo(NodaTime.Duration.FromSeconds(7)));
    }

    [Test]
    public async Task The_providers_estimate_of_its_queue_is_told()
    {
        provider.AnswersWith(HttpStatusCode.Created, """{"sid":"CA1","status":"queued","queue_time":"2300"}""");
        var answer = await client.Call("+4712023301", "leg-1", 20, default);
        Assert.That(answer, Is.EqualTo(new ProviderAnswer.Done("CA1") { Queued = NodaTime.Duration.FromMilliseconds(2300) }));
    }

    [Test]
    public async Task Our_numbers_are_asked_for_again_with_patience()
    {
        var tries = 0;
        provider.Instead = (_, _) =>
            Task.FromResult(
                ++tries < 3 ? new(HttpStatusCode.InternalServerError) : Json("""{"incoming_phone_numbers":[],"next_page_uri":null}""")
            );
        Assert.That(await Waited(client.Numbers(default)), Is.Empty);
        Assert.That(tries, Is.EqualTo(3));
    }

    [Test]
    public async Task Messages_that_fail_stop_no_call()
    {
        provider.AnswersWith(HttpStatusCode.InternalServerError, "");
        for (var i = 0; i < 12; i++)
        {
            await client.Message("+4712023301", "Ubesvart anrop.", default);
        }
        Assert.That(
            await client.Message("+4712023301", "Ubesvart anrop.", default),
            Is.InstanceOf<ProviderAnswer.NotDone>(),
            "not asked any more"
        );
        provider.Instead = null;
        Assert.That(await client.Call("+4712023301", "leg-1", 20, default), Is.InstanceOf<ProviderAnswer.Done>());
    }

    [Test]
    public async Task When_nearly_everything_fails_we_stop_asking_for_a_while_and_say_that_nothing_was_done()
    {
        provider.AnswersWith(HttpStatusCode.InternalServerError, "");
        for (var i = 0; i < 10; i++)
        {
            await client.End("CA1", default);
        }
        Assert.That(
            await client.End("CA1", default),
            Is.InstanceOf<ProviderAnswer.NotDone>().With.Property("RetryAfter").Not.Null,
            "and when it may be asked again"
        );
        Assert.That(provider.All, Has.Count.EqualTo(10));

        provider.Instead = null;
        time.Advance(TimeSpan.FromSeconds(3));
        Assert.That(await client.End("CA1", default), Is.InstanceOf<ProviderAnswer.Done>());
    }

    [Test]
    public void What_we_ourselves_call_off_is_no_answer_of_the_providers()
    {
        provider.FallsSilent();
        using var off = new CancellationTokenSource();
        var asking = client.Call("+4712023301", "leg-1", 20, off.Token);
        off.Cancel();
        Assert.That(async () => await asking, Throws.InstanceOf<OperationCanceledException>());
    }

    private void Expect(string path, params string[] form)
    {
        var asked = provider.All.Single();
        Assert.That((asked.Method, asked.Path), Is.EqualTo((HttpMethod.Post, Accounts + path)));
        Assert.That(asked.Form, Is.EqualTo(form));
        Assert.That(asked.ContentType, Is.EqualTo("application/x-www-form-urlencoded"));
        var basic = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{RecordingProvider.Account}:{SigningProvider.Token}"));
        Assert.That(asked.Authorization, Is.EqualTo($"Basic {basic}"));
    }

    private async Task<T> Waited<T>(Task<T> task)
    {
        await Soon.Holds(
            () =>
            {
                time.Advance(TimeSpan.FromMilliseconds(100));
                return task.IsCompleted;
            },
            "the provider's answer"
        );
        return await task;
    }

    private static HttpResponseMessage Json(string body) =>
        new(HttpStatusCode.OK) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
}
