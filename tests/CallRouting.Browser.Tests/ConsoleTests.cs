using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CallRouting.Browser.Tests;

/// <summary>The console's supervisor page, as the server serves it where it has been built.</summary>
public sealed class ConsoleTests
{
    private IPage page = null!;

    [SetUp]
    public async Task Open()
    {
        Stage.NeedsConsole();
        page = await Stage.Browser.NewPageAsync();
        await page.GotoAsync($"{Stage.Demo.ServerUrl}/console/");
    }

    [TearDown]
    public Task Close() => page?.CloseAsync() ?? Task.CompletedTask;

    [Test]
    public async Task A_supervisor_sees_who_left_the_menu_in_need_and_reads_the_story()
    {
        await SomebodyUrgentLeavesTheMenu();
        await Accessibility.HasNoViolations(page, "signing in");
        await page.GetByRole(AriaRole.Button, new() { Name = "Tilsyn" }).ClickAsync();

        var flags = page.Locator("section", new() { HasText = "Ubesvarte samtaler" }).Last;
        await Expect(flags).ToContainTextAsync("Innringer la på i menyen");
        await Expect(flags).ToContainTextAsync("Haster");
        await Accessibility.HasNoViolations(page, "the lists");

        await flags.GetByRole(AriaRole.Button, new() { NameRegex = new("Vis hendelsene") }).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("Samtalen kom inn");
        await Accessibility.HasNoViolations(page, "the story");
    }

    [TestCase("nn", "Kven er du?")]
    [TestCase("en", "Who are you?")]
    public async Task The_console_speaks(string language, string words)
    {
        await page.Locator(".language select").SelectOptionAsync(language);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = words })).ToBeVisibleAsync();
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", language);
    }

    private static async Task SomebodyUrgentLeavesTheMenu()
    {
        var handset = new HandsetPage(await Stage.Browser.NewPageAsync());
        await handset.Page.GotoAsync(Stage.Demo.NetworkUrl);
        await handset.Choose("Peter Ashdown");
        await handset.Dial.ClickAsync();
        await handset.Hears("tast 1");
        await handset.Clicks("1");
        await handset.Hears("Kan det vente, tast 2");
        await handset.Clicks("1");
        await handset.Hears("Tast postnummeret");
        await handset.Page.GetByRole(AriaRole.Button, new() { Name = "Legg på" }).ClickAsync();
        await handset.Page.CloseAsync();
    }
}
