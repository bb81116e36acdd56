using System.Net;
using System.Text;
using CallRouting.Scenarios;
using CallRouting.Server.Tests.Calls;

namespace CallRouting.Server.Tests.Telephony;

/// <summary>Whatever the provider did not sign is refused, before anything is read or written.</summary>
public sealed class SignatureCheckTests
{
    private const string Second = "the-token-that-comes-next-1234567";

    private static readonly (string Name, string Value)[] Arrival =
    [
        ("CallSid", "CA00000000000000000000000000000001"),
        ("From", TestCall.CallerNumber),
        ("To", Population.National),
        ("CallStatus", "ringing"),
    ];

    private static readonly string[] Doors =
    [
        "/phone/inbound",
        "/phone/inbound/status",
        "/phone/legs/some/next",
        "/phone/legs/some/next/1",
        "/phone/legs/some/keys/1",
        "/phone/legs/some/hold",
        "/phone/legs/some/wait",
        "/phone/legs/some/status",
        "/phone/rooms/some/status",
    ];

    private RunningServer server = null!;

    [OneTimeSetUp]
    public async Task Start() => server = await RunningServer.Start();

    [OneTimeTearDown]
    public async Task Stop() => await server.DisposeAsync();

    [TestCaseSource(nameof(Doors))]
    public async Task An_unsigned_request_is_refused(string path) => await Refused(server.Phone.Post(path, Arrival, token: null));

    [TestCaseSource(nameof(Doors))]
    public async Task A_request_that_another_token_signed_is_refused(string path) =>
        await Refused(server.Phone.Post(path, Arrival, "sim0authtoken0sim0authtoken0abcX"));

