using System.Text;
using CallRouting.Server.Reports;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace CallRouting.Server.Tests.Reports;

/// <summary>A report as files: the same numbers in each, and no text in it is ever a formula.</summary>
public sealed class ReportFileTests
{
    private const string Wicked = "=HYPERLINK(\"http://example.com\") Åse";

    private October october = null!;
    private ReportAnswer report = null!;

    [OneTimeSetUp]
    public async Task Contested()
    {
        october = await October.Counted();
        await october.Round();
        report = await october.Report(October.Nittedal);
        var contested = await october.Server.Answer<ReportAnswer>(
            HttpMethod.Post,
            October.Lead,
            $"/api/reports/{report.Report.Id}/objections",
            new
            {
                transfer = await october.Unanswered(),
                reason = "Other",
                words = Wicked,
            }
        );
        await october.Server.Answer<ReportAnswer>(
            HttpMethod.Post,
            "supervisor",
            $"/api/reports/{report.Report.Id}/objections/{contested.Objections[0].Id}/ruling",
            new { countedAs = "Unchanged", why = "+ ikke dokumentert" }
        );
        october.Becomes("2026-12-03T07:00:00+01:00");
        await october.Round();
    }

    [OneTimeTearDown]
    public async Task Stop() => await october.DisposeAsync();

    [Test]
    public async Task Csv_has_figures_rulings_and_definitions()
    {
        var text = Encoding.UTF8.GetString(await File("csv"));
        Assert.That(text, Does.StartWith("\uFEFFdel;kode;navn;størrelse;betegnelse;verdi"));
        Assert.That(text, Does.Contain("rapport;municipality:3232;Nittedal;answeredShare;Svarandel;0,75;30;40;"));
        Assert.That(text, Does.Contain("\"'=HYPERLINK(\"\"http://example.com\"\") Åse\"").And.Contain("'+ ikke dokumentert"));
        Assert.That(text, Does.Contain("accepted / offered"));
    }

    [Test]
    public async Task Excel_opens_three_sheets_in_which_numbers_are_numbers_and_nothing_is_a_formula()
    {
        using var bytes = new MemoryStream(await File("xlsx"));
        using var book = SpreadsheetDocument.Open(bytes, isEditable: false);
        var names = book.WorkbookPart!.Workbook.Descendants<Sheet>().Select(sheet => sheet.Name!.Value);
        Assert.That(names, Is.EqualTo(new[] { "Tall", "Avgjørelser", "Definisjoner" }));
        var cells = book
            .WorkbookPart.WorksheetParts.SelectMany(part => part.Worksheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.Cell>())
            .ToList();
        Assert.That(cells.Where(cell => cell.CellFormula is not null), Is.Empty);
        Assert.That(cells.Select(cell => cell.InnerText), Does.Contain(Wicked), "as it was written");
        Assert.That(
            cells.Where(cell => cell.DataType?.Value != CellValues.InlineString).Select(cell => cell.InnerText),
            Does.Contain("0.75")
        );
    }

    private async Task<byte[]> File(string kind)
    {
        using var client = october.Server.Api(October.Lead);
        return await client.GetByteArrayAsync(new Uri($"/api/reports/{report.Report.Id}/report.{kind}", UriKind.Relative));
    }
}
