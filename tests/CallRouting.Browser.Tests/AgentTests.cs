using System.Text.RegularExpressions;
using CallRouting.Scenarios.Processes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CallRouting.Browser.Tests;

/// <summary>Caller, agent and officer through one whole warm transfer: the agent on screen and by keys, the others at their telephones.</summary>
public sealed class AgentTests
{
    private const string Agent = "Bahar Kovačić-Moe";
    private const string Unit = "2011"; // Nav Ávjovárri, which serves Karasjok

    private AgentDesk desk = null!;
    private HandsetPage telephones = null!;

    [SetUp]
    public async Task Open()
    {
        Stage.NeedsConsole();
        desk = await AgentDesk.Opens();
        telephones = new HandsetPage(await Stage.Browser.NewPageAsync());
        await telephones.Page.GotoAsync(Stage.Demo.NetworkUrl);
    }

    [TearDown]
    public async Task Close()
    {
        await Shift.Ends();
        await (desk?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (telephones?.Page.CloseAsync() ?? Task.CompletedTask);
    }

    [Test]
    public async Task A_whole_warm_transfer()
    {
        var officer = await Stage.Demo.OnDutyAt(Unit);
        await desk.SignsInAs(Agent);
        await desk.IsAccessible("1 signed in");
        await desk.IsReady();
        await desk.IsAccessible("2 ready");

        await CallerIsInKarasjokAndItIsUrgent();

        await desk.Sees("Telefonen din ringer: innringer fra Karasjok. Det haster.");
        await desk.IsAccessible("3 my telephone rings");
        var agentsPhone = await Stage.Demo.PhoneOf(Agent);
        await agentsPhone.Answers();
        await agentsPhone.Presses("1");
        await desk.Sees("Du snakker med innringer fra Karasjok.");
        await Expect(desk.Page.GetByText(officer)).ToBeVisibleAsync();
        await desk.IsAccessible("4 talking with the caller");
        await AnOldNameIsFound();

        await desk.Presses("s");
        await desk.Sees($"Vi ringer {officer}.");
        await Expect(desk.Now).ToContainTextAsync("sekunder igjen");
        await desk.IsAccessible("5 the ladder");

        await telephones.RingsAt(officer).ClickAsync();
        await telephones.Answer.ClickAsync();
        await telephones.Hears("Haster. Tast 1 for å snakke med veilederen først");
        await telephones.Clicks("1");
        await desk.Sees($"Du snakker med {officer}. Innringer er på vent.");
        await Expect(telephones.Room).ToContainTextAsync(Agent);
        await desk.IsAccessible("6 consulting");

        await desk.Presses("k");
        await desk.Sees($"Innringer, {officer} og du snakker sammen.");
        await desk.IsAccessible("7 all three");

        await desk.Presses("l");
        await desk.Sees("Etterarbeid.");
        await desk.IsAccessible("8 finishing up");
        await Expect(telephones.Room).ToHaveTextAsync(" Snakker med Máret Guovžavárri.");

        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Satt over til vakttelefonen" }).ClickAsync();
        await desk.Sees("Klar. Du får tilbud om neste samtale.");
    }

    [Test]
    public async Task A_page_that_loses_the_server_says_so_and_catches_up()
    {
        await desk.SignsInAs("Inga Vadheim");
        await desk.IsReady();
        await desk.Page.GetByText("Tilby meg samtaler").ClickAsync();
        await desk.Sees("Klar, men du får ikke tilbud.");

        // The server restarts, which ends every feed, and this page does not find the way back at first.
        await desk.Page.RouteAsync("**/api/live", route => route.AbortAsync());
        await Stage.Demo.RestartServer();
        await Expect(desk.Page.GetByText("Forbindelsen ble brutt")).ToBeVisibleAsync();
        await desk.IsAccessible("cut off");
        var caller = await Stage.Demo.PhoneOf("Marit Hjellvoll");
        await caller.Dials("55 55 33 33");
        await caller.Presses("1", "2", "6100", "1");
        await caller.Hears("Du er nummer 1");

        await desk.Page.UnrouteAsync("**/api/live");
        await Expect(desk.Page.GetByText("Forbindelsen er tilbake")).ToBeVisibleAsync();
        await desk.Sees("1 venter i køen.");
        await desk.IsAccessible("caught up");
    }

    // What the caller calls it has not been its name since 2020.
    private async Task AnOldNameIsFound()
    {
        await desk.Presses("f");
        await desk.Page.Keyboard.TypeAsync("rygge");
        var first = desk.Page.GetByRole(AriaRole.Listbox).GetByRole(AriaRole.Option).First;
        await Expect(first).ToHaveTextAsync(new Regex("^Rygge.*→ Moss, Østfold.*Nav Moss"));
        await desk.IsAccessible("4b searching");
        await desk.Presses("Escape");
    }

    private async Task CallerIsInKarasjokAndItIsUrgent()
    {
        var caller = await Stage.Demo.PhoneOf("Máret Guovžavárri");
        await caller.Dials("55 55 33 33");
        await caller.Presses("1", "1", "9730", "1");
    }
}
