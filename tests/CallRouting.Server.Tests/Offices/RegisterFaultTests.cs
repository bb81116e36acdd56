using CallRouting.Server.Offices;

namespace CallRouting.Server.Tests.Offices;

public sealed class RegisterFaultTests
{
    private RegisterFolder folder = null!;

    [SetUp]
    public void Copy() => folder = new RegisterFolder();

    [TearDown]
    public void Delete() => folder.Dispose();

    [TestCase(
        "areas.csv",
        "3232,",
        "323,municipality,Nittedal,3232,32,Akershus,2024-01-01,",
        "code \"323\" must be 4 digits, leading zeros included."
    )]
    [TestCase(
        "areas.csv",
        "3232,",
        "3232,city,Nittedal,3232,32,Akershus,2024-01-01,",
        "kind \"city\" must be one of municipality, territory, district."
    )]
    [TestCase("areas.csv", "3232,", "3232,municipality, ,3232,32,Akershus,2024-01-01,", "name is empty.")]
    [TestCase(
        "areas.csv",
        "3232,",
        "3232,municipality,Nittedal,3232,32,Akershus,01.01.2024,",
        "valid_from \"01.01.2024\" must be a date, yyyy-MM-dd."
    )]
    [TestCase(
        "areas.csv",
        "3232,",
        "3232,municipality,Nittedal,3232,32,Akershus,2024-01-01,2024-01-01",
        "valid_to 2024-01-01 must be after valid_from 2024-01-01: it is the first day after."
    )]
    [TestCase(
        "areas.csv",
        "3232,",
        "3232,municipality,Nittedal,3031,32,Akershus,2024-01-01,",
        "municipality_number 3031 must be the code itself, 3232."
    )]
    [TestCase("areas.csv", "3232,", "3232,municipality,Nittedal", "the row has more or fewer fields than the header.")]
    [TestCase(
        "areas.csv",
        "3232,",
        "3232,municipality,\"Nitte\"dal,3232,32,Akershus,2024-01-01,",
        "a quotation mark is out of place: quote the whole field, and double a mark inside it."
    )]
    [TestCase(
        "areas.csv",
        "3232,",
        "3232,municipality,\"Nittedal,3232,32,Akershus,2024-01-01,",
        "a quotation mark is out of place: quote the whole field, and double a mark inside it."
    )]
    [TestCase(
        "areas.csv",
        "030101,",
        "030101,district,Gamle Oslo,1103,03,Oslo,2020-01-01,",
        "district 030101 must begin with its municipality_number, 1103."
    )]
    [TestCase(
        "areas.csv",
        "030101,",
        "030101,district,Gamle Oslo,0301,03,Oslo,2010-01-01,",
        "0301 holds from 2016-01-01, this row from 2010-01-01."
    )]
    [TestCase("parallel_names.csv", "1875,", "1875,0,smj,Hábmer", "position \"0\" must be a whole number from 1 to 9.")]
    [TestCase("parallel_names.csv", "1875,", "1874,1,smj,\"Hábmer\",", "the row has more or fewer fields than the header.")]
    [TestCase("parallel_names.csv", "1875,", "9875,1,smj,Hábmer", "9875 is not in areas.csv.")]
    [TestCase("municipality_changes.csv", "0136,", "0136,3002,2020-13-01,merge", "date \"2020-13-01\" must be a date, yyyy-MM-dd.")]
    [TestCase(
        "municipality_changes.csv",
        "0136,",
        "0136,3002,2020-01-01,moved",
        "kind \"moved\" must be one of renumber, merge, split, part, boundary."
    )]
    [TestCase(
        "municipality_changes.csv",
        "1534,1580,",
        "1534,1580,2020-01-01,part",
        "1534 holds from 2016-01-01 to 2019-12-31; a part must have ended before 2020-01-01."
    )]
    [TestCase("postcodes.csv", "1481,", "14811,HAGAN,3232,2024-01-01,", "postcode \"14811\" must be 4 digits, leading zeros included.")]
    [TestCase(
        "postcodes.csv",
        "1481,",
        "1481,HAGAN,1507,2024-01-01,",
        "municipality 1507 ended 2023-12-31; its successors are 1508 and 1580."
    )]
    [TestCase("postcodes.csv", "1481,", "1481,HAGAN,3031,2022-01-01,", "municipality 3031 ended 2023-12-31; its successor is 3232.")]
    [TestCase("postcodes.csv", "1481,", "1481,HAGAN,3232,2020-01-01,", "3232 holds from 2024-01-01, this row from 2020-01-01.")]
    [TestCase("postcodes.csv", "1481,", "1481,HAGAN,9999,2024-01-01,", "9999 is not in areas.csv.")]
    [TestCase("offices.csv", "0233,", "233,Nav Nittedal,2024-01-01,", "unit_number \"233\" must be 4 digits, leading zeros included.")]
    [TestCase("office_areas.csv", "3232,", "3232,0233,sure,2024-01-01,", "confidence \"sure\" must be one of high, medium, low.")]
    [TestCase("office_areas.csv", "3232,", "3232,0999,high,2024-01-01,", "unit 0999 is not in offices.csv.")]
    [TestCase("office_areas.csv", "3232,", "0301,0233,high,2024-01-01,", "0301 has districts: name the office of each district instead.")]
    [TestCase("office_areas.csv", "3232,", "32,0233,high,2024-01-01,", "area_code \"32\" must be 4 or 6 digits, leading zeros included.")]
    public void A_broken_row_is_named_with_file_line_and_reason(string file, string row, string broken, string reason)
    {
        var line = folder.Replace(file, row, broken);
        Assert.That(Faults(), Is.EqualTo(new[] { $"{file} line {line}: {reason}" }));
    }

