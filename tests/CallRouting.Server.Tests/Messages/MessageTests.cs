using System.Net;
using System.Net.Http.Json;
using CallRouting.Server.Messages;
using CallRouting.Server.Rosters;
using CallRouting.Server.Tests.Calls;
using CallRouting.Server.Tests.Notices;
using CallRouting.Server.Tests.Supervision;
using NodaTime;
using NodaTime.Extensions;

namespace CallRouting.Server.Tests.Messages;

/// <summary>From the contact centre to an office: sealed, the two's alone, receipted, and told of when nobody opens it.</summary>
public sealed class MessageTests
{
    private const string Agent = "agent:agent-1";
    private const string Primary = "officer:0233-1";
    private const string Lead = "lead:0233-3";
    private Supervised place = null!;

    [SetUp]
    public async Task Open()
    {
        place = await Supervised.Opens();
        var population = new Scenarios.Population([.. Office.People.Offices, new("0104", "Moss", "Moss Primary", Lead: "Moss Lead")]);
        await place.Server.Write(unit => new RosterStore().Replace(population.Book(), unit));
    }

    [TearDown]
    public async Task Close() => await place.DisposeAsync();

    [Test]
    public async Task What_is_sent_is_what_the_office_opens()
    {
        var callback = await place.Owes(place.Now + Duration.FromHours(20));
        var sent = await Send(
            new
            {
                unit = "0233",
                callback,
                about = new[] { "Food", "Children" },
                urgent = true,
                interpreter = "somali",
                language = "en",
                reach = "Either",
                when = "Morning",
                text = "Bruk bakdøra, trapp ved butikken.",
            }
        );
        Assert.That(
            (sent.Unit, sent.Line, sent.Callback, sent.Sender, sent.Urgent),
            Is.EqualTo(("0233", "0233-general", callback, "Agent", true))
        );
        var opened = await OpenAs(Primary, sent.Id);
        Assert.That(opened.About, Is.EqualTo(new[] { "Food", "Children" }));
        Assert.That(
            (opened.Interpreter, opened.Language, opened.Reach, opened.When, opened.Text),
            Is.EqualTo(("somali", "en", "Either", "Morning", "Bruk bakdøra, trapp ved butikken."))
        );
    }

    [Test]
    public async Task The_sender_sees_who_opened_it_when_each_once()
    {
        var sent = await Send(Plain);
        Assert.That((await Listed(Agent)).Single().FirstReadAt, Is.Null);
        await OpenAs(Agent, sent.Id);
        Assert.That((await Listed(Agent)).Single().FirstReadAt, Is.Null, "the sender is not the office");
        await OpenAs(Primary, sent.Id);
        place.Server.Time.Advance(TimeSpan.FromMinutes(5));
        await OpenAs(Lead, sent.Id);
        await OpenAs(Primary, sent.Id);
        var seen = (await Listed(Agent)).Single();
        Assert.That(seen.Reads.Select(read => read.Reader), Is.EqualTo(new[] { "Primary", "Lead" }));
        Assert.That(seen.FirstReadAt, Is.EqualTo(seen.Reads[0].At));
        Assert.That(await place.Office.Told("message opened"), Is.EqualTo(2));
    }

    [TestCase("agent:agent-2", HttpStatusCode.NotFound)]
    [TestCase("officer:0104-1", HttpStatusCode.NotFound)]
    [TestCase("lead:0104-2", HttpStatusCode.NotFound)]
    [TestCase("lead", HttpStatusCode.NotFound)]
    [TestCase("agent", HttpStatusCode.NotFound)]
    [TestCase("supervisor", HttpStatusCode.Forbidden)]
    [TestCase("administrator", HttpStatusCode.Forbidden)]
    public async Task Nobody_else_opens_it_or_knows_that_it_is_there(string who, HttpStatusCode expected)
    {
        var sent = await Send(Plain);
        using var refused = await place.Server.Send(HttpMethod.Post, who, $"/api/messages/{sent.Id}/open");
        Assert.That(refused.StatusCode, Is.EqualTo(expected));
        using var list = await place.Server.Send(HttpMethod.Get, who, "/api/messages?unit=0233");
        Assert.That(await list.Content.ReadAsStringAsync(), Does.Not.Contain(sent.Id));
        Assert.That(await place.Server.Value<long>("select count(*) from message_reads"), Is.Zero);
    }