    [TestCase("")]
    [TestCase(" ")]
    [TestCase("AAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [TestCase("AAAAAAAAAAAAAAAAAAAAAAAAAAA=,AAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [TestCase("not base64 at all æøå")]
    public async Task A_signature_that_is_none_is_refused(string signature)
    {
        using var content = new FormUrlEncodedContent([new("CallSid", "CA1")]);
        using var sent = new HttpRequestMessage(HttpMethod.Post, "/phone/inbound") { Content = content };
        sent.Headers.TryAddWithoutValidation("X-Twilio-Signature", Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(signature)));
        using var client = server.Api(role: null);
        using var reply = await client.SendAsync(sent);
        Assert.That(reply.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task A_signature_for_other_fields_is_refused()
    {
        using var content = new FormUrlEncodedContent([new("CallSid", "CA1"), new("To", Population.National)]);
        await Refused(
            server.Phone.Send(HttpMethod.Post, "/phone/inbound", content, SigningProvider.Sign("/phone/inbound", [("CallSid", "CA1")]))
        );
    }

    [Test]
    public async Task A_signature_for_another_door_is_refused()
    {
        using var content = new FormUrlEncodedContent([new("CallSid", "CA1")]);
        await Refused(
            server.Phone.Send(
                HttpMethod.Post,
                "/phone/inbound",
                content,
                SigningProvider.Sign("/phone/inbound/status", [("CallSid", "CA1")])
            )
        );
    }

    [Test]
    public async Task Our_own_sign_in_opens_no_door_of_the_providers()
    {
        using var client = server.Api("administrator");
        using var content = new FormUrlEncodedContent([new("CallSid", "CA1")]);
        using var reply = await client.PostAsync(new Uri("/phone/inbound", UriKind.Relative), content);
        Assert.That(reply.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task The_query_is_signed_as_it_was_sent()
    {
        var reply = await server.Phone.Post("/phone/inbound?tenant=42&name=%C3%85se+%27x%27", Arrival);
        Assert.That(reply.Document.KeysTo, Is.Not.Null);
    }

    [Test]
    public async Task The_fragment_is_neither_sent_nor_signed() =>
        Assert.That((await server.Phone.Post("/phone/inbound#rc=2&rp=all", Arrival)).Document.KeysTo, Is.Not.Null);

    // Nothing of what we take is signed but URL and form: any other body is a body that nobody signed.
    [TestCase("application/json", """{"CallSid":"CA1"}""")]
    [TestCase("text/plain", "CallSid=CA1")]
    [TestCase("multipart/form-data", "CallSid=CA1")]
    [TestCase("multipart/form-data; boundary=x", "--x\r\nno end")]
    public async Task A_body_that_is_no_form_is_refused_although_the_address_is_signed(string contentType, string body)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        await Refused(server.Phone.Send(HttpMethod.Post, "/phone/inbound", content, SigningProvider.Sign("/phone/inbound", [])));
    }

    [Test]
    public async Task A_good_signature_beside_a_bad_one_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/phone/self-check");
        request.Headers.Add("X-Twilio-Signature", [SigningProvider.Sign("/phone/self-check", []), "AAAAAAAAAAAAAAAAAAAAAAAAAAA="]);
        using var client = server.Api(role: null);
        using var reply = await client.SendAsync(request);
        Assert.That(reply.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    // Contract §4.1: the address carries the body's hash, and the body is what has that hash.
    [TestCase("""{"event":"ping","n":1}""", HttpStatusCode.NoContent)]
    [TestCase("""{"event":"ping","n":1} """, HttpStatusCode.Forbidden)]
    [TestCase("", HttpStatusCode.NoContent, Description = "nothing is there that could be another's")]
    public async Task A_body_that_is_no_form_is_good_when_the_signed_address_carries_its_hash(string body, HttpStatusCode answer)
    {
        const string url = "/phone/self-check?bodySHA256=9239c422a41b555493841e492401a13c6081045f49bd7223f575c7e1f7d86f7f";
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        var reply = await server.Phone.Send(HttpMethod.Post, url, content, SigningProvider.Sign(url, []));
        Assert.That(reply.Status, Is.EqualTo(answer));
    }

    // The framework's own form would make one name of the two, and neither signature nor field would be right.
    [Test]
    public async Task Names_that_differ_only_in_case_are_two_names()
    {
        var call = await TestCall.Inbound(server);
        var reply = await call.Posts(call.Now.KeysTo!, ("digits", "9"), ("Digits", "1"), ("DIGITS", "2"));
        Assert.That(reply.Document.Words, Does.Contain("Mangler du mat"), "1 was pressed");
    }

    [Test]
    public async Task A_field_that_comes_twice_with_one_value_is_signed_once() =>
        Assert.That(
            (await server.Phone.Post("/phone/inbound", [.. Arrival, ("Extra", "same"), ("Extra", "same"), ("Extra", "a")])).Document.KeysTo,
            Is.Not.Null
        );

    [Test]
    public async Task A_form_with_more_fields_than_any_of_the_providers_is_refused()
    {
        var form = Enumerable.Range(0, 2000).Select(i => ($"Field{i}", "x"));
        await Refused(server.Phone.Post("/phone/inbound", form));
    }

    [Test]
    public async Task A_body_larger_than_any_of_the_providers_is_refused_and_not_read_to_its_end()
    {
        var body = new EndlessBody();
        using var content = new StreamContent(body);
        content.Headers.ContentType = new("application/x-www-form-urlencoded");
        await Refused(server.Phone.Send(HttpMethod.Post, "/phone/inbound", content, SigningProvider.Sign("/phone/inbound", [])));
        Assert.That(body.Given, Is.LessThan(1_000_000));
    }

    [Test]
    public async Task A_body_without_a_signature_is_not_read_at_all()
    {
        var body = new EndlessBody();
        using var content = new StreamContent(body);
        await Refused(server.Phone.Send(HttpMethod.Post, "/phone/inbound", content, signature: null));
        Assert.That(body.Given, Is.LessThan(100_000), "what the test server takes ahead");
    }

    [Test]
    public async Task A_body_whose_announced_length_is_too_much_is_refused()
    {
        var form = new[] { ("CallSid", "CA1"), ("SpeechResult", new string('x', 70_000)) };
        await Refused(server.Phone.Post("/phone/inbound", form));
    }

    [Test]
    public async Task A_wrong_signature_costs_no_work_of_the_database()
    {
        var file = server.DatabaseFile;
        var gate = new TaskCompletionSource();
        var blocked = server.Write(_ => gate.Task);
        File.Move(file, file + ".away");
        try
        {
            foreach (var path in Doors)
            {
                await Refused(server.Phone.Post(path, Arrival, "sim0authtoken0sim0authtoken0abcX"));
            }
            Assert.That(server.Log.Errors, Is.Empty);
        }
        finally
        {
            File.Move(file + ".away", file);
            gate.SetResult();
            await blocked;
        }
    }

    [Test]
    public async Task A_signed_request_without_any_body_is_told_in_documents_what_a_form_without_fields_is()
    {
        var signature = SigningProvider.Sign("/phone/inbound", []);
        Assert.That(
            (await server.Phone.Send(HttpMethod.Post, "/phone/inbound", null, signature)).Document.Words,
            Does.StartWith("Noe er feil hos oss")
        );
        var report = SigningProvider.Sign("/phone/inbound/status", []);
        Assert.That(
            (await server.Phone.Send(HttpMethod.Post, "/phone/inbound/status", null, report)).Status,
            Is.EqualTo(HttpStatusCode.NoContent)
        );
    }

    [Test]
    public async Task A_refusal_writes_nothing_and_says_nothing()
    {
        var before = await server.Value<long>("select count(*) from calls");
        var reply = await server.Phone.Post("/phone/inbound", Arrival, token: null);
        Assert.That(reply.Body, Does.Not.Contain("token").And.Not.Contain("ignature"));
        Assert.That(await server.Value<long>("select count(*) from calls"), Is.EqualTo(before));
    }

    [Test]
    public async Task While_tokens_are_rotated_both_are_good_and_no_third()
    {
        await using var rotating = await RunningServer.Start(("Provider:SecondAuthToken", Second));
        Assert.That((await rotating.Phone.Post("/phone/inbound", Arrival)).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await rotating.Phone.Post("/phone/inbound", Arrival, Second)).Status, Is.EqualTo(HttpStatusCode.OK));
        await Refused(rotating.Phone.Post("/phone/inbound", Arrival, "third"));
    }

    [TestCase("")]
    [TestCase(null)]
    public async Task Without_a_token_nothing_is_let_through(string? token)
    {
        await using var bare = await RunningServer.Start(("Provider:AuthToken", token), ("Provider:SecondAuthToken", token));
        await Refused(bare.Phone.Post("/phone/inbound", Arrival));
        await Refused(bare.Phone.Post("/phone/inbound", Arrival, ""));
    }

    private sealed class EndlessBody : Stream
    {
        public long Given { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => Given;
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            buffer.AsSpan(offset, count).Fill((byte)'a');
            Given += count;
            return count;
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }

    private static async Task Refused(Task<Reply> sent) => Assert.That((await sent).Status, Is.EqualTo(HttpStatusCode.Forbidden));
}
