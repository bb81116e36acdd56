using System.Net.Http.Json;
using CallRouting.Scenarios.Processes;
using CallRouting.Server.Rosters;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CallRouting.Browser.Tests;

/// <summary>An officer keeps a promise from the page: one touch, two telephones, one tap.</summary>
public sealed class CallbackTests
{
    private const string Unit = "1902"; // Nav Tromsø
    private readonly Visitors visitors = new();

    [SetUp]
    public void Needs() => Stage.NeedsConsole();

    [TearDown]
    public async Task Close()
    {
        await Stage.Demo.EverybodyHangsUp();
        await visitors.DisposeAsync();
    }

    [Test]
    public async Task A_caller_who_hung_up_is_rung_back_by_one_touch_and_one_tap_tells_how_it_went()
    {
        var (caller, officer, id) = (await Stage.Demo.PhoneOf("Peter Ashdown"), await Stage.Demo.OnDutyAt(Unit), await IdOfWhoIsOnDuty());
        await LeavesWhileItRings(caller);
        var officersPhone = await Stage.Demo.PhoneOf(officer);
        await officersPhone.IsFree();

        var page = await visitors.As("officer", id, officer, "callbacks");
        await Expect(page.GetByText("Ikke forsøkt ennå.")).ToBeVisibleAsync();
        await page.GetByText("Slik er fristen regnet ut").ClickAsync();
        await Expect(page.Locator(".working")).ToContainTextAsync("teller");
        await Accessibility.HasNoViolations(page, "the promise");

        await page.GetByRole(AriaRole.Button, new() { Name = "Ring nå" }).ClickAsync();
        await officersPhone.Answers();
        await officersPhone.Presses("1");
        await caller.Answers();
        await caller.Presses("1");
        await caller.IsTalkingWith(officersPhone);

        await Expect(page.GetByText($"{officer}, Nav Tromsø, snakket med innringeren.")).ToBeVisibleAsync();
        await Accessibility.HasNoViolations(page, "how did it go");
        await page.GetByRole(AriaRole.Button, new() { Name = "Har fått time" }).ClickAsync();
        await Expect(page.GetByText("Ingen åpne tilbakeringinger.")).ToBeVisibleAsync();
        await Expect(page.GetByText("Hvordan gikk det?")).ToHaveCountAsync(0);
        await Pictures.Take(page, "the promise is kept");
    }

    private static async Task LeavesWhileItRings(Handset caller)
    {
        await caller.Dials("+4755553333");
        await caller.Presses("1", "2", "9008", "1");
        await caller.Hears("Vi ringer vakttelefonen på Nav Tromsø");
        await caller.HangsUp();
    }

    private static async Task<string> IdOfWhoIsOnDuty()
    {
        using var api = Stage.Demo.Api("agent");
        var lines = await api.GetFromJsonAsync<List<LineAnswer>>($"/api/offices/{Unit}/lines");
        return lines![0].Primary[0].Id;
    }
}
