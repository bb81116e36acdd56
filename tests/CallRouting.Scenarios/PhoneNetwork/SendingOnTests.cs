using static CallRouting.Scenarios.PhoneNetwork.NetworkWorld;

namespace CallRouting.Scenarios.PhoneNetwork;

/// <summary>Contract §2.5, §2.6: a document dials another number, and the two talk without a room.</summary>
[Parallelizable(ParallelScope.All)]
public class SendingOnTests
{
    private const string Dial =
        $"""<Dial action="/after" method="POST" callerId="{National}" timeout="20"><Number>{Officer}</Number></Dial>""";

    [Test]
    public async Task The_two_talk_and_the_other_end_sees_the_accounts_number()
    {
        await using var world = await Dialled();
        Assert.That((await world.CallOf(Officer)).From, Is.EqualTo(National));
        await world.Answers(Officer);

        Assert.That((await world.CallOf(Caller)).TalkingWith, Is.EqualTo([Officer]));
        Assert.That((await world.CallOf(Officer)).TalkingWith, Is.EqualTo([Caller]));
    }

    [Test]
    public async Task When_the_other_end_hangs_up_the_action_hears_how_long_they_talked_and_the_call_goes_on()
    {
        await using var world = await Dialled();
        await world.Answers(Officer);
        await world.Passes(42);
        await world.HangsUp(Officer);

        var after = world.Product.AskedAt("/after").Single();
        Assert.That((after["DialCallStatus"], after["DialCallDuration"], after["DialBridged"]), Is.EqualTo(("completed", "42", "true")));
        Assert.That(after["DialCallSid"], Does.StartWith("CA").And.Not.EqualTo(after["CallSid"]));
        Assert.That(await world.Heard(Caller), Has.Member("Afterwards."));
    }

    [Test]
    public async Task Nobody_answers_within_the_time_and_the_buffer()
    {
        await using var world = await Dialled();
        await world.Passes(24.9);
        Assert.That(world.Product.AskedAt("/after"), Is.Empty);
        await world.Passes(0.2);
        var after = world.Product.AskedAt("/after").Single();
        Assert.That((after["DialCallStatus"], after["DialBridged"]), Is.EqualTo(("no-answer", "false")));
    }

    [Test]
    public async Task Whoever_declines_is_busy()
    {
        await using var world = await Dialled();
        await world.HangsUp(Officer);
        Assert.That(world.Product.AskedAt("/after").Single()["DialCallStatus"], Is.EqualTo("busy"));
    }

    [Test]
    public async Task A_caller_who_hangs_up_while_it_rings_takes_the_ringing_along()
    {
        await using var world = await Dialled();
        await world.HangsUp(Caller);
        Assert.That((await world.Phones.Look(Officer)).State, Is.EqualTo("idle"));
        Assert.That(world.Product.AskedAt("/after").Single()["DialCallStatus"], Is.EqualTo("canceled"));
    }

    [Test]
    public async Task A_caller_who_hangs_up_ends_the_talk()
    {
        await using var world = await Dialled();
        await world.Answers(Officer);
        await world.HangsUp(Caller);
        Assert.That((await world.Phones.Look(Officer)).State, Is.EqualTo("idle"));
    }

    [TestCase($"<Dial><Number>{Officer}</Number></Dial>", 13214, "the caller's own number")]
    [TestCase($"""<Dial callerId="+4722000000"><Number>{Officer}</Number></Dial>""", 13214, "no number of this account")]
    [TestCase($"""<Dial callerId="{National}"><Number>22 00 00 00</Number></Dial>""", 13223, "expected E.164")]
    [TestCase($"""<Dial callerId="{National}"><Number>{Caller}</Number></Dial>""", 13224, "would ring itself")]
    public async Task What_the_provider_would_not_dial_is_refused_aloud(string verbs, int code, string why)
    {
        await using var world = new NetworkWorld();
        world.Product.Says("/voice", verbs);
        await world.Dials();
        var complaint = (await world.Phones.Complaints()).Single();
        Assert.That(complaint.Code, Is.EqualTo(code));
        Assert.That(complaint.Message, Does.Contain(why));
    }

    private static async Task<NetworkWorld> Dialled()
    {
        var world = new NetworkWorld();
        world.Product.Says("/voice", Dial).Says("/after", "<Say>Afterwards.</Say>");
        await world.Dials();
        return world;
    }
}
