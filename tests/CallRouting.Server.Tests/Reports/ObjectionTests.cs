using System.Net;
using CallRouting.Core.Reports;
using CallRouting.Server.Reports;
using CallRouting.Server.Tests.Calls;

namespace CallRouting.Server.Tests.Reports;

/// <summary>A contested row, from the objection to the ruling that is printed; and a published report, that nothing changes.</summary>
public sealed class ObjectionTests
{
    private October october = null!;

    private RunningServer Server => october.Server;

    [SetUp]
    public async Task Made()
    {
        october = await October.Counted();
        await october.Round();
    }

    [TearDown]
    public async Task Stop() => await october.DisposeAsync();

    [Test]
    public async Task A_contested_row_from_objection_to_printed_ruling()
    {
        var report = await october.Report(October.Nittedal, October.Lead);
        Assert.That(report.MayObject, Is.True);
        Assert.That(October.Figure(report, "answeredShare").Part, Is.EqualTo(30));
        Assert.That(October.Figure(report, "answeredShare").Whole, Is.EqualTo(40));
        var row = (await october.Unanswered())!;

        var contested = await Contest(report, row);
        var objection = contested.Objections.Single();
        Assert.That((objection.Transfer, objection.Ending, objection.CountedAs), Is.EqualTo((row, "Exhausted", (CountedAs?)null)));

        october.Becomes("2026-12-03T07:00:00+01:00");
        await october.Round();
        Assert.That((await october.Report(October.Nittedal)).Report.PublishedAt, Is.Null, "an objection waits");
        Assert.That((await october.Report("country")).Report.PublishedAt, Is.Null, "the row is the country's too");
        Assert.That((await october.Report("municipality:3103")).Report.PublishedAt, Is.Not.Null, "it is nothing to Moss");

        await Rule(report, objection.Id, "NotTheOffice", "Leverandøren bekrefter feilen.");
        await october.Round();
        var published = await october.Report(October.Nittedal, October.Lead);
        Assert.That((published.Report.Version, published.Shown), Is.EqualTo((1, 1)));
        Assert.That(October.Figure(published, "answeredShare").Whole, Is.EqualTo(39), "a row less");
        var printed = published.Content.Rulings.Single();
        Assert.That((printed.Row, printed.CountedBefore, printed.CountedAs), Is.EqualTo((row, "Exhausted", CountedAs.NotTheOffice)));
        Assert.That(October.Figure(await october.Report("country"), "offered").Value, Is.EqualTo(52), "counted the same in the country's");

        using var client = Server.Api(October.Lead);
        var page = await client.GetStringAsync(new Uri($"/api/reports/{report.Report.Id}/report.html", UriKind.Relative));
        Assert.That(page, Does.Contain("Teknisk feil. Mobilnettet var nede &lt;b&gt;hele&lt;/b&gt; dagen."));
        Assert.That(page, Does.Contain("ikke kontorets: ikke tilbudt").And.Contain("Leverandøren bekrefter feilen."));
        Assert.That(page, Does.Contain("<caption>Definisjoner</caption>").And.Contain("Hva som regnes kontoret til last"));
        Assert.That(page, Does.Contain("@media print").And.Not.Contain("<script"));
    }

    [Test]
    public async Task A_published_report_is_changed_by_nothing()
    {
        october.Becomes("2026-12-03T07:00:00+01:00");
        await october.Round();
        var before = await october.Report(October.Nittedal);
        var stored = await Stored(before);
        Assert.That(before.Intact, Is.True);

        await october.Counts("0233", "3232", Ending.Exhausted, 5);
        var row = (await october.Unanswered())!;
        await Refused(
            Lead("objections"),
            new
            {
                transfer = row,
                reason = "Other",
                words = "For sent.",
            },
            "nothing changes it"
        );
        october.Becomes("2027-01-12T07:00:00+01:00");
        await october.Round();
        await Server.Answer<ReportSummary>(
            HttpMethod.Post,
            "supervisor",
            "/api/reports",
            new { subject = October.Nittedal, period = "2026-10" }
        );
        Assert.That(await Stored(before), Is.EqualTo(stored));

        (HttpMethod, string, string, object) Lead(string what) =>
            (HttpMethod.Post, October.Lead, $"/api/reports/{before.Report.Id}/{what}", new { });
    }

