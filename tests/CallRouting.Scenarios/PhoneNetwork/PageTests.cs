using System.Net;
using static CallRouting.Scenarios.PhoneNetwork.NetworkWorld;

namespace CallRouting.Scenarios.PhoneNetwork;

/// <summary>The handset page: what a browser needs of the network.</summary>
[Parallelizable(ParallelScope.All)]
public class PageTests
{
    [TestCase("/", "text/html", "Simulert telefonnett")]
    [TestCase("/", "text/html", "Eksempeldata")]
    [TestCase("/handset.js", "text/javascript", "EventSource")]
    [TestCase("/handset.css", "text/css", ":focus-visible")]
    [TestCase("/sound.js", "text/javascript", "SpeechSynthesisUtterance")]
    [TestCase("/numbers.js", "text/javascript", "displayNumber")]
    public async Task The_page_comes_out_of_the_program_itself(string path, string type, string content)
    {
        await using var world = new NetworkWorld();
        using var browser = world.Control;
        using var response = await browser.GetAsync(path);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(response.Content.Headers.ContentType?.MediaType, Is.EqualTo(type));
        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain(content));
    }

    [Test]
    public async Task The_page_asks_nobody_but_the_network()
    {
        await using var world = new NetworkWorld();
        using var browser = world.Control;
        using var response = await browser.GetAsync("/");
        var html = await response.Content.ReadAsStringAsync();
        Assert.That(html, Does.Not.Contain("https://").And.Not.Contain("//cdn"));
        Assert.That(response.Headers.GetValues("Content-Security-Policy").Single(), Does.StartWith("default-src 'self'"));
    }

    [Test]
    public async Task What_happens_is_told_live_the_first_word_at_once_a_heartbeat_in_silence()
    {
        await using var world = new NetworkWorld();
        world.Product.Says("/voice", """<Say language="nb-NO">Hei.</Say>""");
        using var browser = world.Control;
        using var live = await browser.GetAsync("/live", HttpCompletionOption.ResponseHeadersRead);
        using var lines = new StreamReader(await live.Content.ReadAsStreamAsync());
        Assert.That(await lines.ReadLineAsync(), Is.EqualTo("event: hello"));
        while (world.Time.NextDue is null)
            await Task.Yield();
        world.Time.Advance(TimeSpan.FromSeconds(15));
        while (await lines.ReadLineAsync() != "event: heartbeat") { }
        await world.Dials();
        var told = new List<string>();
        while (!told.Exists(line => line.Contains("Hei.", StringComparison.Ordinal)))
            told.Add(await lines.ReadLineAsync() ?? throw new AssertionException("The feed ended."));
        Assert.That(told, Has.Some.Contains("\"what\":\"call-ringing\"").And.Some.EqualTo("event: happened"));
    }

    [Test]
    public async Task The_numbers_that_can_be_dialled_and_the_time_are_known_to_the_page()
    {
        await using var world = new NetworkWorld();
        using var browser = world.Control;
        Assert.That(await browser.GetStringAsync("/numbers"), Does.Contain(National));
        Assert.That(await browser.GetStringAsync("/clock"), Is.EqualTo("""{"now":"2026-11-18T09:00:00+00:00","speed":1}"""));
    }
}
