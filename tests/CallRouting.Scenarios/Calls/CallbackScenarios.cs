using System.Net;
using CallRouting.PhoneNetwork.Phones;
using CallRouting.Server.Callbacks;

namespace CallRouting.Scenarios.Calls;

/// <summary>Nobody answered, the caller was promised a call, and an officer of the office makes it.</summary>
public sealed class CallbackScenarios : Scenario
{
    private const string Primary = "officer:0233-1";
    private const string Backup = "officer:0233-2";

    [Test]
    public async Task One_touch_rings_the_officer_and_then_the_caller_from_our_own_number()
    {
        var (caller, owed) = await Promised();

        Assert.That(await Ring(owed, Backup), Is.EqualTo(HttpStatusCode.OK));
        await Officer("Backup").Rings();
        await Officer("Primary").DoesNotRing();
        await caller.DoesNotRing();
        await Officer("Backup").AnswersAndPresses("1");
        await caller.Rings();
        Assert.That((await caller.Look()).Call!.From, Is.EqualTo("+4755553333"));
        await caller.Answers();
        await caller.Hears("Dette er Nav. Tast 1 for å snakke med oss.");
        await caller.Presses("1");
        await caller.IsTalkingWith("Backup");

        Assert.That(await World.Callbacks(), Is.Empty, "the promise is kept");
        var asked = (await AwaitingOutcome()).Single();
        Assert.That(asked.Attempts.Select(attempt => (attempt.Officer, attempt.Result)), Is.EqualTo(new[] { ("Backup", "reached") }));

        Assert.That(await Say(owed, Backup, "AppointmentMade"), Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await AwaitingOutcome(), Is.Empty);
        await World.TimelineTells(
            "call-back owed",
            "Backup: call-back rung by an officer",
            "Backup: ringing",
            "ringing the caller",
            "Backup: call-back settled",
            "Backup: call-back's outcome"
        );
        Assert.That(await World.Flags(), Has.Count.EqualTo(1), "the ladder that nobody answered, and nothing else");
    }

    [Test]
    public async Task A_callers_voicemail_is_not_the_caller_and_nothing_is_left_on_it()
    {
        var (caller, owed) = await Promised();
        await caller.Will(Reaction.Voicemail);
        var before = (await caller.Heard()).Count;
        await Ring(owed, Primary);
        await Officer("Primary").AnswersAndPresses("1");
        await Officer("Primary").Hears("Innringeren svarer ikke", within: 90);

        var open = (await World.Callbacks()).Single();
        Assert.That(open.Attempts.Single().Result, Is.EqualTo("not reached"));
        Assert.That((await caller.Heard()).Skip(before), Has.All.EqualTo("Dette er Nav. Tast 1 for å snakke med oss."));
        Assert.That((await caller.Look()).Sms, Is.Empty, "nobody said yes to one");
    }

    [Test]
    public async Task A_missed_one_keeps_its_place_and_its_deadline_and_another_time_of_day_is_proposed()
    {
        var (caller, owed) = await Promised();
        await Miss(caller, owed, Primary);

        var open = (await World.Callbacks()).Single();
        Assert.That((open.Id, open.DueAt), Is.EqualTo((owed.Id, owed.DueAt)));
        Assert.That(open.NextTryAt, Is.EqualTo(DateTimeOffset.Parse("2026-11-18T11:00:00+01:00")), "tried in the morning, so at midday");
        Assert.That((await caller.Look()).Sms, Is.Empty);
    }

    [Test]
    public async Task The_callers_phone_rings_for_at_least_forty_seconds()
    {
        var (caller, owed) = await Promised();
        await Ring(owed, Primary);
        await Officer("Primary").AnswersAndPresses("1");
        await caller.Rings();
        await World.Passes(39);

        Assert.That((await caller.Look()).State, Is.EqualTo("ringing"));
        await caller.Answers();
        await caller.Hears("Dette er Nav.");
        await caller.Presses("1");
        await caller.IsTalkingWith("Primary");
    }

    [Test]
    public async Task A_caller_who_said_yes_to_it_is_texted_without_a_word_of_why_we_rang()
    {
        var (caller, owed) = await Promised(mayText: true);
        Assert.That(owed.MayText);
        await Miss(caller, owed, Primary);

        Assert.That(
            await caller.Messages(),
            Is.EqualTo(new[] { "Vi prøvde å ringe deg. Vi ringer igjen i dag klokka 11. Du kan også ringe 55 55 33 33. Hilsen Nav" })
        );
    }

