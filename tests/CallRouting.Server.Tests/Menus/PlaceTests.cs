using CallRouting.Core.Menus;

namespace CallRouting.Server.Tests.Menus;

/// <summary>Where the caller is: postcode, confirmation, district.</summary>
public sealed class PlaceTests
{
    private static Caller AskedWhere() => new Caller().Dials().Presses("1", "2").HearsPrompts("ask_postcode");

    [Test]
    public void Four_digits_are_read_without_a_finishing_key() =>
        Assert.That(AskedWhere().Turn.Expecting, Is.EqualTo(new Expecting(4, "", 5)));

    [Test]
    public void A_confirmed_postcode_leads_to_its_office() => AskedWhere().Presses("1481", "1").IsHandedOverTo("0233");

    [Test]
    public void A_county_of_the_same_name_is_not_said_twice() => AskedWhere().Presses("9170").Hears("9 1 7 0 er Svalbard. Stemmer");

    [Test]
    public void A_wrong_place_is_asked_again()
    {
        var caller = AskedWhere().Presses("9170", "2").HearsPrompts("ask_postcode");
        caller.Presses("1481").Hears("Nittedal").Presses("1").IsHandedOverTo("0233");
    }

    [Test]
    public void A_postcode_that_does_not_exist_is_told_once_and_then_leads_to_a_human()
    {
        var caller = AskedWhere().Presses("0000").HearsPrompts("invalid", "ask_postcode");
        caller.Presses("148").HearsPrompts("help").WaitsForAHuman();
    }

    [Test]
    public void A_second_try_can_be_right() => AskedWhere().Presses("0000", "1481", "1").IsHandedOverTo("0233");

    [TestCase("#")]
    [TestCase("14#")]
    public void Who_does_not_know_the_postcode_is_helped_by_a_human(string keys) => AskedWhere().Presses(keys).WaitsForAHuman();

    [Test]
    public void Star_says_it_again() => AskedWhere().Presses("*").HearsPrompts("ask_postcode");

    [Test]
    public void A_place_that_nobody_confirmed_is_not_kept()
    {
        var caller = AskedWhere().Presses("1481", "", "");
        caller.WaitsForAHuman();
        Assert.That(
            (caller.Visit.Postcode, caller.Visit.AreaCode, caller.Visit.Office),
            Is.EqualTo((default(string), default(string), default(Core.Offices.UnitNumber?)))
        );
    }

    [TestCase("6390", TestName = "A_place_without_an_office_is_helped_by_a_human")]
    [TestCase("6008", TestName = "A_place_that_several_offices_could_serve_is_helped_by_a_human")]
    public void Without_one_office(string postcode)
    {
        var caller = AskedWhere().Presses(postcode, "1");
        caller.WaitsForAHuman();
        Assert.That(caller.Visit.Postcode, Is.EqualTo(postcode), "the agent sees where the caller is");
    }
}

/// <summary>The cities where the district decides the office.</summary>
public sealed class DistrictTests
{
    private static Caller InOslo() => new Caller().Dials().Presses("1", "2", "0151", "1").HearsPrompts("ask_district");

    [Test]
    public void Waiting_is_an_answer_and_leads_to_a_human_at_once() => InOslo().SaysNothing().WaitsForAHuman();

    [Test]
    public void Districts_are_read_only_to_who_asks() =>
        InOslo().Hears("hvilken bydel").Presses("1").Hears("For Gamle Oslo, tast 1. For Grünerløkka, tast 2.");

    [Test]
    public void A_small_city_is_one_page_and_one_key()
    {
        var caller = new Caller().Dials().Presses("1", "2", "7010", "1", "1");

        caller.Hears("For Midtbyen, tast 1. For Lerkendal, tast 2. For å høre bydelene en gang til, tast stjerne.");
        Assert.That(caller.Turn.Expecting, Is.EqualTo(new Expecting(1, "", 3)));
        caller.Presses("2").IsHandedOverTo("5702");
    }

    [Test]
    public void Pages_are_equally_long()
    {
        var caller = new Caller().Dials().Presses("1", "2", "4005", "1", "1").Hears("For Storhaug, tast 5.");
        Assert.That(caller.Heard, Does.Not.Contain("tast 6"), "nine districts are five and four, not eight and one");
        caller.SaysNothing().Hears("For Hillevåg, tast 6.").Presses("9").IsHandedOverTo("1169");
    }

    [Test]
    public void Oslo_is_two_pages_and_silence_turns_the_page()
    {
        var caller = InOslo().Presses("1").Hears("For Nordre Aker, tast 8.");
        Assert.That(caller.Heard, Does.Not.Contain("Bjerke").And.Not.Contain("stjerne"));
        Assert.That(caller.Turn.Expecting!.NumDigits, Is.EqualTo(2));

        caller.SaysNothing().Hears("For Bjerke, tast 9.").Hears("For Sentrum, tast 16. For å høre");
        Assert.That(caller.Heard, Does.Not.Contain("Nordre Aker"));
    }

    [TestCase("5", "0315")]
    [TestCase("05", "0315")]
    [TestCase("15", "0325")]
    public void A_district_is_chosen_by_one_or_two_digits(string keys, string unit) => InOslo().Presses("1", keys).IsHandedOverTo(unit);

    [Test]
    public void A_key_that_comes_after_the_page_was_turned_means_what_was_heard() => InOslo().Presses("1", "", "3").IsHandedOverTo("0313");

    [Test]
    public void After_the_last_page_silence_leads_to_a_human() => InOslo().Presses("1", "", "").WaitsForAHuman();

    [Test]
    public void Star_begins_the_list_again() => InOslo().Presses("1", "", "*").Hears("For Gamle Oslo, tast 1.");

    [Test]
    public void A_number_of_no_district_is_told_once_on_the_same_page_and_then_leads_to_a_human()
    {
        var caller = InOslo().Presses("1", "", "17").Hears("Jeg fant ikke det nummeret. Prøv en gang til. For Bjerke, tast 9.");
        caller.Presses("0").WaitsForAHuman();
    }

    [Test]
    public void A_wrong_number_does_not_stop_the_pages() => InOslo().Presses("1", "17", "").Hears("For Bjerke, tast 9.");

    [Test]
    public void A_district_without_an_office_leads_to_a_human()
    {
        var caller = InOslo().Presses("1", "16");
        caller.WaitsForAHuman();
        Assert.That(caller.Visit.AreaCode, Is.EqualTo("030116"));
    }
}
