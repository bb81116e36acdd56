using static CallRouting.Scenarios.PhoneNetwork.NetworkWorld;

namespace CallRouting.Scenarios.PhoneNetwork;

/// <summary>A call to one of the account's own numbers, as a morning check places it: out at one end, in at the other.</summary>
[Parallelizable(ParallelScope.All)]
public class OwnNumberTests
{
    private static NetworkWorld Menu()
    {
        var world = new NetworkWorld();
        world
            .Product.Says("/voice", """<Gather numDigits="1" timeout="10" action="/keys"><Say>Tast 1</Say></Gather><Hangup/>""")
            .Says("/keys", """<Pause length="30"/><Hangup/>""")
            .Says("/check", """<Pause length="60"/>""");
        return world;
    }

    private static Task<string> Calls(NetworkWorld world, params (string, string)[] more) =>
        world.Calls(National, "http://product.test/check", more);

    private static IEnumerable<string> Reports(NetworkWorld world) => world.Product.AskedAt("/status").Select(asked => asked["CallStatus"]);

    [Test]
    public async Task It_arrives_as_an_inbound_call_of_its_own_and_is_answered_when_the_document_speaks()
    {
        await using var world = Menu();
        world.Product.Says("/voice", """<Pause length="2"/><Say>Hei</Say><Pause length="60"/>""");
        var sid = await Calls(world);
        Assert.That(Reports(world), Is.EqualTo(["initiated", "ringing"]));
        var arrived = world.Product.AskedAt("/voice").Single();
        Assert.That((arrived["Direction"], arrived["From"], arrived["To"]), Is.EqualTo(("inbound", National, National)));
        Assert.That(arrived["CallSid"], Is.Not.EqualTo(sid));
        await world.Passes(2);
        Assert.That(Reports(world), Is.EqualTo(["initiated", "ringing", "in-progress"]));
        Assert.That(world.Product.AskedAt("/check").Single()["CallSid"], Is.EqualTo(sid));
        Assert.That((await world.Get("Calls.json?Status=in-progress")).Body.GetProperty("calls").GetArrayLength(), Is.EqualTo(2));
    }

    [Test]
    public async Task Its_keys_are_pressed_at_the_other_end()
    {
        await using var world = Menu();
        await Calls(world, ("SendDigits", "wW1"));
        await world.Passes(1.4);
        Assert.That(world.Product.AskedAt("/keys"), Is.Empty);
        await world.Passes(0.1);
        Assert.That(world.Product.AskedAt("/keys").Single()["Digits"], Is.EqualTo("1"));
    }

    [Test]
    public async Task Its_document_can_press_keys_too()
    {
        await using var world = Menu();
        world.Product.Says("/check", """<Pause length="3"/><Play digits="2"/><Pause length="60"/>""");
        await Calls(world);
        await world.Passes(3);
        Assert.That(world.Product.AskedAt("/keys").Single()["Digits"], Is.EqualTo("2"));
    }

    [Test]
    public async Task When_one_end_is_over_so_is_the_other()
    {
        await using var world = Menu();
        var sid = await Calls(world);
        await world.Post($"Calls/{sid}.json", ("Status", "completed"));
        Assert.That(world.Product.AskedAt("/number-status").Single()["CallStatus"], Is.EqualTo("completed"));
        await Calls(world);
        await world.Passes(20);
        Assert.That(world.Product.AskedAt("/number-status"), Has.Count.EqualTo(2), "nobody pressed, so the document hung up");
        Assert.That(Reports(world).Last(), Is.EqualTo("completed"));
    }

    [TestCase("""<Reject reason="busy"/>""", "busy")]
    [TestCase("<Reject/>", "no-answer")]
    public async Task It_may_be_turned_away(string document, string status)
    {
        await using var world = Menu();
        world.Product.Says("/voice", document);
        await Calls(world);
        Assert.That(Reports(world).Last(), Is.EqualTo(status));
        Assert.That(world.Product.AskedAt("/check"), Is.Empty);
    }

    [Test]
    public async Task It_rings_no_longer_than_its_time_and_then_nobody_is_there()
    {
        await using var world = Menu();
        world.Product.Says("/voice", """<Pause length="100"/><Say>Too late</Say>""");
        await Calls(world);
        await world.Passes(25);
        Assert.That(Reports(world).Last(), Is.EqualTo("no-answer"));
        Assert.That(world.Product.AskedAt("/number-status").Single()["CallStatus"], Is.EqualTo("no-answer"));
    }

    [TestCase("12x")]
    [TestCase("012345678901234567890123456789012")]
    public async Task Keys_that_cannot_be_sent_are_refused(string keys)
    {
        await using var world = Menu();
        var (_, error) = await world.Post(
            "Calls.json",
            ("To", National),
            ("From", National),
            ("Url", "http://x.test/"),
            ("SendDigits", keys)
        );
        Assert.That(error.GetProperty("code").GetInt32(), Is.EqualTo(21206));
    }
}