    [Test]
    public async Task What_the_officer_promises_to_ring_again_is_owed_anew_and_the_officers_own()
    {
        var (caller, owed) = await Promised();
        await Reach(caller, owed, Primary, "Primary");
        await Say(owed, Primary, "WillRingAgain");

        var open = (await World.Callbacks()).Single();
        Assert.That((open.Id, open.Adviser?.Name), Is.EqualTo((owed.Id, "Primary")));
        Assert.That(open.DueAt, Is.GreaterThan(owed.DueAt));
    }

    [Test]
    public async Task What_is_another_offices_goes_there_with_the_deadline_that_the_caller_was_promised()
    {
        var (caller, owed) = await Promised();
        await Reach(caller, owed, Primary, "Primary");
        Assert.That(
            await World.Post(Primary, $"callbacks/{owed.Id}/outcome", new { outcome = "WrongOffice", unit = "0104" }),
            Is.EqualTo(HttpStatusCode.OK)
        );

        var open = (await World.Callbacks()).Single();
        Assert.That((open.Unit, open.Line, open.DueAt), Is.EqualTo(("0104", "0104-general", owed.DueAt)));
        Assert.That(await Ring(owed, Primary), Is.EqualTo(HttpStatusCode.Forbidden), "it is not Nittedal's any more");
    }

    [Test]
    public async Task One_that_is_being_rung_is_not_rung_by_a_second_officer()
    {
        var (_, owed) = await Promised();
        await Ring(owed, Primary);
        Assert.That(await Ring(owed, Backup), Is.EqualTo(HttpStatusCode.Conflict));
        await Officer("Backup").DoesNotRing();
    }

    [Test]
    public async Task A_caller_who_rings_in_meanwhile_and_is_connected_is_not_rung()
    {
        var (caller, owed) = await Promised();
        await Officer("Primary").Will(Reaction.Accept);
        await caller.Dials(Population.National);
        await caller.Presses("1", "2", "1481", "1");
        await caller.IsTalkingWith("Primary");
        await caller.HangsUp();
        await World.Passes(30);

        Assert.That(
            (await World.Callbacks()).Select(open => open.Id),
            Is.EqualTo(new[] { owed.Id }),
            "another call; a number match settles nothing"
        );
        Assert.That(await Say(owed, Primary, "SettledToday"), Is.EqualTo(HttpStatusCode.OK), "so the officer says so");
        Assert.That(await World.Callbacks(), Is.Empty);
    }

    private async Task<(Person Caller, CallbackAnswer Owed)> Promised(bool mayText = false)
    {
        var caller = await World.CallerToNittedal();
        await caller.Hears("Ingen på Nav Nittedal svarte", within: 120);
        await caller.Hears("Tast 1");
        await caller.Presses("1");
        await caller.Hears("Kan vi sende deg SMS om dette?");
        await caller.Presses(mayText ? "1" : "2");
        await caller.Hears("Nav Nittedal ringer deg innen");
        await caller.HangsUp();
        await World.Passes(5);
        return (caller, (await World.Callbacks()).Single());
    }

    private async Task Miss(Person caller, CallbackAnswer owed, string officer)
    {
        await caller.Will(Reaction.Ignore);
        await Ring(owed, officer);
        await Officer("Primary").AnswersAndPresses("1");
        await Officer("Primary").Hears("Innringeren svarer ikke", within: 90);
        await World.Passes(5);
    }

    private async Task Reach(Person caller, CallbackAnswer owed, string officer, string name)
    {
        await Ring(owed, officer);
        await Officer(name).AnswersAndPresses("1");
        await caller.Answers();
        await caller.Presses("1");
        await caller.IsTalkingWith(name);
        await caller.HangsUp();
        await World.Passes(30);
    }

    private Task<HttpStatusCode> Ring(CallbackAnswer owed, string officer) => World.Post(officer, $"callbacks/{owed.Id}/ring");

    private Task<HttpStatusCode> Say(CallbackAnswer owed, string officer, string outcome) =>
        World.Post(officer, $"callbacks/{owed.Id}/outcome", new { outcome });

    private Task<List<CallbackAnswer>> AwaitingOutcome() => World.Get<List<CallbackAnswer>>(Primary, "callbacks/awaiting-outcome");
}
