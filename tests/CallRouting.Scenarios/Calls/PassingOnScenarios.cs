using System.Net;

namespace CallRouting.Scenarios.Calls;

/// <summary>A caller who talks with Nittedal's officer and belongs somewhere else.</summary>
[Category(WorldDatabase.Postgres)]
public sealed class PassingOnScenarios : Scenario
{
    private const string Moss = "1530";

    private AgentConsole agent = null!;
    private Person caller = null!;
    private string call = null!;

    [SetUp]
    public async Task A_caller_talks_with_the_officer()
    {
        agent = await World.AgentSignsIn("agent-1");
        caller = World.Caller();
        call = await World.DialsTheDoorOf("0233");
        await Officer("Primary").AnswersAndPresses("1");
        await caller.IsTalkingWith("Primary");
    }

    [Test]
    public async Task The_officer_sends_the_caller_to_another_office_by_keys()
    {
        await Officer("Primary").StepsOut();
        await Officer("Primary").Hears("For å gå tilbake til innringeren, tast 1");
        await caller.Hears("Veilederen finner ut hvem som kan hjelpe deg", within: 3);
        await Officer("Primary").Presses("3", Moss);
        await Officer("Primary").Hears("1 5 3 0 er Moss. Innringeren sendes til Nav Moss");
        await Officer("Primary").Presses("1");

        await Officer("Primary").Hears("Innringeren sendes videre nå");
        await Officer("Primary").IsFree();
        Assert.That((await Officer("Primary").Heard()).Count(heard => heard.Contains("sendes videre nå")), Is.EqualTo(1));
        await caller.Hears("Vi ringer vakttelefonen på Nav Moss");
        await Officer("Moss Primary").Answers();
        await Officer("Moss Primary").Hears("Vakttelefon Nav, Moss");
        await Officer("Moss Primary").Presses("1");
        await caller.IsTalkingWith("Moss Primary");
        await World.TimelineTells("Primary: passed on", "Moss Primary: ringing", "Moss Primary: connected");
        Assert.That(await States(), Is.EqualTo(new[] { "PassedOn", "Connected" }));
        Assert.That((await World.TheCall()).Unit, Is.EqualTo("0104"));
        Assert.That(await World.Callbacks(), Is.Empty);
    }

    [Test]
    public async Task A_wrong_office_is_counted_as_misrouting()
    {
        await Officer("Primary").StepsOut();
        await Officer("Primary").Presses("4", Moss, "1");
        await Officer("Moss Primary").AnswersAndPresses("1");
        await caller.IsTalkingWith("Moss Primary");

        var passed = await World.Transfer((await World.Story(call)).Transfers[0]);
        Assert.That((passed.State, passed.Misrouted), Is.EqualTo(("PassedOn", true)));
        var next = await World.TheTransfer();
        Assert.That((next.PassedOnFrom, next.Misrouted), Is.EqualTo((passed.Id, false)));
        await World.TimelineTells("Primary: passed on", "Primary: wrong office");
    }

    [Test]
    public async Task The_officer_sends_the_caller_back_to_the_contact_centre()
    {
        await Officer("Primary").StepsOut();
        await Officer("Primary").Presses("2");
        await Officer("Primary").IsFree();
        await caller.Hears("Takk for at du venter");
        Assert.That((await World.Queue()).Single().First);

        await agent.TakesTheCall();
        await World.Phone("Agent").AnswersAndPresses("1");
        await caller.IsTalkingWith("Agent");
    }

    [Test]
    public async Task Whoever_does_not_know_the_postcode_sends_the_caller_to_the_contact_centre_and_no_office_owes_a_call_back()
    {
        await Officer("Primary").StepsOut();
        await Officer("Primary").Presses("4", "#");
        await caller.Hears("Takk for at du venter");
        Assert.That((await World.TheCall()).Unit, Is.Null);
    }

    [Test]
    public async Task A_number_without_one_single_office_is_asked_for_again()
    {
        await Officer("Primary").StepsOut();
        await Officer("Primary").Presses("3", "0150");
        await Officer("Primary").Hears("Vi fant ikke ett bestemt kontor");
        await Officer("Primary").Presses(Moss, "2");
        await Officer("Primary").Hears("Hvor er innringeren nå?");
        await Officer("Primary").Presses(Moss, "1");
        await Officer("Moss Primary").AnswersAndPresses("1");
        await caller.IsTalkingWith("Moss Primary");
    }

