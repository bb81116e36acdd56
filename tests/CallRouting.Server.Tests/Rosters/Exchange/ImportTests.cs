using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using CallRouting.Server.Rosters;
using CallRouting.Server.Rosters.Exchange;
using CallRouting.Server.Tests.Calls;

namespace CallRouting.Server.Tests.Rosters.Exchange;

/// <summary>A lead sends a file, and it is the draft. It is Wednesday 18 November 2026, 10:00.</summary>
public sealed class ImportTests
{
    private const string Lead = "lead:0233-3";
    private const string Line = "/api/lines/0233-general";
    private const string Good = "dato;fra;til;vakthavende\n2027-01-04;09:00;15:00;Backup\n2027-01-05;09:00;15:00;Backup\n";
    private const string Bad = Good + "2027-01-06;09:00;15:00;Moss Primary\n";

    private RunningServer server = null!;

    [SetUp]
    public async Task Start() => server = await RunningServer.Start();

    [TearDown]
    public async Task Stop() => await server.DisposeAsync();

    [Test]
    public async Task A_sheet_becomes_the_draft_and_can_be_published()
    {
        var import = await Imported(Good);
        Assert.That((import.Version, import.Taken, import.Refused.Count), Is.EqualTo((1, 2, 0)));

        var draft = await server.Get<DraftAnswer>(Lead, "lines/0233-general/draft");
        Assert.That(
            draft.Roster.Rules!.Select(rule => (rule.Id, rule.Officer, rule.Days, rule.From, rule.To, rule.ValidFrom, rule.ValidTo)),
            Is.EqualTo(new[] { ("2027-01-04 09:00 Primary", "0233-2", "mon,tue", "09:00", "15:00", "2027-01-04", "2027-01-05") })
        );
        Assert.That(draft.Roster.Layers!.Select(layer => layer.Role), Is.EqualTo(new[] { "Primary", "Backup" }), "layers stay");
        using var published = await server.Send(
            HttpMethod.Post,
            Lead,
            $"{Line}/draft/publish",
            new { firstDay = "2027-01-04", lastDay = "2027-01-05" }
        );
        Assert.That(published.StatusCode, Is.EqualTo(HttpStatusCode.OK), await published.Content.ReadAsStringAsync());
    }

    [Test]
    public async Task A_calendar_becomes_the_draft_too()
    {
        var calendar = await server.Api(Lead).GetStringAsync(new Uri($"{Line}/roster.ics?from=2026-12-01&to=2026-12-31", UriKind.Relative));
        var import = await Imported(calendar, "text/calendar");

        Assert.That(import.Taken, Is.EqualTo(44), "22 working days, primary and backup; Christmas Day is none");
    }

    [Test]
    public async Task A_file_with_a_bad_row_changes_nothing_unless_the_good_ones_are_asked_for()
    {
        using (var refused = await Send(Bad))
        {
            Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
            var problem = await refused.Content.ReadFromJsonAsync<JsonElement>();
            Assert.That(
                problem.GetProperty("detail").GetString(),
                Does.StartWith("line 4, vakthavende \"Moss Primary\": The line has nobody of this name or id. Allowed: Primary (0233-1)")
            );
            var row = problem.GetProperty("refused").EnumerateArray().Single();
            Assert.That((row.GetProperty("row").GetInt32(), row.GetProperty("field").GetString()), Is.EqualTo((4, "vakthavende")));
            Assert.That(problem.GetProperty("good").GetInt32(), Is.EqualTo(2));
        }
        Assert.That(await server.Rows<string>("select line_id from roster_drafts"), Is.Empty);

        var import = await Imported(Bad, query: "?partly=true");
        Assert.That((import.Taken, import.Refused.Single().Row), Is.EqualTo((2, 4)));
    }

    [Test]
    public async Task Who_saved_in_the_meantime_is_not_overwritten()
    {
        await Imported(Good);
        using var again = await Send(Good);
        Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That((await Imported(Good, query: "?version=1")).Version, Is.EqualTo(2));
    }

    [TestCase("linje;dato;fra;til;vakthavende\n0104-general;2027-01-04;09:00;15:00;Backup\n", "This is for line 0233-general")]
    [TestCase("dato;fra;til;vakthavende\n", "The file holds no duties")]
    public async Task A_file_that_is_not_for_this_line_or_empty_is_refused(string text, string told)
    {
        using var refused = await Send(text);
        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await RunningServer.Detail(refused), Does.Contain(told));
    }

    [TestCase("application/pdf")]
    [TestCase("application/json")]
    public async Task Another_kind_of_file_is_refused_with_what_is_allowed(string type)
    {
        using var refused = await Send(Good, type);
        Assert.That(await RunningServer.Detail(refused), Does.Contain("Send text/csv or text/calendar, in UTF-8."));
    }

    [Test]
    public async Task A_file_that_is_too_large_is_refused()
    {
        using var refused = await Send(new string('x', 5_000_001));
        Assert.That(await RunningServer.Detail(refused), Does.Contain("At most 5 MB"));
    }

    private async Task<ImportAnswer> Imported(string text, string type = "text/csv", string query = "")
    {
        using var answer = await Send(text, type, query);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<ImportAnswer>())!;
    }

    private async Task<HttpResponseMessage> Send(string text, string type = "text/csv", string query = "")
    {
        using var client = server.Api(Lead);
        using var body = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        body.Headers.ContentType = MediaTypeHeaderValue.Parse($"{type}; charset=utf-8");
        return await client.PostAsync(new Uri($"{Line}/draft/import{query}", UriKind.Relative), body);
    }
}
