using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CallRouting.Browser.Tests;

/// <summary>Rosters in a browser. Each test has an office of its own, and looks at the next week that has not begun.</summary>
public sealed class RosterTests
{
    private readonly Visitors visitors = new();

    [SetUp]
    public void Needs() => Stage.NeedsConsole();

    [TearDown]
    public ValueTask Close() => visitors.DisposeAsync();

    [Test]
    public async Task An_office_of_three_draws_its_year_sees_it_beside_what_stands_and_publishes_it()
    {
        var lead = await As("lead", "0219-3", "Ragnhild Årsetøy", "?tab=draft");
        await lead.GetByText("Lag turnus for hele året").ClickAsync();
        foreach (var name in new[] { "Ragnhild Årsetøy", "Laila Fagerås", "Ragnhild Kleivane" })
        {
            await lead.Locator("form").GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();
        }
        await lead.GetByRole(AriaRole.Button, new() { Name = "Laila Fagerås tidligere" }).ClickAsync();
        await Accessibility.HasNoViolations(lead, "the draft");
        await lead.GetByRole(AriaRole.Button, new() { Name = "Lag turnus av dette" }).ClickAsync();
        await Expect(lead.Locator(".rules")).ToContainTextAsync("Laila Fagerås → Ragnhild Årsetøy → Ragnhild Kleivane");
        await lead.GetByRole(AriaRole.Button, new() { Name = "Lagre utkast" }).ClickAsync();
        await Expect(lead.GetByText("Lagret av Ragnhild Årsetøy")).ToBeVisibleAsync();

        await lead.GetByRole(AriaRole.Button, new() { Name = "Se hva som skjer" }).ClickAsync();
        var reason = lead.GetByLabel("Grunn til at hullene godtas");
        await Expect(lead.GetByText("Endrer vaktene til")).ToBeVisibleAsync();
        if (await reason.IsVisibleAsync())
        {
            // The turnus begins on Monday; until then nobody is on it.
            await reason.FillAsync("Turnusen begynner på mandag");
        }
        await Accessibility.HasNoViolations(lead, "what would come of it");
        await lead.GetByRole(AriaRole.Button, new() { Name = "Publiser planen" }).ClickAsync();
        await Expect(lead.GetByText("Ingen har begynt på et utkast")).ToBeVisibleAsync();

        await lead.GetByRole(AriaRole.Tab, new() { Name = "Gjeldende plan" }).ClickAsync();
        await lead.GetByRole(AriaRole.Button, new() { Name = "Uka etter" }).ClickAsync();
        await Expect(Days(lead).Nth(1).Locator(".duty-who")).ToHaveTextAsync(["Laila Fagerås", "Ragnhild Årsetøy"]);
        await Pictures.Take(lead, "the week");
    }

    [Test]
    public async Task Fixed_shifts_are_dragged_to_their_days_or_chosen_by_keyboard()
    {
        var lead = await As("lead", "0231-3", "Zahra Tadesseh", "?tab=draft");
        await lead.GetByText("Faste vakter, ukedag for ukedag").ClickAsync();
        var wednesday = lead.GetByLabel("vakthavende, onsdag");

        await lead.Locator(".palette li", new() { HasText = "Solveig Bergsåker" }).DragToAsync(wednesday);
        await Expect(wednesday).ToHaveValueAsync("0231-2");
        await lead.GetByLabel("vakthavende, torsdag").SelectOptionAsync("0231-3");

        await Expect(lead.Locator(".rules")).ToContainTextAsync("Roar Askvik mandag, tirsdag, fredag");
        await Expect(lead.GetByText("Endringene er ikke lagret")).ToBeVisibleAsync();
    }

    [Test]
    public async Task Two_leads_who_edit_one_draft_do_not_overwrite_each_other()
    {
        var first = await As("lead", "0213-3", "Oddvar Sundlia", "?tab=draft");
        var second = await As("lead", "0213-3", "Oddvar Sundlia", "?tab=draft");
        foreach (var page in new[] { first, second })
        {
            await page.Locator(".rules").GetByRole(AriaRole.Button, new() { Name = "Fjern" }).First.ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Lagre utkast" }).ClickAsync();
        }
        await Expect(first.GetByText("Lagret av Oddvar Sundlia")).ToBeVisibleAsync();
        await Expect(second.GetByText("Somebody else has saved the draft")).ToBeVisibleAsync();
        await Expect(second.GetByText("Endringene er ikke lagret")).ToBeVisibleAsync();
    }