    [Test]
    public async Task What_it_says_is_neither_in_the_database_nor_on_the_timeline_nor_in_a_list()
    {
        await Send(Plain);
        var content = await place.Server.Value<byte[]>("select content from messages");
        Assert.That(System.Text.Encoding.UTF8.GetString(content!), Does.Not.Contain("Food").And.Not.Contain("kjelleren"));
        Assert.That(
            await place.Server.Value<long>("select count(*) from timeline where body like '%kjelleren%' or body like '%Food%'"),
            Is.Zero
        );
        using var list = await place.Server.Send(HttpMethod.Get, Lead, "/api/messages");
        Assert.That(await list.Content.ReadAsStringAsync(), Does.Not.Contain("kjelleren").And.Not.Contain("Food"));
    }

    [Test]
    public async Task Unread_ones_come_first_and_the_urgent_of_them_before_the_others()
    {
        var read = await Send(Plain);
        var unread = await Send(Plain);
        var urgent = await Send(
            new
            {
                unit = "0233",
                about = new[] { "Safety" },
                urgent = true,
            }
        );
        await OpenAs(Lead, read.Id);
        var newest = await Send(Plain);
        Assert.That((await Listed(Primary)).Select(each => each.Id), Is.EqualTo(new[] { urgent.Id, newest.Id, unread.Id, read.Id }));
    }

    [TestCase("""{ "about": ["Food"] }""", "unit, line: no duty line was found")]
    [TestCase("""{ "unit": "0233", "line": "0104-general", "about": ["Food"] }""", "unit, line: no duty line was found")]
    [TestCase("""{ "unit": "0233" }""", "about: nothing is said of what is needed. It may be Food, Housing")]
    [TestCase("""{ "unit": "0233", "about": ["Debt"] }""", "about: \"Debt\" is nothing that a message can be about.")]
    [TestCase("""{ "unit": "0233", "about": ["Food"], "reach": "Letter" }""", "reach: \"Letter\" is no way to reach somebody.")]
    [TestCase("""{ "unit": "0233", "about": ["Food"], "when": "Night" }""", "when: \"Night\" is no time of day.")]
    [TestCase("""{ "unit": "0233", "about": ["Food"], "language": "norsk" }""", "language: \"norsk\" is no language's code.")]
    [TestCase("""{ "unit": "0233", "about": ["Food"], "interpreter": "somali 1" }""", "interpreter: there are digits in it.")]
    [TestCase("""{ "unit": "0233", "about": ["Food"], "text": "en\nto" }""", "text: it has more than one line.")]
    [TestCase(
        """{ "unit": "0233", "about": ["Food"], "text": "Gjelder 018190 10001" }""",
        "text: characters 9 to 20 look like an identity number"
    )]
    [TestCase("""{ "unit": "0233", "about": ["Food"], "text": "1234 56 78903" }""", "text: characters 1 to 13 look like an account number")]
    [TestCase(
        """{ "unit": "0233", "about": ["Food"], "text": "ring +47 22334455" }""",
        "text: characters 6 to 17 look like a telephone number"
    )]
    [TestCase("""{ "unit": "0233", "about": ["Food"], "callback": "none" }""", "call, callback: office 0233 owes no open call-back there.")]
    public async Task What_is_wrong_is_said_with_its_place_and_what_is_allowed(string body, string expected)
    {
        using var client = place.Server.Api(Agent);
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var refused = await client.PostAsync(new Uri("/api/messages", UriKind.Relative), content);
        Assert.That((int)refused.StatusCode, Is.EqualTo(400));
        Assert.That(await RunningServer.Detail(refused), Does.StartWith(expected));
        Assert.That(await place.Server.Value<long>("select count(*) from messages"), Is.Zero);
    }

