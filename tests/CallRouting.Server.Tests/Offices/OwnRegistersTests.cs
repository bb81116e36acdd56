using CallRouting.Core.Offices;
using CallRouting.Server.Offices;
using NodaTime;

namespace CallRouting.Server.Tests.Offices;

/// <summary>The registers that come with the server, against what is known of Norway from elsewhere.</summary>
public sealed class OwnRegistersTests
{
    private static readonly LocalDate Today = new(2026, 11, 18);
    private static readonly RegisterReading Reading = RegisterFiles.Read(RegisterFiles.OwnFolder);
    private static readonly Places Places = new(Reading.Registers);

    [Test]
    public void They_are_without_fault() => Assert.That(Reading.Faults, Is.Empty);

    [Test]
    public void They_are_whole()
    {
        Assert.That(Municipalities(Today), Has.Count.EqualTo(357));
        Assert.That(Reading.Registers.Postcodes, Has.Count.EqualTo(5122));
        Assert.That(Places.Offices(Today), Has.Count.EqualTo(255));
        Assert.That(Reading.Registers.OfficeAreas, Has.Count.EqualTo(392));
        Assert.That(Reading.Registers.Areas.Count(area => area.Kind == AreaKind.District), Is.EqualTo(37));
    }

    [TestCase(2016, 428)]
    [TestCase(2017, 426)]
    [TestCase(2018, 422)]
    [TestCase(2019, 422)]
    [TestCase(2020, 356)]
    [TestCase(2023, 356)]
    [TestCase(2024, 357)]
    public void There_were_as_many_municipalities_as_history_says(int year, int expected) =>
        Assert.That(Municipalities(new(year, 6, 1)), Has.Count.EqualTo(expected));

    [TestCase("03 1, 11 23, 15 27, 18 41, 31 12, 32 21, 33 18, 34 46, 39 6, 40 17, 42 25, 46 43, 50 38, 55 21, 56 18")]
    public void Each_county_has_its_municipalities(string expected) =>
        Assert.That(
            string.Join(
                ", ",
                Municipalities(Today)
                    .CountBy(area => area.CountyNumber)
                    .OrderBy(county => county.Key)
                    .Select(county => $"{county.Key} {county.Value}")
            ),
            Is.EqualTo(expected)
        );

    [Test]
    public void Every_number_of_the_past_leads_to_a_place_of_today()
    {
        var lost = Reading.Registers.Areas.Where(area => area.Kind != AreaKind.District && Places.AllNumbered(area.Code, Today).Count == 0);
        Assert.That(lost, Is.Empty);
    }

    [Test]
    public void Only_split_municipalities_lead_to_several_places()
    {
        var several = Reading.Registers.Areas.Where(area => Places.AllNumbered(area.Code, Today).Count > 1).Select(area => area.Code);
        Assert.That(several, Is.EquivalentTo(new[] { "1507", "1613", "1850", "5012" }), "Ålesund, Snillfjord twice and Tysfjord");
    }

    [TestCase("0136", "3103", Description = "Rygge, to Moss 3002, to Moss")]
    [TestCase("0706", "3907", Description = "Sandefjord, three times renumbered")]
    [TestCase("0720", "3907", Description = "Stokke: all but a small part went to Sandefjord")]
    [TestCase("1534", "1580", Description = "Haram, out of Ålesund again")]
    [TestCase("1529", "1508", Description = "Skodje, still in Ålesund")]
    [TestCase("1201", "4601", Description = "Bergen")]
    [TestCase("2020", "5622", Description = "Porsanger")]
    public void A_number_of_the_past_leads_to(string number, string expected) =>
        Assert.That(Places.Numbered(number, Today)?.AreaCode, Is.EqualTo(expected));

