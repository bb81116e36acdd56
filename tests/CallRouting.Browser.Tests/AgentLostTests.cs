using CallRouting.Scenarios.Processes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CallRouting.Browser.Tests;

/// <summary>
/// The agent's browser dies, with page and heartbeat. Whoever is on the telephone is not the one to notice.
/// A telephone remembers all that it heard, so each test has callers of its own.
/// </summary>
public sealed class AgentLostTests
{
    private const string First = "Phuong Hjelmås";
    private const string Other = "Eirik Leirvåg";
    private const string NeverRung = "Tonje Teigland";

    private readonly List<AgentDesk> desks = [];

    [SetUp]
    public void Check() => Stage.NeedsConsole();

    [TearDown]
    public async Task Close()
    {
        await Shift.Ends();
        foreach (var desk in desks)
        {
            await desk.DisposeAsync();
        }
        desks.Clear();
    }

    [Test]
    public async Task A_caller_who_waits_is_served_by_another_agent()
    {
        // Finishing up: at work, so the caller waits, but not offered anything.
        var lost = await SignsIn(First);
        await lost.IsReady();
        await FinishesUp(First);
        await lost.Sees("Etterarbeid.");
        var caller = await Calls("Odd Kvitbakk", "2", "6270");
        await caller.Hears("Du er nummer 1");
        await lost.Sees("1 venter i køen.");
        await lost.IsAccessible("somebody waits while I finish up");

        await lost.Dies();
        var other = await SignsIn(Other);
        await other.Sees("1 venter i køen.");
        await other.IsAccessible("somebody waits");

        // Ready is over at once: the caller who waits is offered in the same moment.
        await other.Presses("g");
        await Answers(Other);
        await other.Sees("Du snakker med innringer fra Haram.");
        await caller.IsTalkingWith(await Stage.Demo.PhoneOf(Other));
    }

    [Test]
    public async Task Who_was_idle_longest_is_offered_nothing_after_30_seconds_and_the_caller_goes_to_another()
    {
        var lost = await SignsIn(NeverRung);
        await lost.IsReady();
        var other = await SignsIn(Other);
        await other.IsReady();

        await lost.Dies();
        await Shift.Until(NeverRung, atWork: false);
        var caller = await Calls("Jonas Breilid", "2", "6270");

        await Answers(Other);
        await other.Sees("Du snakker med innringer fra Haram.");
        await caller.IsTalkingWith(await Stage.Demo.PhoneOf(Other));
        Assert.That((await (await Stage.Demo.PhoneOf(NeverRung)).Look()).Heard, Is.Empty, "the first agent's telephone never rang");
    }

    [Test]
    public async Task The_last_agents_browser_dies_and_the_caller_who_waits_reaches_the_duty_phone()
    {
        var lost = await SignsIn(First);
        await lost.IsReady();
        await FinishesUp(First);
        var caller = await Calls("Gunvor Stenersrud", "2", "6270");
        await caller.Hears("Du er nummer 1");

        await lost.Dies();
        await Shift.Until(First, atWork: false);

        var officer = await Stage.Demo.PhoneOf(await Stage.Demo.OnDutyAt("1580"));
        await officer.Answers();
        await officer.Presses("1");
        await caller.IsTalkingWith(officer);
    }

    [Test]
    public async Task While_agent_and_officer_consult_the_caller_is_connected_with_the_officer_when_the_agent_is_gone()
    {
        var lost = await SignsIn(First);
        await lost.IsReady();
        var caller = await Calls("Samira Yusufzad", "1", "9510");
        var agent = await Answers(First);
        await lost.Sees("Du snakker med innringer fra Alta.");
        await lost.Presses("s");
        var officer = await Stage.Demo.PhoneOf(await Stage.Demo.OnDutyAt("2012"));
        await officer.Answers();
        await officer.Presses("1");
        await officer.IsTalkingWith(agent);
        await lost.Sees("Innringer er på vent.");
        await lost.IsAccessible("consulting");

        // The telephone is another device: they can talk on, but nobody can press a key on the page any more.
        await lost.Dies();
        await officer.IsTalkingWith(agent);
        await agent.HangsUp();

        await caller.IsTalkingWith(officer);
        await Shift.Until(First, atWork: false);
        await Calls("Bård Tangvoll", "2", "6270");
        await (await Stage.Demo.PhoneOf(await Stage.Demo.OnDutyAt("1580"))).Rings();
        Assert.That((await agent.Look()).State, Is.EqualTo("idle"), "and is offered nothing");
    }

    private async Task<AgentDesk> SignsIn(string name)
    {
        var desk = await AgentDesk.Of(name);
        desks.Add(desk);
        return desk;
    }

    private static async Task FinishesUp(string name) => await Shift.Says(name, "WrapUp");

    private static async Task<Handset> Calls(string name, params string[] urgencyAndPostcode)
    {
        var caller = await Stage.Demo.PhoneOf(name);
        await caller.Dials("55 55 33 33");
        await caller.Presses(["1", .. urgencyAndPostcode, "1"]);
        return caller;
    }

    private static async Task<Handset> Answers(string agent)
    {
        var phone = await Stage.Demo.PhoneOf(agent);
        await phone.Answers();
        await phone.Presses("1");
        return phone;
    }
}
