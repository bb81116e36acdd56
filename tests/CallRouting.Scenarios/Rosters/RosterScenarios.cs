using System.Net;
using CallRouting.PhoneNetwork.Phones;

namespace CallRouting.Scenarios.Rosters;

/// <summary>Rosters that change while people are on the telephone.</summary>
[Category(WorldDatabase.Postgres)]
public sealed class RosterScenarios
{
    private const string Line = "lines/0233-general";

    [Test]
    public async Task A_roster_that_changes_while_the_ladder_rings_counts_from_the_next_call_on()
    {
        await using var world = await World.At("2026-11-18 10:00");
        var first = await world.CallerToNittedal();
        await world.Phone("Primary").Rings();
        var replaced = new
        {
            role = "Backup",
            kind = "Replace",
            from = "2026-11-18T10:00:00+01:00",
            to = "2026-11-18T15:00:00+01:00",
            @out = "0233-2",
            @in = "0233-3",
        };
        Assert.That(await world.Post("lead:0233-3", $"{Line}/overrides", replaced), Is.EqualTo(HttpStatusCode.OK));

        await world.Passes(26);
        await world.Phone("Backup").AnswersAndPresses("1");
        await first.IsTalkingWith("Backup");
        await world.TimelineTells("Primary: no answer", "Backup: accepted");
        await first.HangsUp();

        await world.Phone("Primary").Will(Reaction.Busy);
        var second = await world.CallerToNittedal();
        await world.Phone("Lead").AnswersAndPresses("1");
        await second.IsTalkingWith("Lead");
        await world.NothingWentWrong();
    }

    [Test]
    public async Task A_shift_that_ends_in_mid_call_ends_no_talk_and_no_search()
    {
        await using var world = await World.At("2026-11-18 14:59");
        await world.Passes(35);
        var caller = await world.CallerToNittedal();
        await world.Phone("Primary").Rings();
        await world.Passes(26);
        // Three o'clock has struck: whoever had the shift as the search began is still asked.
        await world.Phone("Backup").AnswersAndPresses("1");
        await caller.IsTalkingWith("Backup");

        await world.Passes(600);
        await caller.IsTalkingWith("Backup");
        await world.TimelineTells("Primary: no answer", "Backup: accepted", "Backup: connected");
        await caller.HangsUp();

        var late = world.Caller();
        await late.Dials(Population.National);
        await late.Hears("Nav har stengt nå");
        await world.NothingWentWrong();
    }
}
