using System.Net;
using CallRouting.Core.Rosters;
using CallRouting.Server.Rosters.Exchange;
using CallRouting.Server.Tests.Calendars;
using CallRouting.Server.Tests.Calls;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using NodaTime;

namespace CallRouting.Server.Tests.Rosters.Exchange;

/// <summary>A line's or an office's duties as files. It is Wednesday 18 November 2026, 10:00.</summary>
public sealed class ExportTests
{
    private RunningServer server = null!;

    [OneTimeSetUp]
    public async Task Start() => server = await RunningServer.Start();

    [OneTimeTearDown]
    public async Task Stop() => await server.DisposeAsync();

    [TestCase("/api/lines/0233-general/roster.csv")]
    [TestCase("/api/offices/0233/roster.csv")]
    public async Task A_spreadsheet_has_a_row_for_each_duty(string path)
    {
        using var answer = await Asked($"{path}?from=2026-11-20&to=2026-11-23");
        Assert.That(answer.Content.Headers.ContentType!.ToString(), Is.EqualTo("text/csv; charset=utf-8"));
        Assert.That(answer.Content.Headers.ContentDisposition!.FileName, Does.Match("vaktliste-0233.*-2026-11-20.csv"));
        Assert.That(
            await answer.Content.ReadAsByteArrayAsync(),
            Is.EqualTo(
                System.Text.Encoding.UTF8.GetBytes(
                    "\uFEFFlinje;dato;ukedag;fra;til;vakthavende;id;rolle\r\n"
                        + "0233-general;2026-11-20;fredag;09:00;15:00;Primary;0233-1;primær\r\n"
                        + "0233-general;2026-11-20;fredag;09:00;15:00;Backup;0233-2;bakvakt\r\n"
                        + "0233-general;2026-11-23;mandag;09:00;15:00;Primary;0233-1;primær\r\n"
                        + "0233-general;2026-11-23;mandag;09:00;15:00;Backup;0233-2;bakvakt\r\n"
                )
            )
        );
    }

    [TestCase("=HYPERLINK(\"http://x\")")]
    [TestCase("+47")]
    [TestCase("-1")]
    [TestCase("@SUM(A1)")]
    public void What_begins_like_a_formula_is_none(string name)
    {
        var written = System.Text.Encoding.UTF8.GetString(CsvSheet.Write(Sheet(name)));
        Assert.That(written.Split("\r\n")[1], Does.Contain("'" + name[0]).And.Not.Contain(";" + name[0]).And.Not.Contain(";\"" + name[0]));
    }

    [Test]
    public async Task A_calendar_is_read_by_others()
    {
        using var answer = await Asked("/api/lines/0233-general/roster.ics?from=2026-11-20&to=2026-11-20");
        var calendar = await IcalJs.Read(await answer.Content.ReadAsStringAsync());
        Assert.That(
            calendar.Events.Select(each => (each.Summary, each.From.Wall, each.To.Wall)),
            Is.EqualTo(
                new[]
                {
                    ("Primary", "2026-11-20T09:00:00", "2026-11-20T15:00:00"),
                    ("Backup", "2026-11-20T09:00:00", "2026-11-20T15:00:00"),
                }
            )
        );
    }

    [Test]
    public async Task A_workbook_is_opened_by_microsofts_own_library_and_dates_are_dates()
    {
        using var answer = await Asked("/api/offices/0233/roster.xlsx?from=2026-11-20&to=2026-11-20");
        var rows = Rows(await answer.Content.ReadAsByteArrayAsync());

        Assert.That(rows[0], Is.EqualTo(new[] { "linje", "dato", "ukedag", "fra", "til", "vakthavende", "id", "rolle" }));
        Assert.That(rows[1], Is.EqualTo(new[] { "0233-general", "46346", "fredag", "0.375", "0.625", "Primary", "0233-1", "primær" }));
        Assert.That(DateTime.FromOADate(46346.375), Is.EqualTo(new DateTime(2026, 11, 20, 9, 0, 0)), "what Excel makes of it");
        Assert.That(rows, Has.Count.EqualTo(3));
    }

    [Test]
    public void A_workbook_holds_text_as_text_whatever_it_is()
    {
        var rows = Rows(ExcelSheet.Write(Sheet("=1+1 <b> & \u0001Åse"), Instant.FromUtc(2026, 11, 18, 9, 0)));
        Assert.That(rows[1][5], Is.EqualTo("=1+1 <b> & Åse"));
    }

    [TestCase("/api/lines/0233-general/roster.csv?from=tomorrow", HttpStatusCode.BadRequest)]
    [TestCase("/api/lines/0233-general/roster.csv?from=2026-11-20&to=2026-11-19", HttpStatusCode.BadRequest)]
    [TestCase("/api/lines/0233-general/roster.xlsx?from=2026-11-20&to=2028-11-20", HttpStatusCode.BadRequest)]
    [TestCase("/api/lines/none/roster.ics", HttpStatusCode.NotFound)]
    [TestCase("/api/offices/9999/roster.xlsx", HttpStatusCode.NotFound)]
    public async Task What_is_not_there_or_no_period_is_refused(string path, HttpStatusCode expected)
    {
        using var answer = await Asked(path);
        Assert.That(answer.StatusCode, Is.EqualTo(expected));
    }

    private static RosterSheet Sheet(string name) =>
        new(
            "sheet",
            [
                new(
                    new DutyLine(new("0104-general"), new("0104"), "Vakttelefon"),
                    new(DutyRole.Primary, "0104-1", new(2026, 11, 20, 9, 0), new(2026, 11, 20, 15, 0)),
                    name
                ),
            ]
        );

    private static List<string[]> Rows(byte[] workbook)
    {
        using var bytes = new MemoryStream(workbook);
        using var document = SpreadsheetDocument.Open(bytes, isEditable: false);
        Assert.That(new OpenXmlValidator().Validate(document).Select(error => error.Description), Is.Empty);
        return
        [
            .. document
                .WorkbookPart!.WorksheetParts.Single()
                .Worksheet.Descendants<Row>()
                .Select(row => row.Elements<Cell>().Select(cell => cell.InnerText).ToArray()),
        ];
    }

    private async Task<HttpResponseMessage> Asked(string path)
    {
        using var client = server.Api("agent");
        return await client.GetAsync(new Uri(path, UriKind.Relative));
    }
}