    [TestCase("postcodes.csv", "1481,HAGAN,3232,2024-01-01,", "1481 is already on line {0}, for the same days.")]
    [TestCase("offices.csv", "0233,Nav Nittedal,2026-01-01,", "0233 is already on line {0}, for the same days.")]
    [TestCase("areas.csv", "3232,municipality,Nittedal,3232,32,Akershus,2020-01-01,", "3232 is already on line {0}, for the same days.")]
    [TestCase("office_areas.csv", "3232,0233,high,2025-01-01,", "3232 served by 0233 is already on line {0}, for the same days.")]
    [TestCase("parallel_names.csv", "1875,1,se,Hápmir", "position 1 of 1875 is already on line {0}, for the same days.")]
    public void A_row_that_is_there_already_is_named_with_the_first(string file, string again, string reason)
    {
        var first = folder.LineOf(file, again[..5]);
        var line = folder.Append(file, again);
        Assert.That(Faults(), Is.EqualTo(new[] { $"{file} line {line}: {string.Format(reason, first)}" }));
    }

    [Test]
    public void A_row_may_follow_another_of_the_same_code()
    {
        folder.Replace(
            "areas.csv",
            "3040,",
            "3040,municipality,Nes,3040,30,Viken,2020-01-01,2021-01-01\n3040,municipality,Nesbyen,3040,30,Viken,2021-01-01,2024-01-01"
        );
        folder.Append("postcodes.csv", "0002,OSLO,0301,2020-01-01,2024-01-01");
        folder.Append("postcodes.csv", "0002,OSLO,0301,2024-01-01,");
        Assert.That(Faults(), Is.Empty);
    }

    [Test]
    public void A_municipality_that_ends_must_lead_somewhere()
    {
        var line = folder.Replace("areas.csv", "1811,", "1811,municipality,Bindal,1811,18,Nordland,2016-01-01,2027-01-01");
        Assert.That(
            Faults(),
            Has.Member(
                    $"areas.csv line {line}: 1811 ended 2026-12-31, and municipality_changes.csv does not say what it became on 2027-01-01."
                )
                .And.Some.EndsWith(": municipality 1811 ended 2026-12-31.")
        );
    }

