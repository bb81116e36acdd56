using CallRouting.Core.Calls;
using CallRouting.Core.Menus;
using CallRouting.Core.Offices;
using CallRouting.Core.Queue;

namespace CallRouting.Server.Tests.Menus;

/// <summary>Nobody came to the phone: the truth, and which number to ring.</summary>
public sealed class UnansweredTests
{
    private static readonly UnitNumber Nittedal = new("0233");

    private static Caller Connected(string? ending = "67", string urgency = "2", params string[] numberQuestion) =>
        new Caller { NumberEnding = ending, Queue = QueueFacts.Nobody }
            .Dials()
            .Presses(["1", urgency, "1481", "1", .. numberQuestion]);

    [Test]
    public void The_caller_hears_the_truth_and_is_offered_a_call_back_on_their_number() =>
        Connected()
            .Enters(Entries.Unanswered)
            .HearsPrompts("no_answer", "callback_offer")
            .Hears("Ingen på Nav Nittedal svarte. Det er ikke et avslag.")
            .Hears("på nummeret du ringer fra, som slutter på 6 7? Tast 1.");

    [Test]
    public void Key_1_keeps_the_number_and_tells_the_deadline()
    {
        var caller = Connected().Enters(Entries.Unanswered).Presses("1");
        caller.Hears("Takk. Nav Nittedal ringer deg innen fredag 20. november klokka 10. Anropet kommer fra 55 55 33 33.").IsSaidGoodbye();
        Assert.That(caller.Effects, Is.Empty, "the call-back was there already, on this number");
    }

    [Test]
    public void Silence_keeps_the_number_and_hears_the_deadline() =>
        Connected().Enters(Entries.Unanswered).Presses("", "").Hears("innen fredag 20. november").IsSaidGoodbye();

    [Test]
    public void Key_2_asks_for_another_number_and_confirms_it()
    {
        var caller = Connected().Enters(Entries.Unanswered).Presses("2").HearsPrompts("other_number");
        caller.Presses("90000001", "2", "90000002", "1").HearsPrompts("sms_consent").SaysNothing();
        caller.HearsPrompts("callback_done", "goodbye").IsSaidGoodbye();
        Assert.That(caller.Effects, Is.EqualTo([new MenuEffect.RingOnNumber(new PhoneNumber("+4790000002"))]));
        Assert.That(caller.Visit.MayText, Is.False, "silence is no yes");
    }

    [Test]
    public void Who_says_yes_to_it_may_be_texted()
    {
        var caller = Connected().Enters(Entries.Unanswered).Presses("2", "90000002", "1").HearsPrompts("sms_consent").Presses("1");
        caller.HearsPrompts("callback_done", "goodbye").IsSaidGoodbye();
        Assert.That(caller.Visit.MayText);
        Assert.That(caller.Effects, Does.Contain(new MenuEffect.MayText()));
    }

    [Test]
    public void Nobody_is_asked_whether_a_telephone_on_the_wall_may_be_texted() =>
        Connected().Enters(Entries.Unanswered).Presses("2", "22000000", "1").HearsPrompts("callback_done", "goodbye").IsSaidGoodbye();

    [Test]
    public void Another_number_that_nobody_confirms_changes_nothing()
    {
        var caller = Connected().Enters(Entries.Unanswered).Presses("2", "90000001", "", "");
        caller.IsSaidGoodbye();
        Assert.That(caller.Effects, Is.Empty);
    }

    [TestCase("*", TestName = "Who_cannot_be_rung_is_given_a_code_at_the_offer")]
    [TestCase("2", "*", TestName = "Who_cannot_be_rung_is_given_a_code_at_another_number")]
    public void Cannot_be_rung(params string[] keys)
    {
        var caller = Connected().Enters(Entries.Unanswered).Presses(keys).Hears("Koden din er 9 0 2 1 0.");
        caller.Presses("1").HearsPrompts("code_done", "goodbye").IsSaidGoodbye();
        Assert.That(caller.Effects, Is.EqualTo([new MenuEffect.GiveCode("90210")]));
    }

    [Test]
    public void A_number_given_before_is_not_asked_for_again() =>
        Connected(ending: null, "2", "90000001", "1")
            .Enters(Entries.Unanswered)
            .HearsPrompts("no_answer", "sms_consent")
            .SaysNothing()
            .HearsPrompts("callback_done", "goodbye")
            .IsSaidGoodbye();

    [Test]
    public void A_code_given_before_is_told_again() =>
        Connected(ending: null, "2", "*", "1")
            .Enters(Entries.Unanswered)
            .HearsPrompts("no_answer", "your_code", "code_again")
            .SaysNothing()
            .IsSaidGoodbye();

    [Test]
    public void A_withheld_caller_who_was_not_asked_before_is_asked_now() =>
        new Caller { NumberEnding = null, OfficeCalled = Nittedal }
            .Enters(Entries.Unanswered)
            .HearsPrompts("no_answer", "callback_hidden");

    [Test]
    public void Urgent_is_told_that_we_ring_on_and_asked_for_a_number_when_no_agent_is_at_work() =>
        Connected(urgency: "1").Enters(Entries.UnansweredUrgent).HearsPrompts("no_answer_urgent_alone", "callback_offer");

    [Test]
    public void Urgent_is_told_that_we_ring_on_and_waits_for_a_human()
    {
        var caller = new Caller { OfficeCalled = Nittedal, Queue = new QueueFacts(0, 3, null, false) }
            .Dials()
            .Presses("1")
            .Enters(Entries.UnansweredUrgent)
            .Hears("Vi fortsetter å ringe Nav Nittedal. Lederen får beskjed.");
        caller.HearsPrompts("no_answer_urgent").WaitsForAHuman();
    }

    [Test]
    public void Who_chooses_a_call_back_during_the_ladder_is_promised_one_by_the_office()
    {
        var caller = Connected(urgency: "1").Enters(Entries.ChoseCallback).HearsPrompts("callback_offer");
        caller.Presses("1").Hears("Nav Nittedal ringer deg i dag innen klokka 15.").IsSaidGoodbye();
        Assert.That(caller.Effects, Is.EqualTo([new MenuEffect.PromiseCallback(Nittedal)]));
    }

    [Test]
    public void Who_chooses_a_call_back_in_the_list_is_promised_one_by_the_contact_centre()
    {
        var caller = new Caller().Dials().Presses("3", "3").Enters(Entries.ChoseCallback).Hears("Vil du at vi ringer deg tilbake");
        caller.Presses("1").Hears("Kontaktsenteret til Nav ringer deg innen fredag 20. november").IsSaidGoodbye();
        Assert.That(caller.Effects, Is.EqualTo([new MenuEffect.PromiseCallback(null)]));
    }

    [Test]
    public void A_wait_after_the_office_was_rung_in_vain_becomes_a_call_back_by_the_contact_centre()
    {
        var caller = Connected(urgency: "1")
            .Enters(Entries.UnansweredUrgent)
            .Enters(Entries.WaitOver)
            .HearsPrompts("wait_over", "callback_offer");
        caller.Presses("1").HearsPrompts("callback_done_centre", "goodbye").IsSaidGoodbye();
        Assert.That(caller.Effects, Is.EqualTo([new MenuEffect.PromiseCallback(null)]));
    }
}
