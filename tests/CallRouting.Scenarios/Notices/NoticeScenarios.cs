using System.Net;
using CallRouting.PhoneNetwork.Phones;
using CallRouting.Scenarios.Calls;
using CallRouting.Server.Notices;

namespace CallRouting.Scenarios.Notices;

/// <summary>August: who leads is on leave, and next week somebody has to be on duty all the same.</summary>
public sealed class AugustScenarios : Scenario
{
    private const string Line = "lines/0233-general";

    protected override string When => "2027-08-04 07:00";

    protected override Population People => OfficeWithDeputy.Nittedal;

    protected override WorldSettings Settings => World.Supervised;

    [Test]
    public async Task The_lead_is_away_and_the_deputy_gets_the_notice_and_unconfirmed_it_goes_to_the_supervisor()
    {
        await Does("officers/0233-3/leave", new { firstDay = "2027-08-02", lastDay = "2027-08-20" });
        await Does("officers/0233-1/leave", new { firstDay = "2027-08-09", lastDay = "2027-08-13" });
        await Does("officers/0233-2/leave", new { firstDay = "2027-08-11", lastDay = "2027-08-11" });

        await World.IsWatchedUntil("2027-08-04 07:35");
        await Officer("Deputy").IsTexted("mangler vakt onsdag 11. august klokka 9. Hull de neste 14 dagene: 1.");
        Assert.That(await Told("Lead"), Is.Zero);

        await World.IsWatchedUntil("2027-08-04 12:55");
        Assert.That(await Told("Supervisor"), Is.Zero, "four hours of the contact centre's have not passed");
        await World.IsWatchedUntil("2027-08-04 13:05");
        await Officer("Supervisor").IsTexted("mangler vakt");
        await Officer("Supervisor").Texts("SVAR");
        await Officer("Supervisor").IsTexted("Takk, det er bekreftet");
        await World.IsWatchedUntil("2027-08-06 15:00");
        Assert.That(await Told("Supervisor's deputy"), Is.Zero);
    }

    private async Task Does(string what, object body) =>
        Assert.That(await World.Post("lead:0233-3", $"{Line}/{what}", body), Is.EqualTo(HttpStatusCode.OK));

    private async Task<int> Told(string name) =>
        (await Officer(name).Messages()).Count(message => message.Contains("mangler vakt", StringComparison.Ordinal));
}

/// <summary>The Tuesday after Easter, from Easter Monday on.</summary>
public sealed class EasterScenarios : Scenario
{
    protected override string When => "2027-03-29 17:00";

    protected override Population People => OfficeWithDeputy.Nittedal;

    protected override WorldSettings Settings => World.Supervised;

    [Test]
    public async Task The_tuesday_after_easter_at_half_past_eight_everybody_has_been_asked_and_who_is_ready_is_known()
    {
        await Officer("Primary").Will(Reaction.Accept);
        await World.IsWatchedUntil("2027-03-29 17:55");
        Assert.That(await Officer("Primary").Messages(), Is.Empty);
        await World.IsWatchedUntil("2027-03-29 18:02");
        await Officer("Primary").IsTexted("du har vakt på Vakttelefon, Nav Nittedal, tirsdag 30. mars klokka 9. Kan du ikke, svar FRI.");

        await World.IsWatchedUntil("2027-03-30 07:58");
        Assert.That(await Officer("Backup").Messages(), Has.Count.EqualTo(1), "nobody is woken before eight");
        await World.IsWatchedUntil("2027-03-30 08:31");
        await Officer("Backup").IsTexted("Bekreft telefonen med SVAR, ellers ringer vi.");
        await Officer("Backup").Texts("SVAR");
        await World.IsWatchedUntil("2027-03-30 08:50");

        var drills = await World.Get<List<LineDrillsAnswer>>("supervisor", "phone-drills?unit=0233");
        Assert.That(
            drills.Single().Shifts.Select(shift => (shift.Officer, shift.State)),
            Is.EquivalentTo(new[] { ("Primary", "confirmed"), ("Backup", "confirmed") })
        );
        Assert.That(await Officer("Lead").Messages(), Is.Empty);
        Assert.That(await Officer("Primary").Heard(), Has.Some.Contains("Takk. Telefonen er bekreftet."));
    }

    [Test]
    public async Task A_phone_that_nobody_answers_is_told_to_the_lead_a_quarter_of_an_hour_before()
    {
        await Officer("Primary").Will(Reaction.Accept);
        await World.IsWatchedUntil("2027-03-30 08:44");
        Assert.That(await Officer("Lead").Messages(), Is.Empty);
        await World.IsWatchedUntil("2027-03-30 08:46");
        await Officer("Lead").IsTexted("telefonen til vakten på Vakttelefon, Nav Nittedal, i dag klokka 9, er ikke bekreftet.");
        Assert.That(await Officer("Lead").Messages(), Has.Count.EqualTo(1), "of the backup; the primary pressed 1");
    }
}

/// <summary>An hour before the shift of Wednesday 18 November 2026.</summary>
public sealed class GivingUpScenarios : Scenario
{
    protected override string When => "2026-11-18 08:00";

    protected override Population People => OfficeWithDeputy.Nittedal;

    [Test]
    public async Task FRI_an_hour_before_the_shift_and_the_next_call_rings_the_backup()
    {
        await Officer("Primary").Texts("FRI");
        await Officer("Primary").IsTexted("Du er tatt av vakten på Vakttelefon, Nav Nittedal, i dag klokka 9. Bakvakten får beskjed.");
        await Officer("Backup").IsTexted("i dag klokka 9, er åpen, og du blir ringt først. Bekreft med SVAR.");
        await Officer("Lead").IsTexted("er åpen. Bekreft med SVAR.");
        await Officer("Backup").Texts("SVAR");
        await Officer("Backup").IsTexted("Takk, det er bekreftet.");

        await World.IsWatchedUntil("2026-11-18 09:05");
        var caller = await World.CallerToNittedal();
        await Officer("Backup").AnswersAndPresses("1");
        await caller.IsTalkingWith("Backup");
        await Officer("Primary").DoesNotRing();
        Assert.That(await Officer("Primary").Heard(), Is.Empty, "no drill either: the shift is no longer theirs");
    }
}

internal static class OfficeWithDeputy
{
    public static Population Nittedal { get; } = new([new("0233", "Nittedal", "Primary", "Backup", "Lead", Deputy: "Deputy")]);
}
