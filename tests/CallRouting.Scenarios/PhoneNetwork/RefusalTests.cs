using static CallRouting.Scenarios.PhoneNetwork.NetworkWorld;

namespace CallRouting.Scenarios.PhoneNetwork;

/// <summary>What the product never sends, or the provider would not take, is refused aloud (contract §1.4, §8; issue 2, point 8).</summary>
[Parallelizable(ParallelScope.All)]
public class RefusalTests
{
    [TestCase("<Record/>", 12200, "refuses the verb")]
    [TestCase("<Enqueue>support</Enqueue>", 12200, "refuses the verb")]
    [TestCase("<say>small letters</say>", 12200, "refuses the verb")]
    [TestCase("<Dial><Sip>sip:a@b</Sip></Dial>", 12200, "every noun but one Conference")]
    [TestCase("<Gather><Redirect>/x</Redirect></Gather>", 13320, "only Say, Play without digits and Pause")]
    [TestCase("""<Say language="nn-NO">Hei</Say>""", 13512, "Read nynorsk with nb-NO")]
    [TestCase("""<Say voice="Polly.Amy" language="nb-NO">Hei</Say>""", 13511, "does not speak nb-NO")]
    [TestCase("<Say>Hei <break/></Say>", 12200, "SSML")]
    [TestCase("<Play/>", 13420, "no address")]
    [TestCase("<Dial><Conference/></Dial>", 13237, "1 to 128 characters")]
    [TestCase("""<Dial><Conference participantLabel="a/b">r</Conference></Dial>""", 16023, "slash")]
    public async Task A_document_that_cannot_run_says_where_and_why(string verbs, int code, string why)
    {
        await using var world = new NetworkWorld();
        world.Product.Says("/voice", verbs);
        await world.Dials();
        var complaint = (await world.Phones.Complaints()).Single();
        Assert.That(complaint.Code, Is.EqualTo(code));
        Assert.That(complaint.Message, Does.Contain(why).And.Contain("line 1"));
        Assert.That(complaint.Url, Is.EqualTo("http://product.test/voice"));
    }

    [TestCase("""<Gather timeout="0"/><Pause/>""", 13313)]
    [TestCase("""<Gather finishOnKey="12"/><Pause/>""", 13310)]
    [TestCase("""<Gather numDigits="x"/><Pause/>""", 13314)]
    [TestCase("""<Gather input="speech"/><Pause/>""", 12200)]
    [TestCase("""<Gather hints="ja, nei"/><Pause/>""", 12200)]
    [TestCase("""<Pause length="-1"/>""", 13910)]
    [TestCase("""<Redirect method="PUT">/second</Redirect>""", 13710)]
    [TestCase("""<Dial timeout="30"><Conference beep="false" waitUrl="">r</Conference></Dial>""", 12200)]
    [TestCase("""<Dial><Conference beep="maybe" waitUrl="">r</Conference></Dial>""", 13235)]
    [TestCase("""<Dial><Conference beep="false" waitUrl="" record="record-from-start">r</Conference></Dial>""", 12200)]
    [TestCase("""<Dial><Conference beep="false" waitUrl="" statusCallbackEvent="begin">r</Conference></Dial>""", 12200)]
    public async Task A_wrong_or_strange_attribute_is_told_and_the_call_goes_on(string verbs, int code)
    {
        await using var world = new NetworkWorld();
        world.Product.Says("/voice", verbs).Says("/second", """<Pause length="60"/>""");
        await world.Dials();
        Assert.That(await world.Complaints(), Is.EqualTo([code]));
        Assert.That((await world.Phones.Look(Caller)).State, Is.EqualTo("inCall"));
    }

