using CallRouting.Core.Calls;

namespace CallRouting.Server.Tests.Menus;

/// <summary>From the greeting of the national number to the question where the caller is.</summary>
public sealed class GreetingTests
{
    private static readonly string[] Greeting = ["greeting", "other_norwegian", "other_language", "unsure"];

    [Test]
    public void Social_services_come_first_in_the_greeting() =>
        new Caller()
            .Dials()
            .HearsPrompts(Greeting)
            .Hears("Gjelder det økonomisk sosialhjelp, midlertidig botilbud eller andre sosiale tjenester, tast 1. Har vi");

    [Test]
    public void Key_3_is_for_something_else_and_offers_a_human_too() =>
        new Caller().Dials().Presses("3").HearsPrompts("other").Presses("3").HearsPrompts("help").WaitsForAHuman();

    [Test]
    public void Silence_twice_leads_to_a_human()
    {
        var caller = new Caller().Dials().SaysNothing().HearsPrompts(Greeting);
        caller.SaysNothing().HearsPrompts("help").WaitsForAHuman();
    }

    [Test]
    public void A_key_that_is_no_choice_is_told_once_and_then_leads_to_a_human()
    {
        var caller = new Caller().Dials().Presses("7").Hears("Det valget finnes ikke. Prøv en gang til. Hei, og velkommen");
        caller.Presses("0").WaitsForAHuman();
    }

    [Test]
    public void Silence_after_a_wrong_key_leads_to_a_human() => new Caller().Dials().Presses("#", "").WaitsForAHuman();

    [Test]
    public void Every_question_has_its_own_two_tries() =>
        new Caller().Dials().Presses("", "1", "").HearsPrompts("ask_urgent").Presses("2", "").HearsPrompts("ask_postcode");

    [Test]
    public void Several_keys_at_once_are_no_choice() => new Caller().Dials().Presses("12").HearsPrompts(["wrong_key", .. Greeting]);

    [TestCase("9")]
    [TestCase("*")]
    public void A_repetition_is_free_and_counts_as_no_try(string key)
    {
        var caller = new Caller().Dials().Presses(key, key, key, key).HearsPrompts(Greeting);
        caller.Presses("7", key).HearsPrompts(Greeting);
        caller.Presses("1").HearsPrompts("danger", "ask_urgent");
    }

    [Test]
    public void A_repetition_says_again_all_that_was_heard() => new Caller().Dials().Presses("1", "9").HearsPrompts("danger", "ask_urgent");

    [Test]
    public void Key_4_changes_to_nynorsk_and_back()
    {
        var caller = new Caller()
            .Dials()
            .Hears("For nynorsk, tast 4.")
            .Presses("4")
            .Hears("mellombels butilbod")
            .Hears("For bokmål, tast 4.");
        caller.Presses("4").Hears("midlertidig botilbud");
    }

    [Test]
    public void Key_5_changes_to_English_which_offers_both_kinds_of_Norwegian()
    {
        var caller = new Caller().Dials().Presses("5").Hears("press 1").Hears("For bokmål, tast 4. For nynorsk, tast 5.");
        Assert.That(caller.Presses("5").Visit.Language, Is.EqualTo(Language.Nynorsk));
        Assert.That(caller.Presses("5", "4").Visit.Language, Is.EqualTo(Language.Bokmal));
    }

    [Test]
    public void An_offer_of_another_language_is_spoken_in_that_language() =>
        Assert.That(
            new Caller().Dials().Turn.Speech.Select(spoken => spoken.Language),
            Is.EqualTo([Language.Bokmal, Language.Nynorsk, Language.English, Language.Bokmal])
        );

    [Test]
    public void The_language_stays_chosen() => new Caller().Dials().Presses("4", "1", "2").Hears("Kvar er du no?");

    [Test]
    public void Danger_is_spoken_before_anything_is_asked() =>
        new Caller()
            .Dials()
            .Presses("1")
            .Hears("ring en en to til politiet, en en tre ved akutt sykdom eller en en null ved brann. Mangler du mat");

    [TestCase("1", Urgency.Urgent)]
    [TestCase("2", Urgency.CanWait)]
    public void Urgency_is_what_the_caller_says(string key, Urgency urgency) =>
        Assert.That(new Caller().Dials().Presses("1", key).HearsPrompts("ask_postcode").Visit.Urgency, Is.EqualTo(urgency));

    [Test]
    public void Silence_is_never_not_urgent()
    {
        var caller = new Caller().Dials().Presses("1", "", "");
        caller.WaitsForAHuman();
        Assert.That(caller.Visit.Urgency, Is.EqualTo(Urgency.NotStated));
    }

    [Test]
    public void One_key_is_taken_at_once_and_a_hash_is_a_key() =>
        Assert.That(new Caller().Dials().Turn.Expecting, Is.EqualTo(new Core.Menus.Expecting(1, "", 5)));
}