    [Test]
    public async Task A_correction_is_a_new_version_that_says_what_changed_and_the_old_one_stays()
    {
        october.Becomes("2026-12-03T07:00:00+01:00");
        await october.Round();
        var first = await october.Report(October.Nittedal);
        var row = (await october.Unanswered())!;
        var corrected = await Server.Answer<ReportAnswer>(
            HttpMethod.Post,
            "supervisor",
            $"/api/reports/{first.Report.Id}/corrections",
            new { why = "Prøveanrop.", rows = new[] { new { transfer = row, countedAs = "NotTheOffice" } } }
        );
        Assert.That((corrected.Shown, corrected.Content.Why), Is.EqualTo((2, "Prøveanrop.")));
        Assert.That(corrected.Content.Changes.Single(change => change.Key == "offered"), Is.EqualTo(new ReportChange("offered", 40, 39)));
        Assert.That(corrected.Content.Rulings.Single().Row, Is.EqualTo(row));
        var old = await october.Report(October.Nittedal, version: 1);
        Assert.That(October.Figure(old, "offered").Value, Is.EqualTo(40));
        Assert.That((old.Hash, old.Intact), Is.EqualTo((first.Hash, true)));
        Assert.That(corrected.Versions.Select(version => version.Version), Is.EqualTo(new[] { 0, 1, 2 }));
    }

    [Test]
    public async Task Whoever_changes_a_version_behind_our_back_is_found_out()
    {
        october.Becomes("2026-12-03T07:00:00+01:00");
        await october.Round();
        await Server.Write(unit =>
            unit.Execute("update report_versions set content = replace(content, '\"offered\",\"value\":40', '\"offered\",\"value\":4')")
        );
        var forged = await october.Report(October.Nittedal);
        Assert.That((October.Figure(forged, "offered").Value, forged.Intact), Is.EqualTo((4d, false)));
    }

    [Test]
    public async Task Others_rows_others_reports_and_rows_of_no_report_are_refused()
    {
        var report = await october.Report(October.Nittedal);
        var path = $"/api/reports/{report.Report.Id}/objections";
        var moss = await Server.Value<string>("select min(transfer_id) from counted_transfers where unit_number = '0104'");
        var own = await october.Unanswered();
        await Refused(
            (HttpMethod.Post, October.Lead, path, new { }),
            new
            {
                transfer = moss,
                reason = "Other",
                words = "?",
            },
            "not counted in this report"
        );
        await Refused(
            (HttpMethod.Post, October.Lead, path, new { }),
            new
            {
                transfer = own,
                reason = "Because",
                words = "?",
            },
            "It may be TechnicalFailure",
            HttpStatusCode.BadRequest
        );
        await Refused(
            (HttpMethod.Post, October.Lead, path, new { }),
            new
            {
                transfer = own,
                reason = "Other",
                words = " ",
            },
            "Say why",
            HttpStatusCode.BadRequest
        );
        await Contest(report, own!);
        await Refused(
            (HttpMethod.Post, October.Lead, path, new { }),
            new
            {
                transfer = own,
                reason = "Other",
                words = "?",
            },
            "contested already"
        );
        var country = await october.Report("country");
        using var others = await Server.Send(HttpMethod.Get, October.Lead, $"/api/reports/{country.Report.Id}");
        Assert.That(others.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    private async Task<ReportAnswer> Contest(ReportAnswer report, string row) =>
        await Server.Answer<ReportAnswer>(
            HttpMethod.Post,
            October.Lead,
            $"/api/reports/{report.Report.Id}/objections",
            new
            {
                transfer = row,
                reason = "TechnicalFailure",
                words = "Mobilnettet var nede <b>hele</b> dagen.",
            }
        );

    private async Task Rule(ReportAnswer report, string objection, string countedAs, string why) =>
        await Server.Answer<ReportAnswer>(
            HttpMethod.Post,
            "supervisor",
            $"/api/reports/{report.Report.Id}/objections/{objection}/ruling",
            new { countedAs, why }
        );

    private async Task Refused(
        (HttpMethod Method, string Role, string Path, object) door,
        object body,
        string says,
        HttpStatusCode status = HttpStatusCode.Conflict
    )
    {
        using var answer = await Server.Send(door.Method, door.Role, door.Path, body);
        Assert.That(answer.StatusCode, Is.EqualTo(status));
        Assert.That(await RunningServer.Detail(answer), Does.Contain(says));
    }

    private async Task<string?> Stored(ReportAnswer report) =>
        (
            await Server.Read(unit =>
                unit.Query<string>(
                    "select content from report_versions where report_id = @id and version = 1",
                    new { id = report.Report.Id }
                )
            )
        ).Single();
}