    [Test]
    public async Task An_officer_takes_a_colleagues_shift_from_a_phone_in_two_clicks_and_a_gap_stands_in_plain_sight()
    {
        var officer = await As("officer", "0220-2", "", "", 360);
        await officer.GetByRole(AriaRole.Button, new() { Name = "Uka etter" }).ClickAsync();
        var thursday = Days(officer).Nth(3);
        var colleague = await thursday.Locator(".duty-who").First.InnerTextAsync();

        await thursday.Locator("button.duty").First.ClickAsync();
        await Accessibility.HasNoViolations(officer, "a duty");
        await officer.GetByRole(AriaRole.Button, new() { Name = "Jeg tar vakta" }).ClickAsync();

        await Expect(thursday.Locator(".duty").First).ToContainTextAsync("byttet");
        await Expect(thursday.Locator(".duty-who").First).Not.ToHaveTextAsync(colleague);

        foreach (var _ in Enumerable.Range(0, 2))
        {
            await Days(officer).Nth(4).Locator("button.duty:not(.duty-gap)").First.ClickAsync();
            await officer.GetByRole(AriaRole.Button, new() { Name = "Ta av vakt" }).ClickAsync();
            await Expect(officer.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        }
        await Expect(Days(officer).Nth(4)).ToContainTextAsync("Ingen på vakt 09:00–15:00");
        await Accessibility.HasNoViolations(officer, "a gap");
        await Pictures.Take(officer, "a gap on a phone");
    }

    [Test]
    public async Task A_supervisor_sees_the_country_and_who_would_ring_on_friday()
    {
        var supervisor = await As("supervisor", null, "", "", 1360, "coverage");
        await Expect(supervisor.GetByText("Kontorer med vakttelefon")).ToBeVisibleAsync();
        await Expect(supervisor.GetByText("av 255").First).ToBeVisibleAsync();
        await Accessibility.HasNoViolations(supervisor, "the wall");
        await supervisor.GetByText("Vis bare kontorer med hull").ClickAsync();

        await supervisor.GetByRole(AriaRole.Link, new() { Name = "Nav Bærum" }).ClickAsync();
        await supervisor.GetByRole(AriaRole.Tab, new() { Name = "Hvem ringer det hos?" }).ClickAsync();
        await supervisor.GetByRole(AriaRole.Button, new() { NameRegex = new("fre.*15:30") }).ClickAsync();
        await Expect(supervisor.GetByText("Kontaktsenteret er stengt da")).ToBeVisibleAsync();
        await Accessibility.HasNoViolations(supervisor, "who would ring");
    }

    [Test]
    public async Task A_file_becomes_the_draft_when_its_wrong_rows_have_been_seen_and_a_calendar_follows_the_roster()
    {
        var lead = await As("lead", "0229-3", "Lead", "?tab=draft");
        await lead.GetByText("Hent fra fil").ClickAsync();
        var sheet = "dato;fra;til;vakthavende;rolle\n2027-01-04;09:00;15:00;0229-1;\n2027-01-04;09:00;15:00;Nobody;bakvakt\n";
        await lead.GetByLabel("Fil")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "vakter.csv",
                    MimeType = "text/csv",
                    Buffer = System.Text.Encoding.UTF8.GetBytes(sheet),
                }
            );
        await Expect(lead.GetByText("Ingenting er hentet")).ToContainTextAsync("Nobody");
        await Accessibility.HasNoViolations(lead, "refused rows");
        await lead.GetByRole(AriaRole.Button, new() { Name = "Hent de andre radene" }).ClickAsync();
        await Expect(lead.Locator(".rules")).ToContainTextAsync("2027-01-04");

