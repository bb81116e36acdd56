using System.Text.Json;
using CallRouting.Server.Supervision;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CallRouting.Browser.Tests;

/// <summary>Flags, the wallboard and messages in a browser. Gamle Oslo's line for families has a gap in the demo, and Halden a message.</summary>
public sealed class SupervisionTests
{
    private readonly List<IBrowserContext> opened = [];

    [SetUp]
    public void Needs() => Stage.NeedsConsole();

    [TearDown]
    public async Task Close()
    {
        foreach (var context in opened)
        {
            await context.CloseAsync();
        }
        opened.Clear();
    }

    [Test]
    public async Task A_supervisor_asks_a_lead_answers_and_the_flag_is_closed_with_what_was_found()
    {
        await RoundsAreMade();
        var supervisor = await As("supervisor", null, "flags");
        await supervisor.GetByLabel("Hva", new() { Exact = true }).SelectOptionAsync("HoursUncovered");
        await Accessibility.HasNoViolations(supervisor, "the flags");
        await supervisor.GetByRole(AriaRole.Button, new() { NameRegex = new("Følg opp varselet hos Nav Gamle Oslo") }).ClickAsync();
        var dialog = supervisor.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Spørsmål til kontoret").FillAsync("Gjelder 018190 10001");
        await Expect(dialog.GetByText("ser ut som et fødselsnummer")).ToBeVisibleAsync();
        await Expect(dialog.GetByRole(AriaRole.Button, new() { Name = "Spør kontoret" })).ToBeDisabledAsync();
        await Accessibility.HasNoViolations(supervisor, "a warning while writing");
        await dialog.GetByLabel("Spørsmål til kontoret").FillAsync("Hvorfor er ingen på vakt?");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Spør kontoret" }).ClickAsync();
        await Expect(dialog.GetByText("Venter på svar")).ToBeVisibleAsync();

        var lead = await As("lead", "0316-3", "flags");
        await lead.GetByRole(AriaRole.Button, new() { NameRegex = new("Følg opp varselet") }).First.ClickAsync();
        var own = lead.GetByRole(AriaRole.Dialog);
        await Expect(own.GetByText("Hvorfor er ingen på vakt?")).ToBeVisibleAsync();
        await own.GetByLabel("Svar fra kontoret").FillAsync("Vakta er satt opp fra i morgen.");
        await own.GetByRole(AriaRole.Button, new() { Name = "Send svaret" }).ClickAsync();
        await Expect(own.GetByText("Vakta er satt opp fra i morgen.")).ToBeVisibleAsync();

        await Expect(dialog.GetByText("Vakta er satt opp fra i morgen.")).ToBeVisibleAsync();
        await dialog.GetByLabel("Konklusjon").SelectOptionAsync("PutRight");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Lukk varselet" }).ClickAsync();
        await Expect(dialog.GetByText("Avvik, rettet opp").First).ToBeVisibleAsync();
        await Pictures.Take(supervisor, "a flag, closed");
    }

    [Test]
    public async Task The_wall_can_be_read_in_light_and_dark_and_says_of_each_figure_how_it_stands()
    {
        await RoundsAreMade();
        var wall = await As("supervisor", null, "wallboard");
        await Expect(wall.Locator(".wall-tile")).ToHaveCountAsync(6);
        var gaps = wall.Locator(".wall-tile", new() { HasText = "Vaktlinjer med hull i dag" });
        await Expect(gaps.Locator(".wall-standing")).ToHaveTextAsync("Se på dette");
        await Expect(wall.GetByText("Talt klokka")).ToBeVisibleAsync();
        await Accessibility.HasNoViolations(wall, "light");
        await wall.GetByRole(AriaRole.Button, new() { Name = "Mørk tavle" }).ClickAsync();
        await Accessibility.HasNoViolations(wall, "dark");
        await Pictures.Take(wall, "the wall, dark");
        await wall.GetByLabel("Fylke").SelectOptionAsync("Svalbard");
        await Expect(wall.GetByRole(AriaRole.Heading, new() { Name = "Svalbard" })).ToBeVisibleAsync();
        await Expect(gaps.Locator(".wall-standing")).ToHaveTextAsync("Som det skal");
    }

    [Test]
    public async Task An_agent_writes_the_office_reads_and_the_agent_sees_it()
    {
        var agent = await As("agent", "agent-6", "messages");
        await agent.GetByRole(AriaRole.Combobox, new() { Name = "Hvilket kontor?" }).FillAsync("Halden");
        await agent.Locator(".office-search [role=option]").First.ClickAsync();
        await agent.GetByRole(AriaRole.Button, new() { Name = "Mat" }).ClickAsync();
        await agent.GetByLabel("Haster").CheckAsync();
        await agent.GetByLabel("Kort beskjed").FillAsync("Ring 22 33 44 55");
        await Expect(agent.GetByText("«22 33 44 55» ser ut som et telefonnummer. Ta det ut.")).ToBeVisibleAsync();
        await Expect(Send(agent)).ToBeDisabledAsync();
        await Accessibility.HasNoViolations(agent, "a message that is written");
        await agent.GetByLabel("Kort beskjed").FillAsync("Bruk bakdøra.");
        await Send(agent).ClickAsync();
        await Expect(agent.GetByText("Sendt, ikke åpnet")).ToBeVisibleAsync();

        var officer = await As("officer", "0101-1", "messages");
        await Expect(officer.GetByText("Ulest", new() { Exact = true })).ToBeVisibleAsync();
        await officer.GetByRole(AriaRole.Button, new() { NameRegex = new("Åpne meldingen") }).First.ClickAsync();
        await Expect(officer.GetByText("Bruk bakdøra.")).ToBeVisibleAsync();
        await Accessibility.HasNoViolations(officer, "a message that is read");
        await Pictures.Take(officer, "a message");
        await Expect(agent.GetByText("Åpnet av Unni Fjellbakk")).ToBeVisibleAsync();
    }

    private static ILocator Send(IPage agent) => agent.GetByRole(AriaRole.Button, new() { NameRegex = new("^Send") });

    private static Task RoundsAreMade() => Stage.Demo.Do<SupervisionRounds>((rounds, now) => rounds.RunOnce(now));

    private async Task<IPage> As(string role, string? id, string page)
    {
        var context = await Stage.Browser.NewContextAsync(
            new()
            {
                ViewportSize = new() { Width = 1400, Height = 1000 },
            }
        );
        opened.Add(context);
        var session = JsonSerializer.Serialize(
            new
            {
                role,
                token = id is null ? $"demo-{role}" : $"demo-{role}:{id}",
                person = id is null ? null : new { id, name = id },
            }
        );
        await context.AddInitScriptAsync($"sessionStorage.setItem('callrouting.session', {JsonSerializer.Serialize(session)})");
        var tab = await context.NewPageAsync();
        await tab.GotoAsync($"{Stage.Demo.ServerUrl}/console/#/{page}");
        return tab;
    }
}
