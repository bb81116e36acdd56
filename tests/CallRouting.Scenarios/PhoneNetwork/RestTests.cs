using System.Net.Http.Headers;
using static CallRouting.Scenarios.PhoneNetwork.NetworkWorld;

namespace CallRouting.Scenarios.PhoneNetwork;

/// <summary>Contract §1: the REST API's shapes.</summary>
[Parallelizable(ParallelScope.All)]
public class RestTests
{
    [TestCase("Bearer", "x")]
    [TestCase("Basic", "QUMxOndyb25n")]
    [TestCase("Basic", "%%%")]
    public async Task Who_is_not_the_account_is_turned_away(string scheme, string parameter)
    {
        await using var world = new NetworkWorld();
        world.Rest.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(scheme, parameter);
        var (status, error) = await world.Get("Calls.json");
        Assert.That((status, error.GetProperty("code").GetInt32()), Is.EqualTo((401, 20003)));
    }

    [Test]
    public async Task A_foreign_account_in_the_path_is_turned_away()
    {
        await using var world = new NetworkWorld();
        Assert.That((await world.Get("/2010-04-01/Accounts/AC00000000000000000000000000000002/Calls.json")).Status, Is.EqualTo(401));
    }

    [Test]
    public async Task A_fresh_call_is_queued_and_has_no_times()
    {
        await using var world = new NetworkWorld();
        var (status, call) = await world.Post("Calls.json", ("To", Officer), ("From", National), ("Url", "http://product.test/screen"));
        Assert.That(status, Is.EqualTo(201));
        Assert.That(call.GetProperty("status").GetString(), Is.EqualTo("queued"));
        Assert.That(call.GetProperty("direction").GetString(), Is.EqualTo("outbound-api"));
        Assert.That(call.GetProperty("start_time").GetString(), Is.Null);
        Assert.That(call.GetProperty("duration").GetString(), Is.Null);
        Assert.That(call.GetProperty("date_created").GetString(), Is.EqualTo("Wed, 18 Nov 2026 09:00:00 +0000"));
        Assert.That(
            call.GetProperty("uri").GetString(),
            Is.EqualTo($"/2010-04-01/Accounts/{Account}/Calls/{call.GetProperty("sid").GetString()}.json")
        );
    }

    [Test]
    public async Task A_call_is_shown_through_its_life()
    {
        await using var world = new NetworkWorld();
        world.Product.Says("/screen", """<Pause length="60"/>""");
        var sid = await world.Calls(Officer);
        Assert.That((await world.Get($"Calls/{sid}.json")).Body.GetProperty("status").GetString(), Is.EqualTo("ringing"));
        await world.Answers(Officer);
        await world.Passes(61);
        var (_, call) = await world.Get($"Calls/{sid}.json");
        Assert.That((call.GetProperty("status").GetString(), call.GetProperty("duration").GetString()), Is.EqualTo(("completed", "60")));
        Assert.That(await world.Delete($"Calls/{sid}.json"), Is.EqualTo(204));
        Assert.That((await world.Get($"Calls/{sid}.json")).Status, Is.EqualTo(404));
    }

    [Test]
    public async Task Calls_are_found_by_number_status_and_day()
    {
        await using var world = new NetworkWorld();
        world.Product.Says("/voice", """<Pause length="600"/>""").Says("/screen", "<Hangup/>");
        await world.Dials();
        await world.Calls(Officer);
        await world.Calls(Backup);
        async Task<int> Count(string query) => (await world.Get("Calls.json?" + query)).Body.GetProperty("calls").GetArrayLength();
        Assert.That(await Count(""), Is.EqualTo(3));
        Assert.That(await Count("To=%2B4710000002&Status=ringing"), Is.EqualTo(1));
        Assert.That(await Count("Status=completed"), Is.Zero);
        Assert.That(await Count("StartTime%3E=2026-11-18"), Is.EqualTo(3));
        Assert.That(await Count("StartTime%3E=2026-11-19"), Is.Zero);
        Assert.That(await Count("ParentCallSid=CA00000000000000000000000000000001"), Is.Zero);
        Assert.That((await world.Get("Calls.json?Colour=blue")).Body.GetProperty("code").GetInt32(), Is.EqualTo(20001));
    }

