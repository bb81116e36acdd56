using System.Net;
using CallRouting.Core.Reports;
using CallRouting.Server.Reports;
using CallRouting.Server.Rosters;
using CallRouting.Server.Tests.Calls;
using CallRouting.Server.Tests.Notices;

namespace CallRouting.Server.Tests.Reports;

/// <summary>Reports by the calendar, letters about them, and what everybody may see.</summary>
public sealed class ReportRoundTests
{
    [Test]
    public async Task Every_municipality_every_county_and_the_country_has_a_report_once()
    {
        await using var october = await October.Counted();
        Assert.That(await october.Round(), Is.GreaterThan(370));
        Assert.That(await october.Round(), Is.Zero, "what is there is not made again");
        var listed = await october.Server.Get<ReportsAnswer>("supervisor", "reports");
        Assert.That(listed.Periods, Is.EqualTo(new[] { "2026-10" }));
        Assert.That(listed.Reports[0].Subject, Is.EqualTo("country"));
        var country = await october.Report("country");
        Assert.That(October.Figure(country, "offered").Value, Is.EqualTo(53));
        Assert.That(country.Content.Parts.Sum(part => part.Figures[0].Value), Is.EqualTo(53), "its counties");
        Assert.That(country.Content.Trend.Select(one => one.Code).TakeLast(2), Is.EqualTo(new[] { "2026-09", "2026-10" }));
        Assert.That(country.Content.Slices.Where(one => one.Code.StartsWith("urgent")).Sum(one => one.Figures[0].Value), Is.EqualTo(53));
        Assert.That(country.Report.LastDayToObject, Is.EqualTo(new DateOnly(2026, 12, 2)));
    }

    [Test]
    public async Task A_lead_lists_what_is_of_the_own_office_and_nothing_else()
    {
        await using var october = await October.Counted();
        await october.Round();
        var listed = await october.Server.Get<ReportsAnswer>(October.Lead, "reports");
        Assert.That(listed.Reports.Select(report => report.Subject), Is.EqualTo(new[] { October.Nittedal }));
    }

    [Test]
    public async Task Months_are_made_on_the_first_working_day_at_six_and_not_sooner()
    {
        await using var october = await October.Counted();
        await october.Counts("0233", "3232", Ending.Accepted, 6, month: 11);
        await october.Round();
        october.Becomes("2026-12-01T05:59:00+01:00");
        await october.Round();
        Assert.That((await october.Server.Get<ReportsAnswer>("supervisor", "reports")).Periods, Is.EqualTo(new[] { "2026-10" }));
        october.Becomes("2026-12-01T06:00:00+01:00");
        await october.Round();
        Assert.That((await october.Server.Get<ReportsAnswer>("supervisor", "reports")).Periods[0], Is.EqualTo("2026-11"));
    }

    [Test]
    public async Task Any_interval_that_is_over_is_reported_on_when_somebody_asks()
    {
        await using var october = await October.Counted();
        var made = await october.Server.Answer<ReportSummary>(
            HttpMethod.Post,
            October.Lead,
            "/api/reports",
            new { subject = "office:0233", period = "2026-10-01/2026-10-02" }
        );
        var report = await october.Server.Get<ReportAnswer>(October.Lead, $"reports/{made.Id}");
        Assert.That(October.Figure(report, "offered").Value, Is.EqualTo(8));
        Assert.That(report.Content.Parts, Is.Empty);

        await Refuses("office:0233", "2026-11", HttpStatusCode.Conflict, "ends on 2026-11-30");
        await Refuses("office:0104", "2026-10", HttpStatusCode.Forbidden, "not your office's");
        await Refuses("office:9999", "2026-10", HttpStatusCode.BadRequest, "There was no");
        await Refuses("office:0233", "October", HttpStatusCode.BadRequest, "no period");

        async Task Refuses(string subject, string period, HttpStatusCode status, string says)
        {
            using var refused = await october.Server.Send(HttpMethod.Post, October.Lead, "/api/reports", new { subject, period });
            Assert.That(refused.StatusCode, Is.EqualTo(status));
            Assert.That(await RunningServer.Detail(refused), Does.Contain(says));
        }
    }