        await lead.GetByRole(AriaRole.Tab, new() { Name = "Gjeldende plan" }).ClickAsync();
        await lead.GetByText("Last ned eller følg i egen kalender").ClickAsync();
        var download = await lead.RunAndWaitForDownloadAsync(() => lead.GetByRole(AriaRole.Button, new() { Name = "CSV" }).ClickAsync());
        Assert.That(await File.ReadAllTextAsync(await download.PathAsync()), Does.Contain("vakthavende"));
        await lead.GetByRole(AriaRole.Button, new() { Name = "Lag adresse" }).ClickAsync();
        var address = await lead.Locator(".address").InnerTextAsync();
        using var anybody = new HttpClient();
        Assert.That(await anybody.GetStringAsync(address), Does.StartWith("BEGIN:VCALENDAR"));
        await Accessibility.HasNoViolations(lead, "calendars");
    }

    [Test]
    public async Task An_officer_tells_of_leave_and_takes_it_back_where_the_roster_shows_it()
    {
        var officer = await As("officer", "0211-1", "Officer", "?tab=people");
        await officer.GetByRole(AriaRole.Button, new() { Name = "Meld fravær" }).ClickAsync();
        await Expect(officer.GetByText("Vaktene i den tida er åpne")).ToBeVisibleAsync();
        await Accessibility.HasNoViolations(officer, "leave");

        await officer.GetByRole(AriaRole.Tab, new() { Name = "Gjeldende plan" }).ClickAsync();
        await officer.Locator(".day-today .absent").First.ClickAsync();
        await officer.GetByRole(AriaRole.Button, new() { Name = "Trekk tilbake" }).ClickAsync();
        await Expect(officer.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
    }

    [Test]
    public async Task A_phone_is_verified_by_the_code_that_came_to_it()
    {
        var lead = await As("lead", "0221-3", "Habiba Ghebreab", "?tab=people");
        var officer = lead.Locator(".phones", new() { HasText = "Oddny Vikanes" });
        await Expect(officer).ToContainTextAsync("Ikke bekreftet");
        await officer.GetByRole(AriaRole.Button, new() { Name = "Send kode på SMS" }).ClickAsync();
        await officer.GetByLabel("Kode, seks siffer").FillAsync(await (await Stage.Demo.PhoneOf("Oddny Vikanes")).IsTexted(@"\d{6}"));
        await Accessibility.HasNoViolations(lead, "a code");
        await officer.GetByRole(AriaRole.Button, new() { Name = "Bekreft telefonen" }).ClickAsync();
        await Expect(officer).Not.ToContainTextAsync("Ikke bekreftet");
    }

    [Test]
    public async Task A_lead_is_told_of_hours_without_anybody_and_confirms_that_it_is_seen()
    {
        // The demo's line for families has nobody; the rounds are made each minute.
        var lead = await As("lead", "0316-3", "Laila Skogly", "");
        var notices = lead.Locator("section", new() { HasText = "Varsler som ingen har bekreftet" });
        await Expect(notices).ToBeVisibleAsync(new() { Timeout = 120_000 });
        await Accessibility.HasNoViolations(lead, "notices");
        var seen = await notices.GetByRole(AriaRole.Listitem).CountAsync();
        await notices.GetByRole(AriaRole.Button, new() { Name = "Bekreft at det er sett" }).First.ClickAsync();
        await Expect(lead.GetByRole(AriaRole.Button, new() { Name = "Bekreft at det er sett" })).Not.ToHaveCountAsync(seen);
    }

    [Test]
    public async Task A_draft_is_tried_on_past_calls_and_on_next_years_holidays()
    {
        var lead = await As("lead", "0228-3", "Lead", "?tab=draft");
        await lead.GetByRole(AriaRole.Button, new() { Name = "Samtalene fra de siste" }).ClickAsync();
        await Expect(lead.GetByText("Ingen samtaler i den tida")).ToBeVisibleAsync();
        await lead.GetByRole(AriaRole.Button, new() { Name = "Helligdager og klokkeskift" }).ClickAsync();
        await Expect(lead.GetByText("døgn på 23 timer")).ToBeVisibleAsync();
        await Accessibility.HasNoViolations(lead, "the trial");
        await Pictures.Take(lead, "the trial");
    }

    private static ILocator Days(IPage page) => page.Locator(".days .day");

    private Task<IPage> As(string role, string? person, string name, string query, int width = 1360, string at = "roster") =>
        visitors.As(role, person, name, at + query, width);
}