    [Test]
    public async Task A_list_is_read_page_by_page_through_its_links()
    {
        await using var world = new NetworkWorld();
        for (var i = 0; i < 5; i++)
            await world.Post("Messages.json", ("To", Officer), ("From", National), ("Body", $"Melding {i}"));
        var bodies = new List<string?>();
        var next = $"/2010-04-01/Accounts/{Account}/Messages.json?To={Uri.EscapeDataString(Officer)}&PageSize=2";
        while (next is not null)
        {
            var (_, page) = await world.Get(next);
            bodies.AddRange(page.GetProperty("messages").EnumerateArray().Select(message => message.GetProperty("body").GetString()));
            next = page.GetProperty("next_page_uri").GetString();
        }
        Assert.That(bodies, Is.EqualTo(Enumerable.Range(0, 5).Reverse().Select(i => $"Melding {i}")));
        Assert.That((await world.Get("Messages.json?PageToken=PAxx")).Body.GetProperty("code").GetInt32(), Is.EqualTo(21481));
    }

    [Test]
    public async Task A_message_reaches_the_inbox_and_is_reported()
    {
        await using var world = new NetworkWorld();
        var (status, message) = await world.Post(
            "Messages.json",
            ("To", Officer),
            ("From", National),
            ("Body", "Du har vakt nå: æøå"),
            ("StatusCallback", "http://product.test/sms")
        );
        Assert.That(
            (status, message.GetProperty("status").GetString(), message.GetProperty("num_segments").GetString()),
            Is.EqualTo((201, "queued", "1"))
        );
        Assert.That((await world.Phones.Look(Officer)).Sms.Single().Body, Is.EqualTo("Du har vakt nå: æøå"));
        Assert.That(world.Product.AskedAt("/sms").Select(asked => asked["MessageStatus"]), Is.EqualTo(["sent", "delivered"]));
        await world.Post(
            "Messages.json",
            ("To", "+4719999999"),
            ("From", "Nav"),
            ("Body", "x"),
            ("StatusCallback", "http://product.test/sms")
        );
        Assert.That(world.Product.AskedAt("/sms")[^1]["ErrorCode"], Is.EqualTo("30003"));
    }

    [TestCase("Body", "", 21602)]
    [TestCase("To", "", 21604)]
    [TestCase("From", "+4722334455", 21606)]
    [TestCase("MediaUrl", "http://x.test/a.png", 20001)]
    public async Task A_message_that_cannot_be_sent_is_refused(string name, string value, int code)
    {
        await using var world = new NetworkWorld();
        var fields = new Dictionary<string, string>
        {
            ["To"] = Officer,
            ["From"] = National,
            ["Body"] = "Hei",
            [name] = value,
        };
        var (_, error) = await world.Post("Messages.json", fields.Select(f => (f.Key, f.Value)).ToArray());
        Assert.That(error.GetProperty("code").GetInt32(), Is.EqualTo(code));
    }

    [Test]
    public async Task A_text_of_other_letters_than_GSMs_fits_70_in_a_message()
    {
        await using var world = new NetworkWorld();
        async Task<string?> Segments(string body) =>
            (await world.Post("Messages.json", ("To", Officer), ("From", National), ("Body", body)))
                .Body.GetProperty("num_segments")
                .GetString();
        Assert.That(await Segments(new string('ø', 160)), Is.EqualTo("1"));
        Assert.That(await Segments(new string('ø', 161)), Is.EqualTo("2"));
        Assert.That(await Segments(new string('š', 71)), Is.EqualTo("2"));
    }

    [Test]
    public async Task A_number_tells_and_takes_its_addresses()
    {
        await using var world = new NetworkWorld();
        var (_, list) = await world.Get("IncomingPhoneNumbers.json?PhoneNumber=%2B4755553333");
        var number = list.GetProperty("incoming_phone_numbers")[0];
        Assert.That(number.GetProperty("voice_url").GetString(), Is.EqualTo("http://product.test/voice"));
        Assert.That(number.GetProperty("status_callback").GetString(), Is.EqualTo("http://product.test/number-status"));
        var path = $"IncomingPhoneNumbers/{number.GetProperty("sid").GetString()}.json";
        await world.Post(path, ("VoiceUrl", "http://product.test/other"), ("StatusCallback", ""));
        world.Product.Says("/other", "<Hangup/>");
        await world.Dials();
        Assert.That(world.Product.Asked.Select(asked => asked.Path), Is.EqualTo(["/other"]));
        Assert.That((await world.Post(path, ("VoiceUrl", "nowhere"))).Body.GetProperty("code").GetInt32(), Is.EqualTo(21402));
        Assert.That(
            (await world.Post(path, ("SmsFallbackUrl", "http://product.test/sms"))).Body.GetProperty("code").GetInt32(),
            Is.EqualTo(20001)
        );
    }
}
