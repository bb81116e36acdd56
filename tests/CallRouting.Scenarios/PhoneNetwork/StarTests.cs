using static CallRouting.Scenarios.PhoneNetwork.NetworkWorld;

namespace CallRouting.Scenarios.PhoneNetwork;

/// <summary>Contract §2.5: a leg whose Dial says hangupOnStar leaves the room by its own key, and the call goes on.</summary>
[Parallelizable(ParallelScope.All)]
public class StarTests
{
    [Test]
    public async Task A_star_leads_out_of_the_room_to_the_action_and_the_others_stay()
    {
        await using var world = new NetworkWorld();
        await Enters(world, Caller, "caller", "");
        await Enters(world, Officer, "target", """hangupOnStar="true" """);

        var pressed = await world.Presses(Officer, "*");

        Assert.That((pressed.Received, pressed.Lost), Is.EqualTo(("*", "")));
        var asked = world.Product.AskedAt("/left-target").Single();
        Assert.That((asked["CallStatus"], asked["DialCallStatus"]), Is.EqualTo(("in-progress", "answered")));
        Assert.That((await world.CallOf(Officer)).InRoom, Is.Null);
        Assert.That((await world.CallOf(Caller)).InRoom, Is.EqualTo("conf-1"));
        Assert.That(await world.Complaints(), Is.Empty);
    }

    [Test]
    public async Task Other_keys_and_the_star_of_who_may_not_leave_are_lost()
    {
        await using var world = new NetworkWorld();
        await Enters(world, Caller, "caller", "");
        await Enters(world, Officer, "target", """hangupOnStar="true" """);

        Assert.That((await world.Presses(Officer, "12#")).Lost, Is.EqualTo("12#"));
        Assert.That((await world.Presses(Caller, "*")).Lost, Is.EqualTo("*"));
        Assert.That((await world.CallOf(Officer)).InRoom, Is.EqualTo("conf-1"));
    }

    [Test]
    public async Task Who_hangs_up_is_told_by_the_calls_own_status_from_who_pressed_the_star()
    {
        await using var world = new NetworkWorld();
        await Enters(world, Caller, "caller", "");
        await Enters(world, Officer, "target", """hangupOnStar="true" """);
        await world.HangsUp(Officer);
        Assert.That(world.Product.AskedAt("/left-target").Single()["CallStatus"], Is.EqualTo("completed"));
    }

    private static async Task Enters(NetworkWorld world, string phone, string label, string star)
    {
        world
            .Product.Says(
                $"/enter-{label}",
                $"""
                <Dial action="/left-{label}" {star}>
                  <Conference beep="false" waitUrl="" participantLabel="{label}">conf-1</Conference>
                </Dial>
                """
            )
            .Says($"/left-{label}", """<Pause length="900"/>""");
        await world.Calls(phone, $"http://product.test/enter-{label}");
        await world.Answers(phone);
    }
}
