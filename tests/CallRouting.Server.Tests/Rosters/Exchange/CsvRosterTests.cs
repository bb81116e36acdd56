using System.Text;
using CallRouting.Core.Calls;
using CallRouting.Core.Rosters;
using CallRouting.Server.Rosters.Exchange;

namespace CallRouting.Server.Tests.Rosters.Exchange;

/// <summary>What an office of three types in Excel.</summary>
public sealed class CsvRosterTests
{
    private static readonly ExchangePeople Three = new([Person("0104-1", "Kari Ås"), Person("0104-2", "Per"), Person("0104-3", "Per")]);

    [Test]
    public void A_small_offices_sheet_is_read_as_it_is()
    {
        var import = Read(
            """
            Dato;Fra;Til;Vakthavende;Rolle
            04.01.2027;09:00;15:00;Kari Ås;
            04.01.2027;9.00;15.00;0104-2;Bakvakt
            2027-01-05;22:00;06:00;kari ås;Primær
            6.1.2027;00:00;24:00;0104-3;tredje
            ;;;;
            """
        );

        Assert.That(import.Refused, Is.Empty);
        Assert.That(
            import.Duties.Select(Told),
            Is.EqualTo(
                new[]
                {
                    "2 Primary 0104-1 2027-01-04 09:00–2027-01-04 15:00",
                    "3 Backup 0104-2 2027-01-04 09:00–2027-01-04 15:00",
                    "4 Primary 0104-1 2027-01-05 22:00–2027-01-06 06:00",
                    "5 Third 0104-3 2027-01-06 00:00–2027-01-07 00:00",
                }
            )
        );
        Assert.That(import.Skipped, Is.EqualTo(1), "a row that was emptied");
    }

    [TestCase("dato,fra,til,vakthavende\n2027-01-04,09:00,15:00,Kari Ås\n", Description = "commas")]
    [TestCase("\uFEFFdato;fra;til;vakthavende\r\n2027-01-04;09:00;15:00;Kari Ås\r\n", Description = "Excel's mark, Excel's line ends")]
    [TestCase("sep=;\ndato;fra;til;vakthavende\n2027-01-04;09:00;15:00;Kari Ås\n", Description = "Excel's hint")]
    [TestCase("Namn;Til;Frå;Dato;Vekedag\nKari Ås;15:00;09:00;2027-01-04;måndag\n", Description = "nynorsk, in another order")]
    [TestCase("dato;fra;til;id;vakthavende\n2027-01-04;09:00:00;15:00:00;0104-1;whoever\n", Description = "the id decides")]
    [TestCase("dato;fra;til;til dato;vakthavende\n2027-01-04;09:00;15:00;2027-01-04;\"Kari Ås\"\n", Description = "with a last date")]
    public void However_a_spreadsheet_saves_it_it_is_the_same(string text) =>
        Assert.That(
            Read(text).Duties.Select(duty => duty.Span),
            Is.EqualTo(new[] { new DutySpan(DutyRole.Primary, "0104-1", new(2027, 1, 4, 9, 0), new(2027, 1, 4, 15, 0)) })
        );

    [Test]
    public void A_duty_of_many_days_is_one_row() =>
        Assert.That(
            Read("dato;fra;til;til dato;vakthavende\n2027-01-04;08:00;08:00;2027-01-11;Kari Ås\n").Duties.Select(Told),
            Is.EqualTo(new[] { "2 Primary 0104-1 2027-01-04 08:00–2027-01-11 08:00" })
        );

