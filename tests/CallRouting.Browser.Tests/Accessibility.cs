using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace CallRouting.Browser.Tests;

/// <summary>WCAG 2.1 A and AA, as far as a machine can tell.</summary>
public static class Accessibility
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"] },
    };

    public static async Task HasNoViolations(IPage page, string when)
    {
        var found = await page.RunAxe(Rules);
        Assert.That(
            found.Violations.Select(rule => $"{rule.Id}: {rule.Help} ({string.Join(" | ", rule.Nodes.Select(node => node.Html))})"),
            Is.Empty,
            when
        );
        Assert.That(found.Passes, Has.Length.GreaterThan(5), "axe looked at the page");
    }
}
