namespace CallRouting.Scenarios.Calls;

/// <summary>An office whose officers are rung at once.</summary>
public sealed class TogetherScenarios : Scenario
{
    protected override Population People { get; } = new([new("0233", "Nittedal", "Primary", "Backup", Together: true)]);

    [Test]
    public async Task Several_ring_together_and_the_first_who_presses_1_has_the_call()
    {
        var caller = await World.CallerToNittedal();
        await Officer("Primary").Rings();
        await Officer("Backup").Rings(within: 1);

        await Officer("Backup").AnswersAndPresses("1");

        await caller.IsTalkingWith("Backup");
        await Officer("Primary").IsFree();
        await World.TimelineTells("Primary: ringing", "Backup: ringing", "Primary: withdrawn", "Backup: accepted", "Backup: connected");
    }

    [Test]
    public async Task Who_listens_when_another_accepts_is_told_that_it_is_taken()
    {
        var caller = await World.CallerToNittedal();
        await Officer("Primary").Answers();
        await Officer("Backup").AnswersAndPresses("1");

        await Officer("Primary").Hears("En kollega tok samtalen. Takk.");
        await Officer("Primary").IsFree();
        await caller.IsTalkingWith("Backup");
    }

    [Test]
    public async Task Only_one_of_two_who_press_1_in_the_same_moment_is_joined()
    {
        var caller = await World.CallerToNittedal();
        await Officer("Primary").Answers();
        await Officer("Backup").Answers();
        await Task.WhenAll(World.Phones.Press(Officer("Primary").Number, "1"), World.Phones.Press(Officer("Backup").Number, "1"));
        await World.Settle();

        await World.Until(async () => (await caller.Look()).Call!.TalkingWith.Count == 1, "the caller talks with one");
        await World.Passes(20);
        Assert.That((await caller.Look()).Call!.TalkingWith, Has.Count.EqualTo(1));
    }
}
