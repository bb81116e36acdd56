using System.Net;
using CallRouting.Server.Rosters;
using CallRouting.Server.Supervision;
using CallRouting.Server.Tests.Calls;
using CallRouting.Server.Tests.Notices;
using NodaTime;

namespace CallRouting.Server.Tests.Supervision;

/// <summary>A supervisor asks, the office's lead answers, and somebody closes it with what was found.</summary>
public sealed class FollowUpTests
{
    private const string Lead = "lead:0233-3";
    private Supervised supervised = null!;
    private string flag = "";

    [SetUp]
    public async Task Open()
    {
        supervised = await Supervised.Opens();
        await supervised.Owes(supervised.Now - Duration.FromHours(1));
        await supervised.Round();
        flag = (await supervised.Flags()).Single().Id;
    }

    [TearDown]
    public async Task Close() => await supervised.DisposeAsync();

    [Test]
    public async Task Question_answer_and_finding_stand_in_order_with_whose_they_are_and_the_lead_is_told_of_a_question()
    {
        await Takes("supervisor", "questions", new { text = "Hvorfor ble ingen ringt tilbake?" });
        Assert.That(
            (await supervised.Office.Sent("tilsynet har spurt")).Select(sent => (sent["To"], sent["Body"])),
            Is.EqualTo(
                new[]
                {
                    (
                        Office.PhoneOf("Lead"),
                        "Nav vakttelefon: tilsynet har spurt Nav Nittedal om et varsel på Vakttelefon. Se og svar i vaktløsningen."
                    ),
                }
            )
        );
        await Takes(Lead, "answers", new { text = "Vakta var syk, og bakvakta fikk ikke beskjed." });
        await Takes("supervisor", "questions", new { text = "Hva er gjort for at det ikke skjer igjen?" });
        await Takes(Lead, "answers", new { text = "Bakvakta får nå beskjed på SMS." });
        var closed = await Takes("supervisor", "close", new { finding = "PutRight", text = "Ordnet." });
        Assert.That(
            closed.FollowUps.Select(turn => (turn.Number, turn.Act, turn.By, turn.Finding)),
            Is.EqualTo(
                new[]
                {
                    (1, "Question", "supervisor", (string?)null),
                    (2, "Answer", "Lead", null),
                    (3, "Question", "supervisor", null),
                    (4, "Answer", "Lead", null),
                    (5, "Closing", "supervisor", "PutRight"),
                }
            )
        );
        Assert.That((closed.Flag.State, closed.Flag.Finding), Is.EqualTo(("Closed", "PutRight")));
        Assert.That(
            await supervised.Server.Rows<string>("select kind from timeline where kind like 'flag%' order by sequence"),
            Is.EqualTo(
                new[]
                {
                    "flag raised",
                    "flag: question asked",
                    "flag: question answered",
                    "flag: question asked",
                    "flag: question answered",
                    "flag closed",
                }
            )
        );
    }

    [Test]
    public async Task The_words_are_sealed_and_not_on_the_timeline()
    {
        await Takes("supervisor", "questions", new { text = "Hvorfor ble ingen ringt tilbake?" });
        var words = await supervised.Server.Value<byte[]>("select words from flag_follow_ups");
        Assert.That(System.Text.Encoding.UTF8.GetString(words!), Does.Not.Contain("Hvorfor"));
        Assert.That(await supervised.Server.Value<long>("select count(*) from timeline where body like '%Hvorfor%'"), Is.Zero);
    }

    [Test]
    public async Task What_somebody_waits_for_comes_first_in_both_lists()
    {
        await supervised.Owes(supervised.Now - Duration.FromHours(2));
        supervised.Server.Time.Advance(TimeSpan.FromMinutes(1));
        await supervised.Round();
        var newest = (await supervised.Flags())[0].Id;
        Assert.That(newest, Is.Not.EqualTo(flag));
        await Takes("supervisor", "questions", new { text = "Hvorfor?" });
        foreach (var who in new[] { "supervisor", Lead })
        {
            Assert.That(
                (await supervised.Flags("", who)).Select(each => (each.Id, each.State)),
                Is.EqualTo(new[] { (flag, "Asked"), (newest, "Open") })
            );
        }
    }

