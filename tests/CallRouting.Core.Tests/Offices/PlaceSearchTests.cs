using CallRouting.Core.Offices;
using NodaTime;

namespace CallRouting.Core.Tests.Offices;

public sealed class PlaceSearchTests
{
    private static readonly LocalDate Today = new(2026, 11, 18);

    private static readonly Places Places = new RegisterBuilder()
        .Municipality("0104", "Moss", until: 2020)
        .Municipality("0136", "Rygge", until: 2020)
        .Municipality("3103", "Moss", from: 2020)
        .Change("0104", "3103", 2020, ChangeKind.Merge)
        .Change("0136", "3103", 2020, ChangeKind.Merge)
        .Municipality("1507", "Ålesund", "Møre og Romsdal", until: 2024)
        .Municipality("1508", "Ålesund", "Møre og Romsdal", from: 2024)
        .Municipality("1580", "Haram", "Møre og Romsdal", from: 2024)
        .Change("1507", "1508", 2024, ChangeKind.Split)
        .Change("1507", "1580", 2024, ChangeKind.Split)
        .Municipality("3040", "Nes", "Buskerud", until: 2020)
        .Municipality("3040", "Nesbyen", "Buskerud", from: 2020)
        .Municipality("3212", "Nesodden", "Akershus")
        .Municipality("3207", "Nordre Follo", "Akershus")
        .Municipality("3451", "Nord-Aurdal", "Innlandet")
        .Municipality("1119", "Hå", "Rogaland")
        .Municipality("5540", "Kåfjord", "Troms")
        .ParallelName("5540", 1, "se", "Gáivuotna")
        .Municipality("3232", "Nittedal", "Akershus")
        .Municipality("0301", "Oslo", "Oslo")
        .District("030101", "Gamle Oslo")
        .Postcode("1481", "HAGAN", "3232")
        .Postcode("1482", "NITTEDAL", "3232")
        .Postcode("1483", "HAGAN", "3232", until: 2020)
        .Postcode("1580", "RYGGE", "3103")
        .Office("0104", "Nav Moss", "3103")
        .Office("0233", "Nav Nittedal", "3232")
        .Office("0316", "Nav Gamle Oslo", "030101")
        .Office("1504", "Nav Ålesund", "1508")
        .Office("1580", "Nav Haram", "1580")
        .Places();

    [TestCase("Rygge", "FormerPlace 0136 Rygge → Moss, Nav Moss")]
    [TestCase("0136", "FormerPlace 0136 Rygge → Moss, Nav Moss")]
    [TestCase("3232", "Place 3232 Nittedal → Nittedal, Nav Nittedal")]
    [TestCase("1481", "Postcode 1481 HAGAN → Nittedal, Nav Nittedal")]
    [TestCase("1481 Hagan", "Postcode 1481 HAGAN → Nittedal, Nav Nittedal")]
    [TestCase("hagan", "Postcode 1481 HAGAN → Nittedal, Nav Nittedal")]
    [TestCase("0233", "Office 0233 Nav Nittedal → , Nav Nittedal")]
    [TestCase("030101", "District 030101 Gamle Oslo → Oslo / Gamle Oslo, Nav Gamle Oslo")]
    [TestCase("Gáivuotna", "ParallelName 5540 Gáivuotna → Kåfjord, ")]
    public void Finds_by(string text, string expected) => Assert.That(Told(text), Is.EqualTo(new[] { expected }));

    [TestCase("KÅFJORD")]
    [TestCase("kafjord")]
    [TestCase("kaafjord")]
    [TestCase("ka\u030Afjord", Description = "The ring as a character of its own")]
    [TestCase("gaivuotna")]
    [TestCase("  kåf ")]
    [TestCase("kåfjoerd", Description = "as on foreign keyboards")]
    public void Case_accents_and_old_spellings_do_not_matter(string text) =>
        Assert.That(Places.Search(text, Today, 1)[0].Place?.AreaCode, Is.EqualTo("5540"));

    [TestCase("nord aurdal")]
    [TestCase("nord-aurdal")]
    [TestCase("aurdal", Description = "the start of a word")]
    [TestCase("urda", Description = "inside a word")]
    public void Hyphens_do_not_matter_and_a_part_is_enough(string text) =>
        Assert.That(Places.Search(text, Today, 1)[0].Place?.AreaCode, Is.EqualTo("3451"));

    [TestCase("moss nav", "Moss", Description = "in any order")]
    [TestCase("nav rygge", "Rygge", Description = "as the office was never called")]
    [TestCase("haram møre", "Haram", Description = "with the county")]
    [TestCase("oslo gamle", "Gamle Oslo", Description = "with the municipality")]
    [TestCase("hagan nittedal", "HAGAN")]
    public void Several_words_come_in_any_order_and_may_say_where_it_is(string text, string first) =>
        Assert.That(Places.Search(text, Today, 1).Select(hit => hit.Name), Is.EqualTo(new[] { first }));

