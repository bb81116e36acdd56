using CallRouting.Server.Telephony;

namespace CallRouting.Server.Tests.Telephony;

/// <summary>The contract's vectors (§4.3), equal to what the provider's own libraries compute.</summary>
public sealed class SignatureTests
{
    private const string Token = "sim0authtoken0sim0authtoken0abcd";
    private const string Call = "CA00000000000000000000000000000001";

    private static readonly KeyValuePair<string, string>[] Completed = Form(("CallSid", Call), ("CallStatus", "completed"));

    [Test]
    public void V1_a_form_with_a_query_other_letters_an_empty_value_and_a_hash()
    {
        var form = Form(
            ("CallSid", Call),
            ("AccountSid", "AC00000000000000000000000000000001"),
            ("From", "+4722334455"),
            ("To", "+4799887766"),
            ("CallStatus", "ringing"),
            ("ApiVersion", "2010-04-01"),
            ("Direction", "inbound"),
            ("CallerName", "Åse Øst & Sønn"),
            ("FromCity", ""),
            ("Digits", "1 #")
        );
        Expect("5i5IeQgfQP4OxjeqsU6dMW+ufE8=", "https://pbx.example.test/twilio/voice/inbound?tenant=42&lang=nb-NO", form);
    }

    [Test]
    public void V2_a_query_stays_as_it_was_encoded() =>
        Expect(
            "XOrbHtScagakuzApa8TvQn5mZ7A=",
            $"https://pbx.example.test/twilio/voice/hold?CallSid={Call}&From=%2B4722334455&CallStatus=in-progress",
            []
        );

    [Test]
    public void V3_a_body_that_is_no_form_is_not_in_the_signature() =>
        Expect(
            "SWkTxsPVy/R7n0OSR5fkPhH+bDs=",
            "https://pbx.example.test/twilio/events?bodySHA256=9239c422a41b555493841e492401a13c6081045f49bd7223f575c7e1f7d86f7f",
            []
        );

    [Test]
    public void V4_names_are_sorted_upper_case_first_and_repeated_values_once_each_in_order() =>
        Expect(
            "xkwAF7D5TIOd5F8mHCvhi59OVz0=",
            "https://pbx.example.test/twilio/status",
            Form(("a", "lower"), ("StatusCallbackEvent", "b"), ("StatusCallbackEvent", "a"), ("StatusCallbackEvent", "b"), ("Z", "upper"))
        );

    [TestCase("http://127.0.0.1:5080/twilio/status", "dmb7uZblRCqXO4qWCeLcCF18ErQ=")]
    [TestCase("http://127.0.0.1/twilio/status", "qNVLy5K7LwBI4DlSKZr9WmPSxX0=")]
    [TestCase("https://pbx.example.test/twilio/status", "L4T9kwcAuuhPRi+cWw6IBnafR3g=")]
    [TestCase("https://pbx.example.test:443/twilio/status", "CdWZPwclrZSx3efRangpHOMHRRM=")]
    [TestCase("https://pbx.example.test:8443/twilio/status", "s1e75QKE5QkojR0WpHJ4qLFHZMI=")]
    public void V5_each_way_to_write_a_port_has_a_signature_of_its_own(string url, string signature) => Expect(signature, url, Completed);

    [TestCase("https://pbx.example.test:8443/twilio/status", "L4T9kwcAuuhPRi+cWw6IBnafR3g=", true, Description = "signed without the port")]
    [TestCase("https://pbx.example.test/twilio/status", "CdWZPwclrZSx3efRangpHOMHRRM=", true, Description = "signed with the default port")]
    [TestCase("http://127.0.0.1/twilio/status", "dmb7uZblRCqXO4qWCeLcCF18ErQ=", false, Description = "another port over http")]
    [TestCase("http://127.0.0.1:5080/twilio/status", "qNVLy5K7LwBI4DlSKZr9WmPSxX0=", false, Description = "http keeps its port")]
    [TestCase("https://pbx.example.test/twilio/status", "s1e75QKE5QkojR0WpHJ4qLFHZMI=", false, Description = "a port that we do not have")]
    public void V5_the_provider_is_not_consistent_about_ports_and_we_bear_with_it(string url, string given, bool good) =>
        Assert.That(Signature.IsValid(given, url, Completed, [Token]), Is.EqualTo(good));

    [TestCase("+14158675310", "https://example.com/myapp.php?foo=1&bar=2", "L/OH5YylLD5NRKLltdqwSvS0BnU=")]
    [TestCase("+14158675309", "https://mycompany.com/myapp.php?foo=1&bar=2", "RSOYDt4T1cUTdK1PDd93/VVr8B8=")]
    public void The_published_vectors(string from, string url, string signature)
    {
        var form = Form(("Digits", "1234"), ("To", "+18005551212"), ("From", from), ("Caller", from), ("CallSid", "CA1234567890ABCDE"));
        Assert.That(Signature.Of(url, form, "12345"), Is.EqualTo(signature));
    }

    [Test]
    public void Blanks_at_the_ends_of_a_value_are_signed() =>
        Assert.That(
            Signature.Of("https://a.test/", Form(("Body", " x ")), Token),
            Is.Not.EqualTo(Signature.Of("https://a.test/", Form(("Body", "x")), Token))
        );

    [TestCase("https://a.test")]
    [TestCase("https://[::1]:5080/x")]
    [TestCase("http://a.test?q=1:2/3")]
    public void An_odd_address_is_checked_without_a_fault(string url) =>
        Assert.That(Signature.IsValid(Signature.Of(url, Completed, Token), url, Completed, [Token]));

    [Test]
    public void An_empty_token_signs_nothing() =>
        Assert.That(Signature.IsValid(Signature.Of("https://a.test/", Completed, ""), "https://a.test/", Completed, ["", ""]), Is.False);

    private static void Expect(string signature, string url, KeyValuePair<string, string>[] form)
    {
        Assert.That(Signature.Of(url, form, Token), Is.EqualTo(signature));
        Assert.That(Signature.IsValid(signature, url, form, ["another", Token]));
        Assert.That(Signature.IsValid(signature, url + "x", form, [Token]), Is.False);
    }

    private static KeyValuePair<string, string>[] Form(params (string Name, string Value)[] fields) =>
        [.. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))];
}
