using CallRouting.PhoneNetwork.Webhooks;
using static CallRouting.Scenarios.PhoneNetwork.NetworkWorld;

namespace CallRouting.Scenarios.PhoneNetwork;

/// <summary>Contract §4: the vectors were computed with the provider's own library.</summary>
public class SignatureTests
{
    private static readonly KeyValuePair<string, string>[] V1 =
    [
        new("CallSid", "CA00000000000000000000000000000001"),
        new("AccountSid", "AC00000000000000000000000000000001"),
        new("From", "+4722334455"),
        new("To", "+4799887766"),
        new("CallStatus", "ringing"),
        new("ApiVersion", "2010-04-01"),
        new("Direction", "inbound"),
        new("CallerName", "Åse Øst & Sønn"),
        new("FromCity", ""),
        new("Digits", "1 #"),
    ];

    private static readonly KeyValuePair<string, string>[] V5 =
    [
        new("CallSid", "CA00000000000000000000000000000001"),
        new("CallStatus", "completed"),
    ];

    private static readonly KeyValuePair<string, string>[] Published =
    [
        new("Digits", "1234"),
        new("To", "+18005551212"),
        new("From", "+14158675310"),
        new("Caller", "+14158675310"),
        new("CallSid", "CA1234567890ABCDE"),
    ];

    [Test]
    public void V1_a_form_with_a_query_UTF8_an_empty_value_and_blanks() =>
        Assert.That(
            Signature.Sign(Token, "https://pbx.example.test/twilio/voice/inbound?tenant=42&lang=nb-NO", V1),
            Is.EqualTo("5i5IeQgfQP4OxjeqsU6dMW+ufE8=")
        );

    [TestCase(
        "https://pbx.example.test/twilio/voice/hold?CallSid=CA00000000000000000000000000000001&From=%2B4722334455&CallStatus=in-progress",
        "XOrbHtScagakuzApa8TvQn5mZ7A=",
        TestName = "V2_a_GET_with_a_percent_encoded_query"
    )]
    [TestCase(
        "https://pbx.example.test/twilio/events?bodySHA256=9239c422a41b555493841e492401a13c6081045f49bd7223f575c7e1f7d86f7f",
        "SWkTxsPVy/R7n0OSR5fkPhH+bDs=",
        TestName = "V3_a_JSON_body_named_by_its_hash"
    )]
    public void Without_a_form(string url, string signature) => Assert.That(Signature.Sign(Token, url, []), Is.EqualTo(signature));

    [Test]
    public void V4_repeated_names_count_once_per_value_in_ordinal_order()
    {
        KeyValuePair<string, string>[] form =
        [
            new("StatusCallbackEvent", "b"),
            new("StatusCallbackEvent", "a"),
            new("StatusCallbackEvent", "b"),
            new("a", "lower"),
            new("Z", "upper"),
        ];
        Assert.That(Signature.Sign(Token, "https://pbx.example.test/twilio/status", form), Is.EqualTo("xkwAF7D5TIOd5F8mHCvhi59OVz0="));
    }

    [TestCase("http://127.0.0.1:5080/twilio/status", "dmb7uZblRCqXO4qWCeLcCF18ErQ=")]
    [TestCase("http://127.0.0.1/twilio/status", "qNVLy5K7LwBI4DlSKZr9WmPSxX0=")]
    [TestCase("https://pbx.example.test/twilio/status", "L4T9kwcAuuhPRi+cWw6IBnafR3g=")]
    [TestCase("https://pbx.example.test:443/twilio/status", "CdWZPwclrZSx3efRangpHOMHRRM=")]
    [TestCase("https://pbx.example.test:8443/twilio/status", "s1e75QKE5QkojR0WpHJ4qLFHZMI=")]
    [TestCase("https://user:secret@pbx.example.test/twilio/status#rc=2", "L4T9kwcAuuhPRi+cWw6IBnafR3g=")]
    public void V5_the_url_is_signed_as_written_without_user_and_fragment(string url, string signature) =>
        Assert.That(Signature.Sign(Token, url, V5), Is.EqualTo(signature));

    [Test]
    public void The_published_example_is_reproduced() =>
        Assert.That(
            Signature.Sign("12345", "https://example.com/myapp.php?foo=1&bar=2", Published),
            Is.EqualTo("L/OH5YylLD5NRKLltdqwSvS0BnU=")
        );

    [TestCase("https://pbx.example.test:8443/a?b=1", "https://pbx.example.test/a?b=1")]
    [TestCase("https://pbx.example.test", "https://pbx.example.test")]
    [TestCase("http://127.0.0.1:5080/a", "http://127.0.0.1:5080/a")]
    public void An_https_port_is_left_out_and_an_http_port_kept(string configured, string signed) =>
        Assert.That(Signature.WithoutHttpsPort(configured), Is.EqualTo(signed));

    [Test]
    public async Task A_webhook_carries_the_providers_headers_and_a_signature_of_what_was_sent()
    {
        await using var world = new NetworkWorld(("VoiceUrl", "http://product.test:5080/voice?name=%C3%85se's%2Bx#rc=2"));
        world.Product.Says("/voice", "<Hangup/>");
        await world.Dials();

        var asked = world.Product.AskedAt("/voice").Single();
        Assert.That(asked.RawTarget, Does.EndWith("/voice?name=%C3%85se's%2Bx"));
        Assert.That(
            asked.Headers["X-Twilio-Signature"].ToString(),
            Is.EqualTo(Signature.Sign(Token, "http://product.test:5080/voice?name=%C3%85se's%2Bx", asked.Fields))
        );
        Assert.That(asked.Headers.ContentType.ToString(), Is.EqualTo("application/x-www-form-urlencoded; charset=UTF-8"));
        Assert.That(asked.Headers.UserAgent.ToString(), Is.EqualTo("TwilioProxy/1.1"));
        Assert.That(Guid.TryParse(asked.Headers["I-Twilio-Idempotency-Token"], out _));
        Assert.That(asked.Headers["X-Home-Region"].ToString(), Is.EqualTo("us1"));
    }

    [Test]
    public async Task A_GET_webhook_carries_its_fields_in_the_signed_query()
    {
        await using var world = new NetworkWorld();
        world.Product.Says("/voice", """<Redirect method="GET">/second?step=2</Redirect>""").Says("/second", "<Hangup/>");
        await world.Dials();

        var asked = world.Product.AskedAt("/second").Single();
        Assert.That(asked.Method, Is.EqualTo("GET"));
        Assert.That(asked["CallSid"], Does.StartWith("CA"));
        Assert.That(asked["FromCity"], Is.Empty);
        Assert.That(asked.RawTarget, Does.Contain("step=2&").And.Contains("From=%2B4710000001"));
        var query = asked.RawTarget[asked.RawTarget.IndexOf("/second", StringComparison.Ordinal)..];
        Assert.That(asked.Headers["X-Twilio-Signature"].ToString(), Is.EqualTo(Signature.Sign(Token, "http://product.test" + query, [])));
    }
}
