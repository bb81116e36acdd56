using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using CallRouting.Scenarios;
using CallRouting.Server.Telephony;
using CallRouting.Server.Tests.Calls;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CallRouting.Server.Tests.Telephony;

/// <summary>The doors of the provider behind a real socket: what a test server only plays.</summary>
public sealed class OverHttpTests
{
    private RunningServer server = null!;
    private HttpClient http = null!;

    [SetUp]
    public async Task Start() => await Start([]);

    [TearDown]
    public async Task Stop()
    {
        http.Dispose();
        await server.DisposeAsync();
    }

    [TestCase("/phone/inbound")]
    [TestCase("/phone/inbound?tenant=42&name=%C3%85se+%27x%27%2f")]
    public async Task A_signed_arrival_is_answered(string path)
    {
        using var reply = await Post(path, sign: true);
        Assert.That(reply.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(Document.Read(await reply.Content.ReadAsStringAsync()).KeysTo, Is.Not.Null);
    }

    [Test]
    public async Task What_a_header_says_of_the_address_is_nothing_to_a_signature()
    {
        using var lying = await Post("/phone/inbound", sign: true, request => request.Headers.Host = "evil.test");
        Assert.That(lying.StatusCode, Is.EqualTo(HttpStatusCode.OK), "signed over the address that the provider was told");
        using var forwarded = await Post("/phone/inbound", sign: true, request => request.Headers.Add("X-Forwarded-Proto", "https"));
        Assert.That(forwarded.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    // A thousand megabytes are announced and none is sent: whoever reads first would wait for them.
    [Test]
    public async Task A_body_that_is_announced_as_too_large_is_refused_before_it_comes()
    {
        var target = http.BaseAddress!;
        using var socket = new TcpClient(target.Host, target.Port);
        await using var stream = socket.GetStream();
        var head =
            $"POST /phone/inbound HTTP/1.1\r\nHost: {target.Authority}\r\nContent-Type: application/x-www-form-urlencoded\r\n"
            + $"X-Twilio-Signature: {Sign("/phone/inbound")}\r\nContent-Length: 1000000000\r\n\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head));
        using var reader = new StreamReader(stream);
        Assert.That(await reader.ReadLineAsync(), Does.Contain("403"));
    }

    [Test]
    public async Task The_self_check_comes_through()
    {
        Assert.That(await server.Get<SelfCheck>().RunOnce(), server.Get<SelfCheck>().Wrong);
        Assert.That(server.Get<SelfCheck>().Wrong, Is.Null);
        Assert.That(server.Log.Errors, Is.Empty);
    }

    [Test]
    public async Task The_self_check_says_when_another_token_is_in_force_where_the_address_leads()
    {
        await using var other = await RunningServer.Start(
            ("Provider:PublicUrl", http.BaseAddress!.ToString()),
            ("Provider:AuthToken", "another0token0another0token0abcd")
        );
        Assert.That(await other.Get<SelfCheck>().RunOnce(), Is.False);
        Assert.That(await other.Get<SelfCheck>().RunOnce(), Is.False);
        Assert.That(other.Get<SelfCheck>().Wrong, Does.StartWith("is refused: 403.").And.Contain("Provider:AuthToken"));
        Assert.That(other.Log.Errors.Count(), Is.EqualTo(1), "said once");
        Assert.That(other.Log.Errors.Single(), Does.Contain($"{http.BaseAddress}phone/self-check").And.Not.Contain("another0token"));
    }

    [Test]
    public async Task The_self_check_says_when_nobody_is_there()
    {
        await using var lonely = await RunningServer.Start(("Provider:PublicUrl", "http://127.0.0.1:9"));
        Assert.That(await lonely.Get<SelfCheck>().RunOnce(), Is.False);
        Assert.That(lonely.Get<SelfCheck>().Wrong, Does.StartWith("does not arrive (ConnectionError)."));
    }

    [Test]
    public async Task The_self_check_says_when_no_answer_comes()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        await using var waiting = await RunningServer.Start(("Provider:PublicUrl", $"http://{silent.LocalEndpoint}"));
        var asking = waiting.Get<SelfCheck>().RunOnce();
        using var taken = await silent.AcceptTcpClientAsync();
        await Soon.Holds(() => waiting.Time.NextDue is not null, "it waits, but not for ever");
        waiting.Time.Advance(TimeSpan.FromSeconds(5));
        Assert.That(await asking, Is.False);
        Assert.That(waiting.Get<SelfCheck>().Wrong, Does.StartWith("is not answered within 5 s."));
    }

    [Test]
    public async Task The_self_check_touches_no_database()
    {
        File.Move(server.DatabaseFile, server.DatabaseFile + ".away");
        Assert.That(await server.Get<SelfCheck>().RunOnce());
        File.Move(server.DatabaseFile + ".away", server.DatabaseFile);
    }

    [Test]
    public async Task Only_a_named_proxy_is_believed_about_who_asks()
    {
        using (await Post("/phone/inbound", sign: false, request => request.Headers.Add("X-Forwarded-For", "203.0.113.7"))) { }
        Assert.That(
            server.Log.All.Single(line => line.Contains("did not sign")),
            Does.Contain("from 127.0.0.1").And.Not.Contain("203.0.113.7")
        );

        await Stop();
        await Start([("Proxies:0", "127.0.0.1")]);
        using (await Post("/phone/inbound", sign: false, request => request.Headers.Add("X-Forwarded-For", "203.0.113.7"))) { }
        Assert.That(server.Log.All.Single(line => line.Contains("did not sign")), Does.Contain("from 203.0.113.7"));

        await Stop();
        await Start([("Proxies:0", "10.0.0.7")]);
        using (await Post("/phone/inbound", sign: false, request => request.Headers.Add("X-Forwarded-For", "203.0.113.7"))) { }
        Assert.That(server.Log.All.Single(line => line.Contains("did not sign")), Does.Contain("from 127.0.0.1"));
    }

    [Test]
    public void A_proxy_that_is_no_address_stops_the_start() =>
        Assert.That(
            () => RunningServer.Start(("Proxies:0", "proxy.internal")),
            Throws.InvalidOperationException.With.Message.EqualTo(
                "Proxies holds \"proxy.internal\". It may hold IP addresses, such as 10.0.0.7."
            )
        );

    private async Task Start((string, string?)[] changes)
    {
        server = await RunningServer.OverHttp(changes);
        http = new() { BaseAddress = new(server.App.Services.GetRequiredService<IConfiguration>()["urls"]!) };
    }

    private async Task<HttpResponseMessage> Post(string path, bool sign, Action<HttpRequestMessage>? change = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(http.BaseAddress!.OriginalString + path))
        {
            Content = new FormUrlEncodedContent(Arrival.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        };
        if (sign)
        {
            request.Headers.Add("X-Twilio-Signature", Sign(path, Arrival));
        }
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("TwilioProxy", "1.1"));
        change?.Invoke(request);
        return await http.SendAsync(request);
    }

    private string Sign(string path, params (string Name, string Value)[] form) =>
        SigningProvider.Sign(http.BaseAddress!.OriginalString + path, form);

    private static readonly (string Name, string Value)[] Arrival =
    [
        ("CallSid", "CA00000000000000000000000000000001"),
        ("From", TestCall.CallerNumber),
        ("To", Population.National),
    ];
}
