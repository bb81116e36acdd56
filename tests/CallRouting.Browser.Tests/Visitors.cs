using Microsoft.Playwright;

namespace CallRouting.Browser.Tests;

/// <summary>People who have signed in, each with a browser of their own; they leave together.</summary>
internal sealed class Visitors : IAsyncDisposable
{
    private readonly List<IBrowserContext> opened = [];

    /// <param name="person">Null: a role that nobody in particular has taken.</param>
    /// <param name="at">The console's page, with what is asked of it.</param>
    public async Task<IPage> As(string role, string? person, string name, string at, int width = 1360)
    {
        var context = await Stage.Browser.NewContextAsync(
            new()
            {
                ViewportSize = new() { Width = width, Height = 900 },
            }
        );
        opened.Add(context);
        var who = person is null ? "null" : $$"""{"id":"{{person}}","name":"{{name}}"}""";
        var token = person is null ? $"demo-{role}" : $"demo-{role}:{person}";
        await context.AddInitScriptAsync(
            $$"""sessionStorage.setItem("callrouting.session", '{"role":"{{role}}","token":"{{token}}","person":{{who}}}')"""
        );
        var page = await context.NewPageAsync();
        await page.GotoAsync($"{Stage.Demo.ServerUrl}/console/#/{at}");
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var context in opened)
        {
            await context.CloseAsync();
        }
        opened.Clear();
    }
}
