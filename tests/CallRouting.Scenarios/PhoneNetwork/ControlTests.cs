using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using static CallRouting.Scenarios.PhoneNetwork.NetworkWorld;

namespace CallRouting.Scenarios.PhoneNetwork;

/// <summary>Issue 2, point 8: the control interface over HTTP.</summary>
[Parallelizable(ParallelScope.All)]
public class ControlTests
{
    private static async Task<JsonElement> Get(NetworkWorld world, string path)
    {
        using var control = world.Control;
        return await control.GetFromJsonAsync<JsonElement>(path);
    }

    private static async Task<(HttpStatusCode Status, JsonElement Body)> Post(NetworkWorld world, string path, object? body = null)
    {
        using var control = world.Control;
        using var response = await control.PostAsJsonAsync(path, body ?? new { });
        await world.Settle();
        return (response.StatusCode, await response.Content.ReadFromJsonElement());
    }

    [Test]
    public async Task Phones_are_listed_with_number_role_name_and_state()
    {
        await using var world = new NetworkWorld();
        var phones = await Get(world, "/phones");
        Assert.That(
            phones[1].GetRawText(),
            Is.EqualTo($$"""{"number":"{{Officer}}","role":"officer","name":"Ola Officer","state":"idle"}""")
        );
    }

    [Test]
    public async Task A_call_is_made_with_nothing_but_HTTP()
    {
        await using var world = new NetworkWorld();
        world
            .Product.Says(
                "/voice",
                """<Gather numDigits="4" finishOnKey="" action="/keys"><Say language="nb-NO">Postnummer?</Say></Gather>"""
            )
            .Says("/keys", """<Say language="nb-NO">Takk.</Say>""");
        Assert.That(
            (await Post(world, "/phones/4710000001/dial", new { to = "55 55 33 33" })).Body.GetProperty("sid").GetString(),
            Does.StartWith("CA")
        );
        var pressed = await Post(world, "/phones/+4710000001/press", new { keys = "1481" });
        Assert.That(pressed.Body.GetProperty("received").GetString(), Is.EqualTo("1481"));
        var phone = await Get(world, "/phones/4710000001");
        Assert.That(phone.GetProperty("state").GetString(), Is.EqualTo("inCall"));
        Assert.That(phone.GetProperty("call").GetProperty("state").GetString(), Is.EqualTo("in-progress"));
        Assert.That(phone.GetProperty("heard")[1].GetProperty("language").GetString(), Is.EqualTo("nb-NO"));
        Assert.That(phone.GetProperty("heard")[1].GetProperty("text").GetString(), Is.EqualTo("Takk."));
        Assert.That((await Post(world, "/phones/10000001/hang-up")).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await Get(world, "/debugger")).GetArrayLength(), Is.Zero);
        Assert.That(
            (await Get(world, "/events")).EnumerateArray().Select(told => told.GetProperty("what").GetString()),
            Has.Member("call-completed")
        );
    }

    [Test]
    public async Task A_withheld_number_reaches_the_product_as_anonymous()
    {
        await using var world = new NetworkWorld();
        world.Product.Says("/voice", "<Hangup/>");
        await Post(world, "/phones/4710000001/dial", new { to = National, withheld = true });
        var asked = world.Product.AskedAt("/voice").Single();
        Assert.That((asked["From"], asked["Caller"], asked["FromCountry"]), Is.EqualTo(("anonymous", "anonymous", "")));
    }

    [Test]
    public async Task A_telephone_that_is_not_in_the_book_may_dial()
    {
        await using var world = new NetworkWorld();
        world.Product.Says("/voice", "<Pause length=\"60\"/>");
        await Post(world, "/phones/4612345678/dial", new { to = National });
        Assert.That(world.Product.AskedAt("/voice").Single()["From"], Is.EqualTo("+4612345678"));
        Assert.That((await Get(world, "/phones/4612345678")).GetProperty("state").GetString(), Is.EqualTo("inCall"));
    }

    [Test]
    public async Task A_behaviour_holds_until_it_is_changed()
    {
        await using var world = new NetworkWorld();
        world.Product.Says("/screen", "<Hangup/>");
        await Post(world, "/phones/4710000002/behave", new { answerAfterSeconds = 2, then = "answerSilently" });
        Assert.That(
            (await Get(world, "/phones/4710000002")).GetProperty("behaviour").GetProperty("then").GetString(),
            Is.EqualTo("answerSilently")
        );
        for (var call = 1; call <= 2; call++)
        {
            await world.Calls(Officer);
            await world.Passes(3);
            Assert.That(world.Product.AskedAt("/screen"), Has.Count.EqualTo(call));
        }
        await Post(world, "/phones/4710000002/behave", new { then = "manual" });
        await world.Calls(Officer);
        await world.Passes(3);
        Assert.That((await Get(world, "/phones/4710000002")).GetProperty("state").GetString(), Is.EqualTo("ringing"));
    }

    [Test]
    public async Task A_behaviour_given_while_it_rings_begins_at_once()
    {
        await using var world = new NetworkWorld();
        world.Product.Says("/screen", "<Pause length=\"60\"/>");
        await world.Calls(Officer);
        await Post(world, "/phones/4710000002/behave", new { answerAfterSeconds = 0, then = "answerSilently" });
        Assert.That((await world.CallOf(Officer)).State, Is.EqualTo("in-progress"));
    }

    [TestCase("/phones/4710000001/press", """{"keys":"1"}""", 409, "in a call only")]
    [TestCase("/phones/4710000001/press", """{"keys":"12a"}""", 400, "0-9 # *")]
    [TestCase("/phones/4710000001/answer", "{}", 409, "Only a ringing telephone")]
    [TestCase("/phones/4710000001/hang-up", "{}", 409, "rings or is in a call")]
    [TestCase("/phones/4710000001/dial", "{}", 400, "to")]
    [TestCase("/phones/4710000001/dial", """{"to":"22 33 44 55"}""", 404, "+4755553333")]
    [TestCase("/phones/4710000001/dial", """{"to":"hjelp"}""", 400, "+4755553333")]
    [TestCase("/phones/4719876543/answer", "{}", 404, "GET /phones")]
    [TestCase(
        "/phones/4710000002/behave",
        """{"then":"sing"}""",
        400,
        "accept, decline, minute, ignore, busy, voicemail, answerSilently, unreachable"
    )]
    [TestCase("/phones/4710000002/behave", """{"then":"accept","answerAfterSeconds":-1}""", 400, "0 to 600")]
    [TestCase("/phones/4710000002/behave", """{"then":"accept","hangUpAfterSeconds":-1}""", 400, "0 to 3600")]
    public async Task What_a_hand_cannot_do_is_explained(string path, string body, int status, string allowed)
    {
        await using var world = new NetworkWorld();
        using var control = world.Control;
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var response = await control.PostAsync(path, content);
        Assert.That((int)response.StatusCode, Is.EqualTo(status));
        Assert.That(response.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/problem+json"));
        var problem = await response.Content.ReadFromJsonElement();
        Assert.That(problem.GetProperty("detail").GetString(), Does.Contain(allowed));
    }

    [Test]
    public async Task A_body_that_is_no_JSON_is_a_problem_too()
    {
        await using var world = new NetworkWorld();
        using var control = world.Control;
        using var content = new StringContent("to=55553333", System.Text.Encoding.UTF8, "application/json");
        using var response = await control.PostAsync("/phones/4710000001/dial", content);
        Assert.That((int)response.StatusCode, Is.EqualTo(400));
        Assert.That(response.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/problem+json"));
    }
}