    [TestCase("31.02.2027;09:00;15:00;Kari Ås;", "dato", "31.02.2027", "It is no date. Allowed: 2027-01-04")]
    [TestCase("04.01.27;09:00;15:00;Kari Ås;", "dato", "04.01.27", "It is no date")]
    [TestCase("1027-01-04;09:00;15:00;Kari Ås;", "dato", "1027-01-04", "the years 2000 to 2099")]
    [TestCase(";09:00;15:00;Kari Ås;", "dato", "", "It is no date")]
    [TestCase("2027-01-04;9;15:00;Kari Ås;", "fra", "9", "It is no time. Allowed: 09:00")]
    [TestCase("2027-01-04;09:00;25:00;Kari Ås;", "til", "25:00", "from 00:00 to 24:00")]
    [TestCase("2027-01-04;09:00;15:00;;", "vakthavende", "", "Nobody is named. Allowed: Kari Ås (0104-1)")]
    [TestCase(
        "2027-01-04;09:00;15:00;Knut;",
        "vakthavende",
        "Knut",
        "The line has nobody of this name or id. Allowed: Kari Ås (0104-1), Per (0104-2)"
    )]
    [TestCase("2027-01-04;09:00;15:00;Per;", "vakthavende", "Per", "Several have this name. Give the id: 0104-2, 0104-3.")]
    [TestCase("2027-01-04;09:00;15:00;Kari Ås;reserve", "rolle", "reserve", "Allowed: primær, bakvakt, tredje, fjerde, femte")]
    [TestCase("2027-01-04;09:00;15:00;Kari Ås", "row", "2027-01-04;09:00;15:00;Kari Ås", "more or fewer fields")]
    [TestCase("2027-01-04;09:00;15:00;\"Kari\" Ås;", "row", "2027-01-04;09:00;15:00;\"Kari\" Ås;", "A quotation mark is out of place")]
    public void A_row_that_cannot_be_is_told_with_its_number_field_and_what_is_allowed_and_the_others_are_read(
        string row,
        string field,
        string value,
        string told
    )
    {
        var import = Read($"dato;fra;til;vakthavende;rolle\n{row}\n2027-01-05;09:00;15:00;Kari Ås;\n");

        var refused = import.Refused.Single();
        Assert.That((refused.Row, refused.Field, refused.Value), Is.EqualTo((2, field, value)));
        Assert.That(refused.Wrong, Does.Contain(told));
        Assert.That(import.Duties.Select(duty => duty.Row), Is.EqualTo(new[] { 3 }));
    }

    [TestCase("dato;fra;til;navn;rolla\n", "rolla", "This column is unknown. Allowed: linje, dato")]
    [TestCase("dato;fra;til;navn;vakthavende\n", "vakthavende", "This column stands there twice")]
    [TestCase("dato;fra;navn\n", "til", "This column is missing. Needed: dato, fra, til, vakthavende")]
    [TestCase("", "dato", "This column is missing")]
    public void A_sheet_whose_columns_are_not_known_is_not_guessed_at(string text, string field, string told)
    {
        var refused = Read(text).Refused.Single();
        Assert.That((refused.Row, refused.Field), Is.EqualTo((1, field)));
        Assert.That(refused.Wrong, Does.Contain(told));
    }

    [Test]
    public void The_same_duty_twice_is_a_slip()
    {
        var refused = Read("dato;fra;til;navn\n2027-01-04;09:00;15:00;Kari Ås\n2027-01-04;9:00;15.00;0104-1\n").Refused.Single();
        Assert.That((refused.Row, refused.Wrong), Is.EqualTo((3, "Line 2 says the same. Each duty stands there once.")));
    }

    [Test]
    public void A_file_in_another_encoding_is_told_where_and_how_to_save_it()
    {
        var refused = CsvRoster
            .Read(Encoding.Latin1.GetBytes("dato;fra;til;navn\n2027-01-04;09:00;15:00;Kari Ås\n"), Three)
            .Refused.Single();
        Assert.That((refused.Row, refused.Wrong), Is.EqualTo((2, "This is not UTF-8. In Excel: save as «CSV UTF-8».")));
    }

    [Test]
    public void A_file_without_end_is_not_read_to_its_end()
    {
        var rows = string.Concat(Enumerable.Repeat("x;x;x;x\n", CsvRoster.MostRows + 10));
        Assert.That(Read("dato;fra;til;navn\n" + rows).Refused.Single().Wrong, Does.Contain("more than 20000 rows"));
    }

    private static RosterImport Read(string text) => CsvRoster.Read(Encoding.UTF8.GetBytes(text), Three);

    private static Officer Person(string id, string name) => new(id, name, [new PhoneNumber("+4712010401")]);

    private static string Told(ImportedDuty duty) =>
        $"{duty.Row} {duty.Span.Role} {duty.Span.OfficerId} {duty.Span.From:uuuu-MM-dd HH:mm}–{duty.Span.To:uuuu-MM-dd HH:mm}";
}