    [Test]
    public async Task An_answered_question_is_told_to_nobody_any_more()
    {
        await Takes("supervisor", "questions", new { text = "Hvorfor?" });
        await Takes(Lead, "answers", new { text = "Vakta var syk." });
        Assert.That(await supervised.Office.Sent("tilsynet har spurt"), Is.Empty, "answered before it was sent");
    }

    [Test]
    public async Task Another_offices_flag_is_not_ones_own()
    {
        var population = new Scenarios.Population([.. Office.People.Offices, new("0104", "Moss", "Moss Primary", Lead: "Moss Lead")]);
        await supervised.Server.Write(unit => new RosterStore().Replace(population.Book(), unit));
        await Takes("supervisor", "questions", new { text = "Hvorfor?" });
        Assert.That(await supervised.Flags("", "lead:0104-2"), Is.Empty);
        Assert.That(await supervised.Flags("?unit=0233", "lead:0104-2"), Is.Empty);
        Assert.That(await Refused("lead:0104-2", "answers", new { text = "Det var ikke oss." }), Is.EqualTo(HttpStatusCode.NotFound));
        using var looked = await supervised.Server.Send(HttpMethod.Get, "lead:0104-2", $"/api/flags/{flag}");
        Assert.That(looked.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [TestCase("supervisor", "questions", "")]
    [TestCase("supervisor", "questions", "Gjelder 01819010001, hva skjedde?")]
    [TestCase(Lead, "answers", "Ring meg på 22 33 44 55.")]
    public async Task Text_that_is_empty_or_holds_a_number_is_refused(string who, string act, string text) =>
        Assert.That(await Refused(who, act, new { text }), Is.EqualTo(HttpStatusCode.BadRequest));

    [Test]
    public async Task What_cannot_be_done_in_a_state_says_why()
    {
        Assert.That(await Refused(Lead, "answers", new { text = "Vi vet ikke." }), Is.EqualTo(HttpStatusCode.Conflict));
        using var unknown = await Send("supervisor", "close", new { finding = "Fine" });
        Assert.That(await RunningServer.Detail(unknown), Does.Contain("\"Fine\" is no finding.").And.Contain("NoDeviation"));
        await Takes("supervisor", "close", new { finding = "NoDeviation" });
        using var late = await Send("supervisor", "questions", new { text = "Likevel?" });
        Assert.That(
            (late.StatusCode, await RunningServer.Detail(late)),
            Is.EqualTo((HttpStatusCode.Conflict, "The flag is closed. What was found then stands."))
        );
    }

    [Test]
    public async Task The_list_goes_on_where_it_ended_by_kind_state_and_office()
    {
        for (var hours = 2; hours <= 6; hours++)
        {
            await supervised.Owes(supervised.Now - Duration.FromHours(hours), urgent: hours > 4);
        }
        await supervised.Round();
        var all = await supervised.Flags();
        var first = await supervised.Flags("?count=4");
        var rest = await supervised.Flags($"?count=4&after={first[^1].Place}");
        Assert.That(first.Concat(rest).Select(each => each.Id), Is.EqualTo(all.Select(each => each.Id)));
        Assert.That((all.Count, rest.Count), Is.EqualTo((6, 2)));
        Assert.That(await supervised.Flags("?kind=UrgentNotSettled"), Has.Count.EqualTo(2));
        Assert.That(await supervised.Flags("?state=Closed"), Is.Empty);
        Assert.That(await supervised.Flags("?unit=0104"), Is.Empty);
        foreach (var query in new[] { "?kind=Late", "?state=Done", "?after=here", "?count=0" })
        {
            using var bad = await supervised.Server.Send(HttpMethod.Get, "supervisor", $"/api/flags{query}");
            Assert.That(bad.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest), query);
        }
    }

    private Task<HttpResponseMessage> Send(string who, string act, object body) =>
        supervised.Server.Send(HttpMethod.Post, who, $"/api/flags/{flag}/{act}", body);

    private async Task<HttpStatusCode> Refused(string who, string act, object body)
    {
        using var answer = await Send(who, act, body);
        return answer.StatusCode;
    }

    private Task<FlagStoryAnswer> Takes(string who, string act, object body) =>
        supervised.Server.Answer<FlagStoryAnswer>(HttpMethod.Post, who, $"/api/flags/{flag}/{act}", body);
}