    [Test]
    public void A_county_alone_beside_a_word_that_is_nowhere_finds_nothing() =>
        Assert.That(Places.Search("xyz akershus", Today, 10), Is.Empty);

    [Test]
    public void Two_words_of_the_surroundings_do_not_find_everything_in_them() =>
        Assert.That(Places.Search("nav akershus", Today, 10), Is.Empty);

    [TestCase("nitedal", Description = "one too few")]
    [TestCase("nittedall", Description = "one too many")]
    [TestCase("nettedal", Description = "one wrong")]
    [TestCase("nitetdal", Description = "two that changed places")]
    [TestCase("ittedal", Description = "the first is missing, which is a part")]
    public void One_slip_is_forgiven(string text) =>
        Assert.That(Places.Search(text, Today, 1).Single().Name, Is.EqualTo("Nittedal").IgnoreCase);

    [TestCase("nettetal", Description = "two wrong")]
    [TestCase("mos s s")]
    [TestCase("hbc", Description = "short words are all alike")]
    public void Two_slips_are_not(string text) => Assert.That(Places.Search(text, Today, 1), Is.Empty);

    [Test]
    public void A_slip_is_looked_for_only_where_nothing_is_spelled_like_that() =>
        Assert.That(Places.Search("rygge", Today, 10).Select(hit => hit.Name), Has.All.EqualTo("Rygge").IgnoreCase);

    [Test]
    public void The_whole_name_comes_before_a_beginning_and_each_place_once() =>
        Assert.That(Told("nes"), Is.EqualTo(new[] { "FormerPlace 3040 Nes → Nesbyen, ", "Place 3212 Nesodden → Nesodden, " }));

    [Test]
    public void A_beginning_comes_before_a_word_inside() =>
        Assert.That(Places.Search("o", Today, 10).Select(hit => hit.Name), Is.EqualTo(new[] { "Oslo", "Gamle Oslo", "Nav Gamle Oslo" }));

    [Test]
    public void A_split_municipality_leads_to_all_its_successors() =>
        Assert.That(
            Told("1507"),
            Is.EqualTo(new[] { "FormerPlace 1507 Ålesund → Ålesund, Nav Ålesund", "FormerPlace 1507 Ålesund → Haram, Nav Haram" })
        );

    [Test]
    public void The_place_of_today_is_named_before_the_one_of_the_past() =>
        Assert.That(
            Told("ålesund"),
            Is.EqualTo(
                new[]
                {
                    "Place 1508 Ålesund → Ålesund, Nav Ålesund",
                    "FormerPlace 1507 Ålesund → Haram, Nav Haram",
                    "Office 1504 Nav Ålesund → , Nav Ålesund",
                }
            )
        );

    [Test]
    public void A_number_that_is_both_an_old_municipality_and_an_office_gives_both() =>
        Assert.That(Told("0104"), Is.EqualTo(new[] { "FormerPlace 0104 Moss → Moss, Nav Moss", "Office 0104 Nav Moss → , Nav Moss" }));

    [Test]
    public void Four_digits_are_first_of_all_a_postcode() =>
        Assert.That(
            Told("1580"),
            Is.EqualTo(
                new[]
                {
                    "Postcode 1580 RYGGE → Moss, Nav Moss",
                    "Place 1580 Haram → Haram, Nav Haram",
                    "Office 1580 Nav Haram → , Nav Haram",
                }
            )
        );

    [Test]
    public void A_search_is_for_a_day() =>
        Assert.That(Places.Search("Rygge", new(2019, 6, 1), 5).Select(hit => hit.Kind), Is.EqualTo(new[] { HitKind.Place }));

    [TestCase("")]
    [TestCase(" - ")]
    [TestCase("1483", Description = "a postcode that ended")]
    [TestCase("xyz")]
    public void Nothing_gives_nothing(string text) => Assert.That(Places.Search(text, Today, 10), Is.Empty);

    [Test]
    public void No_more_than_asked_for() => Assert.That(Places.Search("n", Today, 2), Has.Count.EqualTo(2));

    private static string[] Told(string text) =>
        [.. Places.Search(text, Today, 10).Select(hit => $"{hit.Kind} {hit.Code} {hit.Name} → {Where(hit)}, {hit.Office?.Name}")];

    private static string? Where(PlaceHit hit) => hit.District is { } district ? $"{hit.Place?.Name} / {district.Name}" : hit.Place?.Name;
}