    [Test]
    public async Task An_officer_who_changes_their_mind_goes_back_to_the_caller_as_often_as_they_like()
    {
        for (var time = 0; time < 2; time++)
        {
            await Officer("Primary").StepsOut();
            await Officer("Primary").Presses("1");
            await caller.IsTalkingWith("Primary");
        }
        await caller.HangsUp();
        await Officer("Primary").IsFree();
        Assert.That(await States(), Is.EqualTo(new[] { "Completed" }));
    }

    [Test]
    public async Task An_officer_who_says_nothing_is_led_back_to_the_caller()
    {
        await Officer("Primary").StepsOut();
        await World.Passes(62);
        await caller.IsTalkingWith("Primary");
    }

    [Test]
    public async Task An_officer_who_hangs_up_instead_is_rung_once_more_and_the_caller_is_not_alone()
    {
        await Officer("Primary").StepsOut();
        await Officer("Primary").HangsUp();
        await caller.Hears("Samtalen med veilederen er slutt", within: 3);
        await Officer("Primary").AnswersAndPresses("1");
        await caller.IsTalkingWith("Primary");
    }

    [Test]
    public async Task A_caller_who_hangs_up_while_the_officer_chooses_has_had_a_whole_call()
    {
        await Officer("Primary").StepsOut();
        await caller.HangsUp();
        await Officer("Primary").Hears("Innringeren har lagt på");
        await Officer("Primary").IsFree();
        Assert.That(await States(), Is.EqualTo(new[] { "Completed" }));
    }

    [Test]
    public async Task Nobody_answers_where_the_caller_was_sent_and_that_office_owes_the_call_back()
    {
        await Officer("Primary").StepsOut();
        await Officer("Primary").Presses("3", Moss, "1");
        await caller.Hears("Ingen på Nav Moss svarte", within: 60);
        Assert.That((await World.Callbacks()).Single().Unit, Is.EqualTo("0104"));
        Assert.That((await World.Flags()).Single().Unit, Is.EqualTo("0104"));
    }

    [Test]
    public async Task The_officer_sends_the_caller_on_from_a_screen()
    {
        Assert.That(await PassOn("lead", new { unit = "0104", wrongOffice = true }), Is.EqualTo(HttpStatusCode.OK));
        await Officer("Primary").Hears("Innringeren sendes videre nå");
        await Officer("Moss Primary").AnswersAndPresses("1");
        await caller.IsTalkingWith("Moss Primary");
    }

    [Test]
    public async Task A_caller_who_is_sent_on_may_be_sent_on_again()
    {
        await PassOn("lead", new { unit = "0104" });
        await Officer("Primary").IsFree();
        await Officer("Moss Primary").AnswersAndPresses("1");
        await caller.IsTalkingWith("Moss Primary");
        await Officer("Moss Primary").StepsOut();
        await Officer("Moss Primary").Presses("3", "1481", "1");
        await Officer("Primary").AnswersAndPresses("1");
        await caller.IsTalkingWith("Primary");
        Assert.That(await States(), Is.EqualTo(new[] { "PassedOn", "PassedOn", "Connected" }));
    }

    [TestCase("agent", HttpStatusCode.Conflict, TestName = "An agent who is not in the room sends nobody on")]
    [TestCase("supervisor", HttpStatusCode.Forbidden, TestName = "A supervisor sends nobody on")]
    public async Task Only_who_talks_with_the_caller_sends_on(string role, HttpStatusCode answer) =>
        Assert.That(await PassOn(role, new { unit = "0104" }), Is.EqualTo(answer));

    [Test]
    public async Task A_request_that_does_not_say_where_to_is_refused_and_changes_nothing()
    {
        foreach (var body in new object[] { new { }, new { unit = "0104", agent = true }, new { unit = "0233" }, new { line = "none" } })
        {
            Assert.That(await PassOn("lead", body), Is.EqualTo(HttpStatusCode.BadRequest));
        }
        await caller.IsTalkingWith("Primary");
    }

    private async Task<HttpStatusCode> PassOn(string role, object body) =>
        await World.Post(role, $"transfers/{(await World.TheTransfer()).Id}/pass-on", body);

    private async Task<IReadOnlyList<string>> States()
    {
        var states = new List<string>();
        foreach (var transfer in (await World.Story(call)).Transfers)
        {
            states.Add((await World.Transfer(transfer)).State);
        }
        return states;
    }
}
