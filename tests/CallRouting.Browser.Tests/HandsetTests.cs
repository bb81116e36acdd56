using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CallRouting.Browser.Tests;

/// <summary>The handset page in a real browser, against a real server and network.</summary>
public sealed class HandsetTests
{
    private HandsetPage handset = null!;

    [SetUp]
    public async Task Open()
    {
        handset = new HandsetPage(await Stage.Browser.NewPageAsync());
        await handset.Page.GotoAsync(Stage.Demo.NetworkUrl);
    }

    [TearDown]
    public Task Close() => handset.Page.CloseAsync();

    [Test]
    public async Task A_whole_call_by_mouse()
    {
        await handset.Choose("Tone Lysbråten");
        await handset.Dial.ClickAsync();
        await handset.Hears("tast 1");
        await handset.Clicks("1");
        await handset.Hears("Kan det vente, tast 2");
        await handset.Clicks("2");
        await handset.Hears("Tast postnummeret");
        await handset.Clicks("1481");
        await handset.Hears("Nittedal");
        await handset.Clicks("1");
        await handset.Hears("Vi ringer vakttelefonen på Nav Nittedal");

        await handset.RingsAt("Kaia Skogly").ClickAsync();
        await Expect(handset.State).ToContainTextAsync("Det ringer");
        await handset.Answer.ClickAsync();
        await handset.Hears("Tast 1 for å ta imot");
        await handset.Clicks("1");

        await Expect(handset.Room).ToHaveTextAsync(" Snakker med Tone Lysbråten.");
        await handset.Choose("Tone Lysbråten");
        await Expect(handset.State).ToContainTextAsync("I samtale");
        await Expect(handset.Room).ToHaveTextAsync(" Snakker med Kaia Skogly.");
    }

    [Test]
    public async Task A_whole_call_by_keyboard_only()
    {
        await handset.TabTo(handset.Search);
        await handset.Page.Keyboard.TypeAsync("Kjell Øvrevoll");
        await handset.TabToAndPress(handset.Telephone("Kjell Øvrevoll"));
        await handset.TabToAndPress(handset.Dial);
        await Expect(handset.Key('1')).ToBeFocusedAsync();
        await handset.Hears("tast 1");
        await handset.Types("1");
        await handset.Hears("Kan det vente, tast 2");
        await handset.Types("2");
        await handset.Hears("Tast postnummeret");
        await handset.Types("1530");
        await handset.Hears("Moss");
        await handset.Types("1");

        await Expect(handset.RingsAt("Abdirahman Vadheim")).ToBeVisibleAsync();
        await handset.TabToAndPress(handset.RingsAt("Abdirahman Vadheim"));
        await Expect(handset.State).ToContainTextAsync("Det ringer");
        await handset.TabToAndPress(handset.Answer);
        await Expect(handset.Key('1')).ToBeFocusedAsync();
        await handset.Hears("Tast 1 for å ta imot");
        await handset.Types("1");

        await Expect(handset.Room).ToHaveTextAsync(" Snakker med Kjell Øvrevoll.");
    }

    [Test]
    public async Task A_telephone_is_given_a_behaviour_and_keeps_it()
    {
        await handset.Choose("Jarle Birkenes");
        await handset.Behaviour.SelectOptionAsync("voicemail");
        await handset.Page.GetByLabel("Svarer etter").FillAsync("12");
        await handset.Page.GetByRole(AriaRole.Button, new() { Name = "Lagre oppførsel" }).ClickAsync();
        await Expect(handset.Page.GetByText("Lagret")).ToBeVisibleAsync();

        await handset.Page.ReloadAsync();
        await handset.Choose("Jarle Birkenes");
        await Expect(handset.Behaviour).ToHaveValueAsync("voicemail");
        await Expect(handset.Page.GetByLabel("Svarer etter")).ToHaveValueAsync("12");
    }

    [Test]
    public async Task Whoever_is_not_reached_finds_a_message_in_the_inbox()
    {
        await handset.Choose("Marit Hjellvoll");
        await Expect(handset.Sms).ToContainTextAsync("Ingen meldinger.");
        await Stage.Demo.Sends("+4716000005", "Nav prøvde å ringe deg.");
        await Expect(handset.Sms).ToContainTextAsync("Nav prøvde å ringe deg.");
    }

    [Test]
    public async Task Nothing_on_the_page_breaks_the_rules_of_accessibility_idle_in_a_call_or_ringing()
    {
        await NothingIsInaccessible("at first");
        await handset.Choose("Samira Yusufzad");
        await Expect(handset.Dial).ToBeVisibleAsync();
        await NothingIsInaccessible("idle");
        await handset.Dial.ClickAsync();
        await handset.Hears("tast 1");
        await NothingIsInaccessible("in a call");
        await Stage.Demo.Rings("+4712031601");
        await Expect(handset.RingsAt("")).ToBeVisibleAsync();
        await handset.RingsAt("").ClickAsync();
        await Expect(handset.Answer).ToBeVisibleAsync();
        await NothingIsInaccessible("ringing");
    }

    private Task NothingIsInaccessible(string when) => Accessibility.HasNoViolations(handset.Page, when);
}
