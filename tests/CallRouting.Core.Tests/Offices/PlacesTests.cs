using CallRouting.Core.Offices;
using NodaTime;

namespace CallRouting.Core.Tests.Offices;

public sealed class PlacesTests
{
    private static readonly LocalDate Today = new(2026, 11, 18);

    private static readonly Places Places = new RegisterBuilder()
        .Municipality("0104", "Moss", until: 2020)
        .Municipality("0136", "Rygge", until: 2020)
        .Municipality("3002", "Moss", "Viken", from: 2020, until: 2024)
        .Municipality("3103", "Moss", from: 2024)
        .Change("0104", "3002", 2020, ChangeKind.Merge)
        .Change("0136", "3002", 2020, ChangeKind.Merge)
        .Change("3002", "3103", 2024)
        .Municipality("1504", "Ålesund", "Møre og Romsdal", until: 2020)
        .Municipality("1534", "Haram", "Møre og Romsdal", until: 2020)
        .Municipality("1507", "Ålesund", "Møre og Romsdal", from: 2020, until: 2024)
        .Municipality("1508", "Ålesund", "Møre og Romsdal", from: 2024)
        .Municipality("1580", "Haram", "Møre og Romsdal", from: 2024)
        .Change("1504", "1507", 2020, ChangeKind.Merge)
        .Change("1534", "1507", 2020, ChangeKind.Merge)
        .Change("1507", "1508", 2024, ChangeKind.Split)
        .Change("1507", "1580", 2024, ChangeKind.Split)
        .Change("1534", "1580", 2024, ChangeKind.Part)
        .Municipality("0720", "Stokke", "Vestfold", until: 2017)
        .Municipality("0704", "Tønsberg", "Vestfold")
        .Municipality("0710", "Sandefjord", "Vestfold")
        .Change("0720", "0704", 2017, ChangeKind.Boundary)
        .Change("0720", "0710", 2017, ChangeKind.Merge)
        .Municipality("1515", "Herøy", "Møre og Romsdal")
        .Municipality("1818", "Herøy", "Nordland")
        .Municipality("1875", "Hamarøy", "Nordland")
        .ParallelName("1875", 1, "smj", "Hábmer")
        .Municipality("5540", "Kåfjord", "Troms")
        .ParallelName("5540", 1, "se", "Gáivuotna")
        .ParallelName("5540", 3, "fkv", "Kaivuono")
        .Municipality("0301", "Oslo", "Oslo")
        .District("030102", "Grünerløkka")
        .District("030101", "Gamle Oslo")
        .District("030199", "Nedlagt bydel", until: 2020)
        .Territory("2100", "Svalbard")
        .Postcode("1511", "MOSS", "3103", from: 2024)
        .Postcode("1599", "MOSS", "3103", until: 2025)
        .Postcode("0150", "OSLO", "0301")
        .Postcode("9170", "LONGYEARBYEN", "2100")
        .Office("0104", "Nav Moss", "3103")
        .Office("0316", "Nav Gamle Oslo", "030101")
        .Office("0315", "Nav Grünerløkka", "030102")
        .Office("1504", "Nav Ålesund", "1508")
        .Office("1580", "Nav Haram", "1580")
        .Office("1902", "Nav Tromsø", "2100")
        .Office("1815", "Nav Ytre Helgeland")
        .Serves("1902", "1818", Confidence.High, until: 2025)
        .Serves("1815", "1818", Confidence.Low, from: 2025)
        .Places();

    [Test]
    public void A_postcode_leads_to_its_municipality() =>
        Assert.That(Places.AtPostcode("1511", Today), Is.EqualTo(new Place("3103", "Moss", "Østfold", HasDistricts: false)));

    [TestCase("9999", Description = "never existed")]
    [TestCase("1599", Description = "ended")]
    [TestCase("151")]
    [TestCase("")]
    public void A_postcode_that_does_not_exist_leads_nowhere(string postcode) => Assert.That(Places.AtPostcode(postcode, Today), Is.Null);

    [Test]
    public void A_postcode_holds_on_its_own_days_only()
    {
        Assert.That(Places.AtPostcode("1599", new(2024, 12, 31)), Is.Not.Null, "the last day");
        Assert.That(Places.AtPostcode("1599", new(2025, 1, 1)), Is.Null, "the first day after");
        Assert.That(Places.AtPostcode("1511", new(2023, 12, 31)), Is.Null, "the day before the first");
    }

    [TestCase("3103")]
    [TestCase("3002")]
    [TestCase("0104")]
    [TestCase("0136", Description = "Rygge")]
    public void A_number_of_the_past_leads_to_the_municipality_of_today(string number) =>
        Assert.That(Places.Numbered(number, Today)?.AreaCode, Is.EqualTo("3103"));

    [TestCase(2019, "0136")]
    [TestCase(2021, "3002")]
    [TestCase(2024, "3103")]
    public void A_number_leads_to_what_was_there_on_the_day(int year, string expected) =>
        Assert.That(Places.Numbered("0136", new(year, 1, 1))?.AreaCode, Is.EqualTo(expected));

    [Test]
    public void A_number_that_does_not_hold_yet_leads_nowhere() => Assert.That(Places.Numbered("3103", new(2023, 6, 1)), Is.Null);

    [Test]
    public void A_split_number_leads_to_all_its_successors_and_to_none_alone()
    {
        Assert.That(Places.AllNumbered("1507", Today).Select(place => place.Name), Is.EqualTo(new[] { "Ålesund", "Haram" }));
        Assert.That(Places.Numbered("1507", Today), Is.Null);
        Assert.That(Places.OfficeOf("1507", Today), Is.Null);
    }

