using Microsoft.Playwright;

namespace CallRouting.Browser.Tests;

/// <summary>One demo and one browser for all tests here; each test has a page, telephones and an office of its own.</summary>
[SetUpFixture]
public sealed class Stage
{
    private static IPlaywright playwright = null!;

    public static Demo Demo { get; private set; } = null!;

    public static IBrowser Browser { get; private set; } = null!;

    /// <summary>Says what to do where the console's pages have not been built; their tests are not run then.</summary>
    public static void NeedsConsole() =>
        Assume.That(
            Path.Combine(AppContext.BaseDirectory, "console", "index.html"),
            Does.Exist,
            "The console is not built: npm ci && npm run build in src/console, and build the tests again."
        );

    [OneTimeSetUp]
    public async Task Open()
    {
        Directory.CreateDirectory(Pictures.Folder);
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
