using Microsoft.Playwright;

namespace CallRouting.Browser.Tests;

/// <summary>Pictures of pages for a person to look at, in the order in which they were taken.</summary>
public static class Pictures
{
    public static string Folder { get; } = Path.Combine(Path.GetTempPath(), "callrouting-pictures");

    public static Task Take(IPage page, string what) =>
        page.ScreenshotAsync(
            new() { Path = Path.Combine(Folder, $"{TestContext.CurrentContext.Test.MethodName}, {what}.png"), FullPage = true }
        );
}
