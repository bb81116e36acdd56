using Microsoft.Playwright;

namespace CallRouting.Browser.Tests;

/// <summary>The system's own Chromium; nothing is downloaded. CHROMIUM_PATH names another one.</summary>
public static class Chromium
{
    public static Task<IBrowser> Start(IPlaywright playwright) =>
        playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = Executable(),
                Headless = true,
                // A container's root has no sandbox; the pages are our own.
                Args = ["--no-sandbox"],
            }
        );

    private static string Executable() =>
        Environment.GetEnvironmentVariable("CHROMIUM_PATH")
        ?? (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .SelectMany(_ => Names, Path.Combine)
            .FirstOrDefault(File.Exists)
        ?? throw new AssertionException(
            $"No {string.Join(", ", Names)} on PATH. Debian, Ubuntu: apt-get install chromium; or set CHROMIUM_PATH."
        );

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];
}
