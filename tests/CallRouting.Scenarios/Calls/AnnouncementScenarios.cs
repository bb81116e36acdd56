using System.Net;
using System.Net.Http.Json;
using CallRouting.Server.Menus;

namespace CallRouting.Scenarios.Calls;

/// <summary>Something is told to all callers at once: a crisis, an outage.</summary>
public sealed class AnnouncementScenarios : Scenario
{
    private const string Outage = "Strømmen er borte i deler av landet. Vi svarer som vanlig.";
    private const string OutageNynorsk = "Straumen er borte i delar av landet. Vi svarar som vanleg.";
    private const string OutageEnglish = "There is a power cut in parts of the country. We answer as usual.";

    private Person caller = null!;

    [SetUp]
    public void Somebody_has_a_telephone() => caller = World.Caller();

    [Test]
    public async Task Switched_on_in_mid_call_it_is_heard_once_before_the_next_thing_said()
    {
        await caller.Dials(Population.National);
        await caller.Hears("velkommen til Nav");
        await SwitchOn();

        await caller.Presses("1");
        await caller.Hears(Outage);
        await caller.LastHeard(Outage);
        await caller.Presses("2", "1481");
        await caller.Hears("1 4 8 1 er Nittedal");
        Assert.That(await TimesHeard(Outage), Is.EqualTo(1));
        await World.TimelineTells("call arrived", "announcement heard");
    }

    [Test]
    public async Task A_caller_in_the_queue_hears_it_within_half_a_minute_in_their_own_language()
    {
        await World.AgentSignsIn("agent-1");
        await caller.Dials(Population.National);
        await caller.Presses("4", "3", "3");
        await caller.Hears("Vent litt, så snakkar du");
        await SwitchOn();
        await caller.Hears(OutageNynorsk, within: 30);
        await World.Passes(60);
        Assert.That(await TimesHeard(OutageNynorsk), Is.EqualTo(1));
    }

    [Test]
    public async Task A_caller_whose_office_is_being_rung_hears_it_and_is_connected_as_before()
    {
        await World.CallerToNittedal();
        await Officer("Primary").Rings();
        await SwitchOn();
        await caller.Hears(Outage, within: 30);
        await Officer("Backup").AnswersAndPresses("1");
        await caller.IsTalkingWith("Backup");
        Assert.That(await Heard("Backup"), Has.None.EqualTo(Outage), "officers are no callers");
    }

    [Test]
    public async Task Switched_off_nobody_hears_it_and_it_is_shown_who_switched_it_on()
    {
        await SwitchOn();
        var shown = await Current();
        Assert.That((shown.On, shown.By, shown.Texts!["en"]), Is.EqualTo((true, "supervisor", OutageEnglish)));

        using var supervisor = World.Api("supervisor");
        using var answer = await supervisor.DeleteAsync(new Uri("/api/announcement", UriKind.Relative));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        await caller.Dials(Population.National);
        await caller.Hears("velkommen til Nav");
        Assert.That((await Current()).On, Is.False);
        Assert.That(await TimesHeard(Outage), Is.Zero);
    }

    [Test]
    public async Task It_ends_by_itself_at_its_time()
    {
        await SwitchOn(until: "2026-11-18T10:05:00+01:00");
        await World.Passes(NodaTime.Duration.FromMinutes(5));
        await caller.Dials(Population.National);
        await caller.Hears("velkommen til Nav");
        Assert.That(await TimesHeard(Outage), Is.Zero);
    }

    [Test]
    public async Task A_new_one_is_heard_also_by_who_heard_the_one_before()
    {
        await SwitchOn();
        await caller.Dials(Population.National);
        await caller.Hears(Outage);
        await SwitchOn(nb: "Strømmen er tilbake.");
        await caller.Presses("1");
        await caller.Hears("Strømmen er tilbake.");
    }

    [TestCase("", null, "The text in nb is missing")]
    [TestCase("Se nav.no for mer.", null, "leads callers to a web page")]
    [TestCase("Ta kontakt med Røde Kors.", null, "steers callers to voluntary organisations")]
    [TestCase("Vi åpner {tid}.", null, "has braces")]
    [TestCase(Outage, "2026-11-18T09:00:00+01:00", "is not a moment at which the announcement can end")]
    [TestCase(Outage, "soon", "is not a moment at which the announcement can end")]
    public async Task What_callers_must_not_hear_is_refused_with_the_reason(string nb, string? until, string why)
    {
        using var answer = await Put(nb, until);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain(why));
        Assert.That((await Current()).On, Is.False);
    }

    private async Task SwitchOn(string nb = Outage, string? until = null)
    {
        using var answer = await Put(nb, until);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), await answer.Content.ReadAsStringAsync());
    }

    private async Task<HttpResponseMessage> Put(string nb, string? until)
    {
        using var supervisor = World.Api("supervisor");
        var texts = new
        {
            nb,
            nn = OutageNynorsk,
            en = OutageEnglish,
        };
        return await supervisor.PutAsJsonAsync("/api/announcement", new { texts, until });
    }

    private Task<AnnouncementAnswer> Current() => World.Get<AnnouncementAnswer>("agent", "announcement");

    private async Task<int> TimesHeard(string text) => (await caller.Heard()).Count(heard => heard == text);

    private async Task<IReadOnlyList<string>> Heard(string name) => await Officer(name).Heard();
}
