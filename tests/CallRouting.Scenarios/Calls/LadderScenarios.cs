using CallRouting.PhoneNetwork.Phones;

namespace CallRouting.Scenarios.Calls;

/// <summary>A caller to Nittedal, postcode 1481, and the three people who may be rung.</summary>
public sealed class LadderScenarios
{
    private World world = null!;

    [SetUp]
    public async Task Begin() => world = await World.At("2026-11-18 10:00");

    [TearDown]
    public async Task End()
    {
        await world.NothingWentWrong();
        await world.DisposeAsync();
    }

    [Test]
    public async Task The_first_officer_accepts()
    {
        var caller = world.Caller();
        await caller.Dials("55 55 33 33");
        await caller.Hears("tast 1");
        await caller.Presses("1", "1", "1481", "1");
        await caller.Hears("Vi ringer vakttelefonen på Nav Nittedal");

        await world.Phone("Primary").AnswersAndPresses("1");

        await caller.IsTalkingWith("Primary");
        await world.TimelineTells("Primary: ringing", "Primary: answered", "Primary: accepted", "Primary: connected");
        Assert.That(await world.Callbacks(), Is.Empty);
    }

    [Test]
    public async Task The_backup_is_rung_when_the_first_officer_does_not_press_1()
    {
        var caller = await world.CallerToNittedal();
        await world.Phone("Primary").Rings();
        await world.Passes(26);
        await world.Phone("Backup").AnswersAndPresses("1");

        await caller.IsTalkingWith("Backup");
        await world.TimelineTells("Primary: no answer", "Backup: accepted");
    }
}