    [Test]
    public async Task The_lead_is_written_to_with_a_link_and_no_figure_once()
    {
        await using var mail = new MailServer();
        await using var october = await October.Counted(
            ("Notices:Mail:Host", "127.0.0.1"),
            ("Notices:Mail:Port", $"{mail.Port}"),
            ("Notices:Mail:From", "vakttelefon@nav.example"),
            ("Notices:Mail:Tls", "false"),
            ("Notices:Supervisors:0:Supervisor:Email", "siv@nav.example"),
            ("Notices:Supervisors:0:Deputy:Email", "stig@nav.example")
        );
        await october.Server.Write(unit => new RosterStore().Replace(WithAddress(), unit));
        await october.Server.Get<ReportRunner>().MakeAll(ReportPeriod.Read("2026-10")!, default);
        await october.Server.Get<ReportLetters>().SendWaiting(default);
        var letter = mail.Letters.First(one => one.Contains("To: lead@nav.example", StringComparison.Ordinal));
        var nittedal = await october.Report(October.Nittedal);
        Assert.That(mail.Letters.Count(one => one.Contains("To: lead@nav.example", StringComparison.Ordinal)), Is.EqualTo(1));
        Assert.That(Unfolded(letter), Does.Contain(nittedal.Report.Id).And.Not.Contain("40"));
        Assert.That(
            mail.Letters.Count(one => one.Contains("To: siv@nav.example", StringComparison.Ordinal)),
            Is.EqualTo(18),
            "15 counties, Svalbard, Jan Mayen and the country"
        );

        var before = mail.Letters.Count;
        await october.Server.Get<ReportLetters>().SendWaiting(default);
        Assert.That(mail.Letters, Has.Count.EqualTo(before));
    }

    [Test]
    public async Task What_is_public_shows_no_small_count_and_nothing_before_publication()
    {
        await using var october = await October.Counted();
        await october.Round();
        using var client = october.Server.Api(null);
        Assert.That(await client.GetStringAsync(new Uri("/api/public/figures", UriKind.Relative)), Does.Contain("\"release\":null"));

        october.Becomes("2026-12-03T07:00:00+01:00");
        await october.Round();
        var (release, _) = await Released(october);
        Assert.That(release.Places.SelectMany(place => place.Counts.Values).Where(count => count is > 0 and < 5), Is.Empty);
        var oslo = release.Places.Single(place => place.Code == "0301");
        Assert.That((oslo.Counts["accepted"], oslo.ToAcceptMedian), Is.EqualTo(((long?)null, (int?)null)));
        Assert.That(release.Example, Is.True, "the demo's figures say so");
        var csv = await client.GetByteArrayAsync(new Uri("/api/public/figures.csv?period=2026-10", UriKind.Relative));
        Assert.That(csv.Take(3), Is.EqualTo(new byte[] { 0xEF, 0xBB, 0xBF }));
        using var missing = await client.GetAsync(new Uri("/api/public/figures?period=2026-09", UriKind.Relative));
        Assert.That(missing.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(await RunningServer.Detail(missing), Does.Contain("There is 2026-10."));
    }

    [Test]
    public async Task The_morning_page_tells_of_the_last_working_day_and_of_today()
    {
        await using var october = await October.Counted();
        await october.Counts("0233", "3232", Ending.Exhausted, 17, month: 11);
        var page = await october.Server.Get<MorningSheetAnswer>(October.Lead, "offices/0233/morning");
        Assert.That((page.Name, page.Day), Is.EqualTo(("Nav Nittedal", new DateOnly(2026, 11, 17))));
        Assert.That(page.Figures.Single(figure => figure.Key == "exhausted").Value, Is.EqualTo(1));
        Assert.That(page.Rows.Single().Ending, Is.EqualTo("Exhausted"));
        Assert.That((page.Callbacks, page.Overdue), Is.EqualTo((0, 0)));
        using var others = await october.Server.Send(HttpMethod.Get, October.Lead, "/api/offices/0104/morning");
        Assert.That(others.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    private static async Task<(ReleaseAnswer, IReadOnlyList<string>)> Released(October october)
    {
        using var client = october.Server.Api(null);
        var answer = (await System.Net.Http.Json.HttpClientJsonExtensions.GetFromJsonAsync<PublicAnswer>(client, "/api/public/figures"))!;
        return (answer.Release!, answer.Periods);
    }

    private static RosterBook WithAddress()
    {
        var book = Scenarios.Population.Usual.Book();
        return book with
        {
            Offices =
            [
                .. book.Offices.Select(office =>
                    office with
                    {
                        Officers = [.. office.Officers.Select(one => one.Id == "0233-3" ? one with { Email = "lead@nav.example" } : one)],
                    }
                ),
            ],
        };
    }

    private static string Unfolded(string letter)
    {
        var body = letter.Split("\n\n", 2)[1];
        return letter.Contains("base64", StringComparison.OrdinalIgnoreCase)
            ? System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(body.Replace("\n", "", StringComparison.Ordinal)))
            : body.Replace("=\n", "", StringComparison.Ordinal);
    }
}