    [TestCase("0136,3002,2021-01-01,merge", "0136 holds from 2016-01-01 to 2019-12-31; its last day must be the day before 2021-01-01.")]
    [TestCase("0136,3103,2020-01-01,merge", "3103 holds from 2024-01-01, not on 2020-01-01.")]
    [TestCase("0136,0136,2020-01-01,merge", "old_number and new_number are both 0136.")]
    [TestCase("0136,9999,2020-01-01,merge", "new_number 9999 is not in areas.csv.")]
    [TestCase("9136,3002,2020-01-01,merge", "old_number 9136 is not in areas.csv.")]
    public void A_change_must_fit_the_areas(string change, string reason)
    {
        var line = folder.Replace("municipality_changes.csv", "0136,", change);
        Assert.That(Faults(), Has.Member($"municipality_changes.csv line {line}: {reason}"));
    }

    [Test]
    public void Only_a_split_leads_to_several()
    {
        var first = folder.LineOf("municipality_changes.csv", "0136,");
        var line = folder.Append("municipality_changes.csv", "0136,3003,2020-01-01,merge");
        Assert.That(
            Faults(),
            Is.EqualTo(
                new[]
                {
                    $"municipality_changes.csv line {line}: 0136 also became 3002 on line {first}. If it was split, say split on both.",
                }
            )
        );
    }

    [Test]
    public void Several_faults_are_listed_together_in_the_order_of_files_and_lines()
    {
        folder.Replace("offices.csv", "0233,", "0233,,2024-01-01,");
        folder.Replace("postcodes.csv", "1482,", "1482,,3232,2024-01-01,");
        folder.Replace("postcodes.csv", "1481,", "1481,,3232,2024-01-01,");
        folder.Append("postcodes.csv", "1481,HAGAN,9999,2024-01-01,");
        Assert.That(
            Faults().Select(fault => fault[..fault.IndexOf(' ')]),
            Is.EqualTo(new[] { "postcodes.csv", "postcodes.csv", "postcodes.csv", "offices.csv" })
        );
        Assert.That(Reading().Faults.Take(3).Select(fault => fault.Line), Is.Ordered);
    }

    [Test]
    public void A_broken_row_does_not_accuse_the_rows_that_refer_to_it()
    {
        folder.Replace("areas.csv", "3232,", "3232,municipality,,3232,32,Akershus,2024-01-01,");
        Assert.That(Faults(), Has.Length.EqualTo(1));
    }

    [Test]
    public void A_file_that_is_missing_is_named()
    {
        File.Delete(folder.Of("offices.csv"));
        Assert.That(Faults(), Is.EqualTo(new[] { "offices.csv: the file is missing." }));
    }

    [Test]
    public void Columns_must_be_the_known_ones_in_any_order()
    {
        folder.Replace("offices.csv", "unit_number", "enhetsnr,name,valid_from,valid_to");
        Assert.That(
            Faults(),
            Is.EqualTo(
                new[]
                {
                    "offices.csv line 1: the columns are enhetsnr,name,valid_from,valid_to; they must be unit_number,name,valid_from,valid_to.",
                }
            )
        );
    }

    [Test]
    public void An_empty_file_has_no_columns()
    {
        File.WriteAllText(folder.Of("parallel_names.csv"), "");
        Assert.That(
            Faults(),
            Is.EqualTo(new[] { "parallel_names.csv line 1: the columns are ; they must be area_code,position,language,name." })
        );
    }

    [Test]
    public void A_file_in_another_encoding_is_named_with_the_line()
    {
        var line = folder.Append("offices.csv", "9998,Nav Herre,2024-01-01,");
        using (var file = File.Open(folder.Of("offices.csv"), FileMode.Append))
        {
            file.Write("9999,Nav "u8);
            file.WriteByte(0xD8); // Ø in ISO-8859-1
        }
        Assert.That(Faults(), Is.EqualTo(new[] { $"offices.csv line {line + 1}: this is not UTF-8. Save the file as UTF-8." }));
    }

    [Test]
    public void A_byte_order_mark_and_Windows_line_ends_are_no_fault()
    {
        var text = File.ReadAllText(folder.Of("offices.csv"));
        File.WriteAllText(folder.Of("offices.csv"), '\uFEFF' + text.Replace("\n", "\r\n"));
        Assert.That(Faults(), Is.Empty);
    }

    private RegisterReading Reading() => RegisterFiles.Read(folder.Path);

    private string[] Faults() => [.. Reading().Faults.Select(fault => fault.ToString())];
}
