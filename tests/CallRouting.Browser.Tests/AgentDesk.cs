using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CallRouting.Browser.Tests;

/// <summary>An agent's page in a browser of its own, in the words that an agent sees on it.</summary>
public sealed class AgentDesk : IAsyncDisposable
{
    private readonly IBrowserContext browser;
    private bool isDead;

    private AgentDesk(IBrowserContext browser, IPage page) => (this.browser, Page) = (browser, page);

    public IPage Page { get; }

    /// <summary>The one line that says what is happening.</summary>
    public ILocator Now => Page.Locator(".now-line");

    public ILocator Card(string heading) => Page.Locator("section.card", new() { HasText = heading }).Last;

    public static async Task<AgentDesk> Opens()
    {
        var browser = await Stage.Browser.NewContextAsync(
            new()
            {
                ViewportSize = new() { Width = 1280, Height = 900 },
            }
        );
        var desk = new AgentDesk(browser, await browser.NewPageAsync());
        await desk.Page.GotoAsync($"{Stage.Demo.ServerUrl}/console/");
        return desk;
    }

    public static async Task<AgentDesk> Of(string name)
    {
        var desk = await Opens();
        await desk.SignsInAs(name);
        return desk;
    }

    public async Task SignsInAs(string name)
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = "Veileder på kontaktsenteret" }).ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = name }).ClickAsync();
        await Expect(Now).ToBeVisibleAsync();
    }

    /// <summary>In the queue for calls; they come by themselves.</summary>
    public async Task IsReady()
    {
        await Presses("g");
        await Sees("Klar. Du får tilbud om neste samtale.");
    }

    /// <summary>One key, as it stands on the button.</summary>
    public Task Presses(string key) => Page.Keyboard.PressAsync(key);

    public Task Sees(string words) => Expect(Now).ToContainTextAsync(words);

    /// <summary>Looks at the page with a machine's eyes, and keeps a picture for a person's.</summary>
    public async Task IsAccessible(string when)
    {
        await Pictures.Take(Page, $"agent, {when}");
        await Accessibility.HasNoViolations(Page, when);
        // What has no words shows as its key.
        Assert.That(
            await Page.Locator("main").InnerTextAsync(),
            Does.Not.Match(@"\b(told|person|code|transfer|call|hit)\.[A-Za-z]+\b"),
            when
        );
    }

    /// <summary>Browser, page, worker and all are gone, without a farewell to the server.</summary>
    public async Task Dies()
    {
        isDead = true;
        await browser.CloseAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!isDead)
        {
            await Dies();
        }
    }
}
