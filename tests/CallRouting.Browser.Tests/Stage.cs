using Microsoft.Playwright;

namespace CallRouting.Browser.Tests;

/// <summary>One demo and one browser for all tests here; each test has a page, telephones and an office of its own.</summary>
[SetUpFixture]
public sealed class Stage
{
    private static IPlaywright playwright = null!;

    public static Demo Demo { get; private set; } = null!;

    public static IBrowser Browser { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task Open()
    {
        Demo = await Demo.Start();
        playwright = await Playwright.CreateAsync();
        Browser = await Chromium.Start(playwright);
        Assertions.SetDefaultExpectTimeout(30_000);
    }

    [OneTimeTearDown]
    public async Task Close()
    {
        await Browser.DisposeAsync();
        playwright.Dispose();
        await Demo.DisposeAsync();
    }
}
