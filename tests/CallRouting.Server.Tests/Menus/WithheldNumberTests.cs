using CallRouting.Core.Calls;
using CallRouting.Core.Menus;
using CallRouting.Core.Queue;

namespace CallRouting.Server.Tests.Menus;

/// <summary>A caller whose number we do not see is asked for one, or given a code, before anybody is rung.</summary>
public sealed class WithheldNumberTests
{
    private static readonly MenuEffect Code = new MenuEffect.GiveCode("90210");

    private static Caller Asked() =>
        new Caller { NumberEnding = null, Queue = QueueFacts.Nobody }
            .Dials()
            .Presses("1", "2", "1481", "1")
            .HearsPrompts("before_ringing", "callback_hidden");

    [Test]
    public void Eight_digits_are_asked_for() => Assert.That(Asked().Turn.Expecting!.NumDigits, Is.EqualTo(8));

    [Test]
    public void A_confirmed_number_is_kept_and_the_duty_phone_is_rung()
    {
        var caller = Asked().Presses("90000001").Hears("Du tastet 9 0 0 0 0 0 0 1. Er det riktig, tast 1.");
        caller.Presses("1").IsConnectedTo("0233");

        Assert.That(caller.Visit.CallbackNumber, Is.EqualTo(new PhoneNumber("+4790000001")));
        Assert.That(caller.Effects, Is.EqualTo([new MenuEffect.RingOnNumber(new PhoneNumber("+4790000001"))]));
    }

    [Test]
    public void A_wrong_number_is_asked_again() =>
        Asked().Presses("90000001", "2").HearsPrompts("callback_hidden").Presses("90000002", "1").IsConnectedTo("0233");

    [TestCase("82012345", TestName = "A_premium_number_cannot_be_rung")]
    [TestCase("55553333", TestName = "Our_own_number_cannot_be_rung")]
    [TestCase("9000000", TestName = "Seven_digits_are_no_number")]
    public void Not_a_number_to_ring(string digits) => Asked().Presses(digits).HearsPrompts("invalid", "callback_hidden");

    [Test]
    public void Who_cannot_be_rung_hears_a_code_and_is_connected()
    {
        var caller = Asked().Presses("*").Hears("Koden din er 9 0 2 1 0. Ring 55 55 33 33, tast 2 og koden");
        caller.Presses("9").Hears("9 0 2 1 0").SaysNothing().IsConnectedTo("0233");

        Assert.That(caller.Effects, Is.EqualTo([Code]), "one code, however often it is heard");
        Assert.That(caller.Visit.CannotBeRung, Is.True);
    }

    [Test]
    public void Star_after_some_digits_gives_the_code() => Asked().Presses("900*").HearsPrompts("your_code", "code_again");

    [Test]
    public void Silence_gives_the_code_and_is_connected() => Asked().Presses("", "", "").IsConnectedTo("0233");

    [Test]
    public void A_number_that_nobody_confirmed_is_not_rung()
    {
        var caller = Asked().Presses("90000001", "", "").HearsPrompts("your_code", "code_again");
        Assert.That((caller.Visit.CallbackNumber, caller.Visit.CannotBeRung), Is.EqualTo((default(PhoneNumber?), true)));
    }

    [Test]
    public void An_urgent_caller_without_an_office_is_asked_before_the_list()
    {
        var caller = new Caller { NumberEnding = null }
            .Dials()
            .Presses("1", "1", "#")
            .HearsPrompts("before_waiting", "callback_hidden");
        caller.Presses("90000001", "1").HearsPrompts("help").WaitsForAHuman();
    }

    [Test]
    public void Who_states_no_urgency_goes_to_a_human_without_questions() =>
        new Caller { NumberEnding = null }
            .Dials()
            .Presses("3", "3")
            .WaitsForAHuman();
}