    [Test]
    public void Every_postcode_leads_to_a_place_and_every_place_without_districts_to_one_office()
    {
        foreach (var postcode in Reading.Registers.Postcodes)
        {
            var place = Places.AtPostcode(postcode.Code, Today);
            Assert.That(place, Is.Not.Null, postcode.Code);
            Assert.That(Places.OfficeOf(place!.AreaCode, Today) is null, Is.EqualTo(place.HasDistricts), postcode.Code);
        }
    }

    [TestCase("0301", 16, 15)]
    [TestCase("1103", 9, 5)]
    [TestCase("4601", 8, 5)]
    [TestCase("5001", 4, 2)]
    public void Every_district_has_an_office(string city, int districts, int offices)
    {
        var served = Places.DistrictsOf(city, Today).Select(district => Places.OfficeOf(district.AreaCode, Today)).ToList();
        Assert.That((served.Count, served.Distinct().Count()), Is.EqualTo((districts, offices)));
        Assert.That(served, Has.None.Null);
    }

    [Test]
    public void Only_the_four_cities_have_districts() =>
        Assert.That(
            Places.All(Today).Where(place => place.HasDistricts).Select(place => place.Name),
            Is.EquivalentTo(new[] { "Oslo", "Stavanger", "Bergen", "Trondheim" })
        );

    [TestCase("1481", "Nittedal", "Nav Nittedal")]
    [TestCase("9170", "Svalbard", "Nav Tromsø")]
    [TestCase("8099", "Jan Mayen", "Nav Tromsø")]
    public void A_postcode_leads_to_its_office(string postcode, string place, string office)
    {
        var found = Places.AtPostcode(postcode, Today)!;
        Assert.That((found.Name, Places.OfficeOf(found.AreaCode, Today)?.Name), Is.EqualTo((place, office)));
    }

    [Test]
    public void Territories_are_no_municipalities() =>
        Assert.That(
            Places.All(Today).Select(place => place.AreaCode).Except(Municipalities(Today).Select(area => area.Code)),
            Is.EqualTo(new[] { "2100", "2211" })
        );

    [Test]
    public void Twenty_nine_municipalities_have_Sami_or_Kven_names() =>
        Assert.That(Places.All(Today).Count(place => Places.OfficialName(place) != place.Name), Is.EqualTo(29));

    [TestCase("1875", "Hamarøy", "Hábmer - Hamarøy")]
    [TestCase("5536", "Lyngen", "Lyngen - Ivgu - Yykeä")]
    [TestCase("1826", "Hattfjelldal", "Aarborte - Hattfjelldal")]
    public void Parallel_names_keep_their_order(string number, string spoken, string official)
    {
        var place = Places.Numbered(number, Today)!;
        Assert.That((place.Name, Places.OfficialName(place)), Is.EqualTo((spoken, official)));
    }

    [Test]
    public void Only_four_names_need_their_county() =>
        Assert.That(
            Places.All(Today).Select(place => Places.NameAlone(place, Today)).Where(name => name.Contains(" i ")),
            Is.EquivalentTo(new[] { "Herøy i Møre og Romsdal", "Herøy i Nordland", "Våler i Østfold", "Våler i Innlandet" })
        );

    [TestCase("Rygge", "Moss")]
    [TestCase("kautokeino", "Kautokeino")]
    [TestCase("guovdageaidnu", "Kautokeino")]
    [TestCase("tysfjord", "Narvik", "Hamarøy")]
    [TestCase("divtasvuodna", "Narvik", "Hamarøy")]
    [TestCase("longyearbyen", "Svalbard")]
    [TestCase("grunerlokka", "Oslo")]
    public void A_search_leads_to(string text, params string[] expected) =>
        Assert.That(Places.Search(text, Today, 10).Select(hit => hit.Place?.Name).OfType<string>(), Is.EqualTo(expected));

    private static List<Area> Municipalities(LocalDate on) =>
        [.. Reading.Registers.Areas.Where(area => area.Kind == AreaKind.Municipality && area.Valid.Covers(on))];
}