    [TestCase("To", null, 21201)]
    [TestCase("To", "12345678", 21211)]
    [TestCase("To", "client:agent-7", 21211)]
    [TestCase("From", null, 21213)]
    [TestCase("From", "Nav", 21212)]
    [TestCase("From", "+4722334455", 21210)]
    [TestCase("Url", null, 21205)]
    [TestCase("Url", "/screen", 21205)]
    [TestCase("Url", "http://my_host.test/screen", 21205)]
    [TestCase("Timeout", "601", 21208)]
    [TestCase("Method", "PUT", 21209)]
    [TestCase("StatusCallback", "not-an-url", 21609)]
    [TestCase("StatusCallbackEvent", "busy", 21626)]
    [TestCase("Record", "true", 20001)]
    [TestCase("MachineDetection", "Enable", 20001)]
    public async Task A_call_that_cannot_be_made_is_refused_with_the_providers_code(string name, string? value, int code)
    {
        await using var world = new NetworkWorld();
        var fields = new Dictionary<string, string?>
        {
            ["To"] = Officer,
            ["From"] = National,
            ["Url"] = "http://product.test/screen",
            [name] = value,
        };
        var (status, error) = await world.Post(
            "Calls.json",
            fields.Where(f => f.Value is not null).Select(f => (f.Key, f.Value!)).ToArray()
        );
        Assert.That((status, error.GetProperty("code").GetInt32()), Is.EqualTo((400, code)));
        Assert.That(error.GetProperty("status").GetInt32(), Is.EqualTo(400));
        Assert.That(error.GetProperty("more_info").GetString(), Does.EndWith($"/errors/{code}"));
        Assert.That((await world.Phones.Look(Officer)).State, Is.EqualTo("idle"));
        Assert.That(await world.Complaints(), code == 20001 ? Is.EqualTo([20001]) : Is.Empty);
    }

    [Test]
    public async Task Inline_documents_run_up_to_4000_characters_and_need_absolute_addresses()
    {
        await using var world = new NetworkWorld();
        (string, string)[] Call(string twiml) => [("To", Officer), ("From", National), ("Twiml", twiml)];
        var (_, tooLong) = await world.Post("Calls.json", Call($"<Response><Say>{new string('x', 4000)}</Say></Response>"));
        Assert.That(tooLong.GetProperty("code").GetInt32(), Is.EqualTo(32018));
        await world.Post("Calls.json", Call("<Response><Say>Kort.</Say><Redirect>/relative</Redirect></Response>"));
        await world.Answers(Officer);
        await world.Passes(2);
        Assert.That((await world.Heard(Officer))[0], Is.EqualTo("Kort."));
        Assert.That(world.Product.AskedAt("/relative"), Is.Empty);
        Assert.That(await world.Complaints(), Is.EqualTo([11100]));
    }

    [Test]
    public async Task With_strict_addresses_loopback_is_refused_as_the_provider_does()
    {
        await using var world = new NetworkWorld(("StrictUrls", "true"));
        (string, string)[] fields = [("To", Officer), ("From", National), ("Url", "http://127.0.0.1:5080/screen")];
        Assert.That((await world.Post("Calls.json", fields)).Body.GetProperty("code").GetInt32(), Is.EqualTo(21205));
    }

    [Test]
    public async Task A_redirect_of_a_call_that_is_not_in_progress_is_refused()
    {
        await using var world = new NetworkWorld();
        var sid = await world.Calls(Officer);
        var (status, error) = await world.Post($"Calls/{sid}.json", ("Url", "http://product.test/next"));
        Assert.That((status, error.GetProperty("code").GetInt32()), Is.EqualTo((400, 21220)));
    }

    [Test]
    public async Task A_request_that_the_product_never_makes_is_named()
    {
        await using var world = new NetworkWorld();
        var (status, error) = await world.Post("Queues.json", ("FriendlyName", "support"));
        Assert.That((status, error.GetProperty("code").GetInt32()), Is.EqualTo((404, 20404)));
        Assert.That(error.GetProperty("message").GetString(), Does.Contain("POST /2010-04-01/Accounts/"));
        Assert.That(await world.Complaints(), Is.EqualTo([20404]));
    }
}