    [Test]
    public async Task Text_of_a_hundred_and_twenty_characters_is_the_longest()
    {
        await Send(
            new
            {
                unit = "0233",
                about = new[] { "Other" },
                text = new string('a', 120),
            }
        );
        using var refused = await Post(
            Agent,
            new
            {
                unit = "0233",
                about = new[] { "Other" },
                text = new string('a', 121),
            }
        );
        Assert.That(await RunningServer.Detail(refused), Is.EqualTo("text: it has 121 characters. At most 120 are allowed."));
    }

    [Test]
    public async Task An_office_is_not_told_of_another_offices_call_back()
    {
        var theirs = await place.Owes(place.Now + Duration.FromHours(20), unit: "0104");
        using var refused = await Post(
            Agent,
            new
            {
                unit = "0233",
                callback = theirs,
                about = new[] { "Food" },
            }
        );
        Assert.That(await RunningServer.Detail(refused), Does.StartWith("call, callback: office 0233 owes no open call-back there."));
    }

    [Test]
    public async Task Somebody_in_particular_sends_it_and_no_officer_does()
    {
        foreach (var who in new[] { "agent", Primary, Lead })
        {
            using var refused = await Post(who, Plain);
            Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.Conflict), who);
        }
    }

    [Test]
    public async Task What_nobody_opens_is_told_once_after_an_open_hour_and_climbs_until_somebody_does()
    {
        var sent = await Send(Plain);
        await Becomes("2026-11-18T09:59:00Z");
        Assert.That(await Told(), Is.Empty);
        await Becomes("2026-11-18T10:00:30Z");
        await Becomes("2026-11-18T10:02:00Z");
        await place.Server.Restart();
        await Becomes("2026-11-18T10:05:00Z");
        Assert.That(await Told(), Is.EqualTo(new[] { Office.PhoneOf("Lead") }));
        await Becomes("2026-11-19T08:30:00Z");
        Assert.That(await Told(), Is.EqualTo(new[] { Office.PhoneOf("Lead"), Office.PhoneOf("Deputy") }), "four open hours later");
        await OpenAs(Primary, sent.Id);
        await Becomes("2026-11-20T14:00:00Z");
        Assert.That(await Told(), Has.Count.EqualTo(2), "somebody has opened it");
    }

    [Test]
    public async Task An_urgent_one_is_told_of_after_a_quarter_of_an_hour_and_what_is_opened_in_time_not_at_all()
    {
        var opened = await Send(Plain);
        await Send(
            new
            {
                unit = "0233",
                about = new[] { "Safety" },
                urgent = true,
            }
        );
        await OpenAs(Lead, opened.Id);
        await Becomes("2026-11-18T09:15:30Z");
        Assert.That(await Told(), Is.EqualTo(new[] { Office.PhoneOf("Lead") }));
        await Becomes("2026-11-18T11:00:00Z");
        Assert.That(await Told(), Has.Count.EqualTo(1));
    }

    private static object Plain =>
        new
        {
            unit = "0233",
            about = new[] { "Food" },
            text = "Inngang i kjelleren.",
        };

    private Task<HttpResponseMessage> Post(string who, object body) => place.Server.Send(HttpMethod.Post, who, "/api/messages", body);

    private async Task<MessageAnswer> Send(object body)
    {
        place.Server.Time.Advance(TimeSpan.FromMilliseconds(1));
        using var answer = await Post(Agent, body);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Created), await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<MessageAnswer>())!;
    }

    private Task<OpenedMessageAnswer> OpenAs(string who, string message) =>
        place.Server.Answer<OpenedMessageAnswer>(HttpMethod.Post, who, $"/api/messages/{message}/open");

    private Task<List<MessageAnswer>> Listed(string who) => place.Server.Get<List<MessageAnswer>>(who, "messages");

    private async Task Becomes(string moment)
    {
        await place.Office.Becomes(moment);
        await place.Server.Get<MessageRounds>().RunOnce(place.Server.Time.GetUtcNow().ToInstant());
        await place.Office.Passes(3);
    }

    private async Task<IReadOnlyList<string>> Told() =>
        [.. (await place.Office.Sent("en melding fra kontaktsenteret")).Select(sent => sent["To"])];
}
