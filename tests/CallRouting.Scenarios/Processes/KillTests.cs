using CallRouting.PhoneNetwork.Engine;
using CallRouting.Server.Callbacks;
using CallRouting.Server.Supervision;

namespace CallRouting.Scenarios.Processes;

/// <summary>kill -9 of a real server in the middle of a call, which goes on to its end with the next one.</summary>
[Category("Kill")]
public sealed class KillTests
{
    private const string National = "55 55 33 33";

    // A prompt lasts twice as long, so that also a slow machine has started a server before the caller's next question.
    private const double Half = 0.5;

    private string prepared = null!;
    private Installation house = null!;
    private Handset caller = null!;
    private Handset primary = null!;
    private Handset backup = null!;

    [OneTimeSetUp]
    public async Task Prepare()
    {
        prepared = Directory.CreateTempSubdirectory("prepared-").FullName;
        await Installation.Prepare(prepared);
    }

    [OneTimeTearDown]
    public void Tidy() => Directory.Delete(prepared, recursive: true);

    [SetUp]
    public async Task Begin()
    {
        house = await Installation.Of(prepared, (double?)TestContext.CurrentContext.Test.Properties.Get("Speed") ?? Half);
        // People of the demo: who calls from Nittedal (postcode 1481), and its officers on duty.
        (caller, primary, backup) = (house.Phone("+4716000001"), house.Phone("+4712023301"), house.Phone("+4712023302"));
    }

    [TearDown]
    public async Task End()
    {
        if (TestContext.CurrentContext.Result.FailCount > 0)
        {
            await TestContext.Out.WriteLineAsync(house.Logs);
        }
        await house.DisposeAsync();
    }

    [Test]
    public async Task Killed_in_mid_menu_the_next_server_goes_on_where_the_caller_was()
    {
        await caller.Dials(National);
        await caller.Presses("1");
        await caller.Hears("Mangler du mat");

        await house.KillServer();
        await house.StartServer();

        await caller.Presses("2", "1481", "1");
        await Answers(primary);
        await BothHangUpAndNothingIsLeft();
        Assert.That(await TimesHeard("Mangler du mat"), Is.EqualTo(1), "the menu did not begin again");
        Assert.That(await house.Complaints(), Is.Empty);
    }

    [Test]
    public async Task Killed_while_a_phone_rings_the_next_server_knows_who_answers()
    {
        await CallToNittedal();
        await primary.Rings();
        await Told("ringing");

        await house.KillServer();
        await house.StartServer();

        await Answers(primary);
        await BothHangUpAndNothingIsLeft();
        await OnlyLost("/status");
    }

    [Test]
    public async Task Killed_with_a_ringing_asked_for_and_unanswered_the_next_server_does_not_ask_again()
    {
        var death = house.Wire.Kills(
            Death.BeforeItIsAnswered,
            (request, form) => request.Path.Value!.EndsWith("/Calls.json", StringComparison.Ordinal) && form["To"] == primary.Number
        );
        await CallToNittedal();
        await death;
        await house.StartServer();

        await Answers(primary);
        await BothHangUpAndNothingIsLeft();
        await OnlyLost("/status");
    }

    [Test]
    public async Task Killed_when_an_officer_has_accepted_the_next_server_brings_the_caller_into_the_room()
    {
        await CallToNittedal();
        var callersLeg = (await caller.Look()).Call!.Sid;
        var death = house.Wire.Kills(
            Death.BeforeItArrives,
            (request, form) =>
                request.Path.Value!.EndsWith($"/Calls/{callersLeg}.json", StringComparison.Ordinal) && form.ContainsKey("Url")
        );
        await primary.Answers();
        await primary.Presses("1");
        await death;
        Assert.That((await caller.Look()).Call!.InRoom, Is.Null, "accepted, and the caller is not yet in the room");
        await house.StartServer();

        await caller.IsTalkingWith(primary);
        await BothHangUpAndNothingIsLeft();
        await OnlyLost("/wait", "/status");
    }

    [Test]
    [Property("Speed", 1.0)]
    public async Task A_report_that_a_dead_server_missed_is_made_up_for_by_its_deadline()
    {
        await CallToNittedal();
        await primary.Rings();
        await Told("ringing");

        await house.KillServer();
        await primary.HangsUp();
        await house.StartServer();

        await Answers(backup);
        await BothHangUpAndNothingIsLeft();
        await OnlyLost("/status");
        Assert.That(await house.Complaints(), Is.Not.Empty, "the report of the hang-up was lost");
    }

    private async Task CallToNittedal()
    {
        await caller.Dials(National);
        await caller.Presses("1", "2", "1481", "1");
    }

    private async Task Answers(Handset officer)
    {
        await officer.Answers();
        await officer.Presses("1");
        await caller.IsTalkingWith(officer);
    }

    private Task Told(string kind) =>
        Wait.Until(async () => (await house.TheStory()).Timeline.Any(happened => happened.Kind == kind), $"\"{kind}\" is in the timeline");

    private async Task BothHangUpAndNothingIsLeft()
    {
        await caller.HangsUp();
        await primary.IsFree();
        await backup.IsFree();
        await Told("call ended");
        Assert.That((await house.TheStory()).Timeline.Count(happened => happened.Kind == "connected"), Is.EqualTo(1));
        Assert.That(await house.Get<List<CallbackAnswer>>("callbacks"), Is.Empty, "who talked with an officer is owed nothing");
        Assert.That(await house.Get<List<FlagAnswer>>("flags?kind=UnansweredTransfer"), Is.Empty);
        Assert.That(await TimesRung(primary), Is.EqualTo(1), "times that the primary's phone rang");
    }

    /// What the provider complains of: connections that a dead server refused or broke off, for reports and room sounds only.
    private async Task OnlyLost(params string[] addresses)
    {
        var complaints = await house.Complaints();
        Assert.That(complaints.Where(entry => !IsDeadServer(entry) || !addresses.Any(PathOf(entry).EndsWith)), Is.Empty);
    }

    private static string PathOf(DebuggerEntry entry) => entry.Url!.Split('#')[0];

    private static bool IsDeadServer(DebuggerEntry entry) => entry.Code is 11200 or 11202 or 11205 or 11206;

    private async Task<int> TimesRung(Handset phone) =>
        (await house.Events()).Count(happened => happened.What == "call-ringing" && happened.Phone == phone.Number);

    private async Task<int> TimesHeard(string words) =>
        (await caller.Look()).Heard.Count(heard => heard.Text.Contains(words, StringComparison.Ordinal));
}