    [Test]
    public void A_part_of_a_split_municipality_leads_to_the_successor_that_it_lies_in()
    {
        Assert.That(Places.Numbered("1534", Today)?.Name, Is.EqualTo("Haram"));
        Assert.That(Places.Numbered("1534", new(2021, 1, 1))?.AreaCode, Is.EqualTo("1507"), "while it was merged");
    }

    [Test]
    public void A_boundary_change_does_not_tell_where_a_municipality_went() =>
        Assert.That(Places.Numbered("0720", Today)?.Name, Is.EqualTo("Sandefjord"));

    [Test]
    public void A_register_that_leads_in_a_circle_ends()
    {
        var circle = new RegisterBuilder().Change("1000", "2000", 2020).Change("2000", "1000", 2020).Change("2000", "1000", 2022).Places();
        Assert.That(circle.AllNumbered("1000", Today), Is.Empty);
    }

    [Test]
    public void Districts_come_by_code_and_only_while_they_hold()
    {
        Assert.That(Places.DistrictsOf("0301", Today).Select(district => district.AreaCode), Is.EqualTo(new[] { "030101", "030102" }));
        Assert.That(Places.DistrictsOf("0301", new(2019, 1, 1)), Has.Count.EqualTo(3));
        Assert.That(Places.DistrictsOf("3103", Today), Is.Empty);
    }

    [Test]
    public void Only_a_district_decides_the_office_where_there_are_districts()
    {
        Assert.That(Places.AtPostcode("0150", Today)?.HasDistricts, Is.True);
        Assert.That(Places.OfficeOf("0301", Today), Is.Null);
        Assert.That(Places.OfficeOf("030102", Today)?.Name, Is.EqualTo("Nav Grünerløkka"));
        Assert.That(Places.OfficesOf("0301", Today).Select(served => served.Office.Unit.Value), Is.EqualTo(new[] { "0316", "0315" }));
    }

    [Test]
    public void A_district_is_no_place_of_its_own() => Assert.That(Places.Numbered("030101", Today), Is.Null);

    [Test]
    public void An_office_is_found_by_a_number_of_the_past_too() =>
        Assert.That(Places.OfficeOf("0136", Today), Is.EqualTo(new Office(new("0104"), "Nav Moss")));

    [Test]
    public void An_area_changes_office_on_a_day()
    {
        Assert.That(Places.OfficeOf("1818", new(2024, 12, 31))?.Unit.Value, Is.EqualTo("1902"));
        Assert.That(
            Places.OfficesOf("1818", Today),
            Is.EqualTo(new[] { Served("1818", "Herøy", "1815", "Nav Ytre Helgeland", Confidence.Low) })
        );
    }

    [Test]
    public void An_area_that_nobody_serves_has_no_office() => Assert.That(Places.OfficeOf("0704", Today), Is.Null);

    [Test]
    public void An_office_knows_the_areas_that_it_serves() =>
        Assert.That(Places.AreasOf(new("1902"), Today), Is.EqualTo(new[] { Served("2100", "Svalbard", "1902", "Nav Tromsø") }));

    [Test]
    public void A_unit_number_is_not_a_municipality_number()
    {
        Assert.That(Places.OfficeNumbered(new("1504"), Today)?.Name, Is.EqualTo("Nav Ålesund"));
        Assert.That(Places.OfficeNumbered(new("3103"), Today), Is.Null);
    }

    [Test]
    public void A_territory_is_a_place_without_being_a_municipality()
    {
        Assert.That(Places.AtPostcode("9170", Today), Is.EqualTo(new Place("2100", "Svalbard", "Svalbard", HasDistricts: false)));
        Assert.That(Places.OfficeOf("2100", Today)?.Name, Is.EqualTo("Nav Tromsø"));
    }

    [TestCase("1818", "Herøy i Nordland")]
    [TestCase("1515", "Herøy i Møre og Romsdal")]
    [TestCase("3103", "Moss", Description = "The other two Moss are of the past")]
    public void A_name_that_two_places_share_is_said_with_its_county(string number, string expected) =>
        Assert.That(Places.NameAlone(Places.Numbered(number, Today)!, Today), Is.EqualTo(expected));

    [TestCase("1875", "Hamarøy", "Hábmer - Hamarøy")]
    [TestCase("5540", "Kåfjord", "Gáivuotna - Kåfjord - Kaivuono")]
    [TestCase("3103", "Moss", "Moss")]
    public void The_Norwegian_name_is_spoken_and_the_official_one_has_all_in_order(string number, string spoken, string official)
    {
        var place = Places.Numbered(number, Today)!;
        Assert.That((place.Name, Places.OfficialName(place)), Is.EqualTo((spoken, official)));
    }

    [Test]
    public void All_places_and_offices_of_a_day_come_by_number()
    {
        Assert.That(
            Places.All(Today).Select(place => place.AreaCode),
            Is.Ordered.And.Member("2100").And.No.Member("0136").And.No.Member("030101")
        );
        Assert.That(Places.Offices(Today).Select(office => office.Unit.Value), Is.Ordered.And.Member("1902").And.Exactly(7).Items);
    }

    private static ServedArea Served(string code, string name, string unit, string office, Confidence confidence = Confidence.High) =>
        new(code, name, new(new(unit), office), confidence);
}
