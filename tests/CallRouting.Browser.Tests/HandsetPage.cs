using Microsoft.Playwright;

namespace CallRouting.Browser.Tests;

/// <summary>The page of the virtual telephones, in the words that a person sees on it.</summary>
public sealed class HandsetPage(IPage page)
{
    private const int MostTabs = 60;

    public IPage Page => page;

    public ILocator Search => page.GetByLabel("Søk");

    public ILocator Dial => page.GetByRole(AriaRole.Button, new() { Name = "Ring", Exact = true });

    public ILocator Answer => page.GetByRole(AriaRole.Button, new() { Name = "Svar", Exact = true });

    public ILocator Behaviour => page.GetByLabel("Oppførsel");

    public ILocator State => page.Locator("#handset-state");

    public ILocator Room => page.Locator("#handset-room");

    public ILocator Sms => page.Locator("#sms");

    public ILocator Telephone(string name) => page.GetByRole(AriaRole.Button, new() { Name = name }).And(page.Locator("#phones button"));

    public ILocator RingsAt(string name) => page.GetByRole(AriaRole.Button, new() { Name = $"Det ringer hos {name}" });

    public ILocator Key(char key) => page.Locator("#keypad").GetByRole(AriaRole.Button, new() { Name = $"{key}", Exact = true });

    public async Task Choose(string name)
    {
        await Search.FillAsync(name);
        await Telephone(name).ClickAsync();
    }

    /// <summary>What the telephone hears now, last on its list.</summary>
    public Task Hears(string words) => Assertions.Expect(page.Locator("#heard li").Last).ToContainTextAsync(words);

    public async Task Clicks(string keys)
    {
        foreach (var key in keys)
        {
            await Key(key).ClickAsync();
        }
        await HasPressed(keys);
    }

    public async Task Types(string keys)
    {
        await page.Keyboard.TypeAsync(keys);
        await HasPressed(keys);
    }

    /// <summary>Tabs, as who has no mouse, until the focus is there.</summary>
    public async Task TabTo(ILocator target)
    {
        for (var tabs = 0; tabs < MostTabs; tabs++)
        {
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement"))
            {
                return;
            }
            await page.Keyboard.PressAsync("Tab");
        }
        Assert.Fail($"{MostTabs} tabs do not lead to {target}.");
    }

    public async Task TabToAndPress(ILocator target)
    {
        await TabTo(target);
        await page.Keyboard.PressAsync("Enter");
    }

    private Task HasPressed(string keys) =>
        Assertions
            .Expect(page.Locator("#pressed"))
            .ToHaveTextAsync(new System.Text.RegularExpressions.Regex($"^Trykket .*{string.Join(' ', keys.AsEnumerable())}$"));
}
