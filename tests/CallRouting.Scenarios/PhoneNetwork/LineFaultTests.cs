using static CallRouting.Scenarios.PhoneNetwork.NetworkWorld;

namespace CallRouting.Scenarios.PhoneNetwork;

/// <summary>Contract §8, telephony: what no hand could time, and what nobody's hand is in.</summary>
[Parallelizable(ParallelScope.All)]
public class LineFaultTests
{
    private const string Room =
        """<Dial action="/left"><Conference statusCallback="/room" statusCallbackEvent="start end join leave">r</Conference></Dial>""";

    private static IEnumerable<string> Reports(NetworkWorld world) => world.Product.AskedAt("/status").Select(asked => asked["CallStatus"]);

    private static IEnumerable<string> RoomReports(NetworkWorld world) =>
        world.Product.AskedAt("/room").Select(asked => asked["StatusCallbackEvent"]);

    [Test]
    public async Task An_answer_may_cross_the_ending_and_both_are_reported()
    {
        await using var world = new NetworkWorld();
        var sid = await world.Calls(Officer);
        world.Plan.Once("glare", Officer);
        Assert.That((await world.Post($"Calls/{sid}.json", ("Status", "completed"))).Status, Is.EqualTo(200));
        Assert.That(Reports(world), Is.EqualTo(["initiated", "ringing", "in-progress", "completed"]));
        Assert.That((await world.Phones.Look(Officer)).State, Is.EqualTo("idle"));
    }

    [Test]
    public async Task An_answer_that_crosses_a_cancelling_wins_and_the_call_goes_on()
    {
        await using var world = new NetworkWorld();
        world.Product.Says("/screen", """<Pause length="30"/>""");
        var sid = await world.Calls(Officer);
        world.Plan.Once("glare");
        await world.Post($"Calls/{sid}.json", ("Status", "canceled"));
        Assert.That(Reports(world), Is.EqualTo(["initiated", "ringing", "in-progress"]));
        Assert.That(world.Product.AskedAt("/screen"), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task An_officer_may_hang_up_between_the_key_and_the_room()
    {
        await using var world = new NetworkWorld();
        world.Product.Says("/screen", """<Gather numDigits="1" action="/keys"/>""").Says("/keys", Room);
        await world.Calls(Officer);
        await world.Answers(Officer);
        world.Plan.Once("hang-up-before-room");
        await world.Presses(Officer, "1");
        Assert.That(world.Product.AskedAt("/keys"), Has.Count.EqualTo(1), "the key was taken");
        Assert.That(RoomReports(world), Is.Empty, "nobody entered");
        Assert.That(Reports(world).Last(), Is.EqualTo("completed"));
    }

    [Test]
    public async Task A_room_may_end_as_somebody_enters_and_the_newcomer_is_alone_in_another()
    {
        await using var world = new NetworkWorld();
        world.Product.Says("/screen", Room).Says("/left", """<Pause length="60"/>""");
        await world.Calls(Officer);
        await world.Answers(Officer);
        await world.Calls(Backup);
        world.Plan.Once("room-ends-on-entry");
        await world.Answers(Backup);
        Assert.That(RoomReports(world), Is.EqualTo(["participant-join", "participant-leave", "conference-end", "participant-join"]));
        Assert.That(world.Product.AskedAt("/room").Select(asked => asked["ConferenceSid"]).Distinct().Count(), Is.EqualTo(2));
        Assert.That(world.Product.AskedAt("/left"), Has.Count.EqualTo(1), "the first goes on with its action");
        Assert.That((await world.CallOf(Backup)).TalkingWith, Is.Empty);
    }

    [Test]
    public async Task A_line_may_be_cut_within_two_minutes()
    {
        await using var world = new NetworkWorld();
        world.Product.Says("/voice", """<Say>Hei</Say><Pause length="600"/>""");
        world.Plan.Once("line-cut", Caller);
        await world.Dials();
        await world.Passes(120);
        Assert.That((await world.Phones.Look(Caller)).State, Is.EqualTo("idle"));
        Assert.That(world.Product.AskedAt("/number-status").Single()["CallStatus"], Is.EqualTo("completed"));
        await world.Dials();
        await world.Passes(120);
        Assert.That((await world.Phones.Look(Caller)).State, Is.EqualTo("inCall"), "it was an order for one call");
    }
}
