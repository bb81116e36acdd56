using CallRouting.Core.Calls;
using CallRouting.Core.Menus;
using CallRouting.Core.Offices;
using CallRouting.Core.Queue;
using NodaTime;

namespace CallRouting.Server.Tests.Menus;

/// <summary>Agents are at work: the menu leads to them, and knows what to do when they do not come.</summary>
public sealed class QueueTests
{
    private static readonly QueueFacts AtWork = new Caller().Queue;

    private static readonly QueueFacts Overloaded = new(40, 3, Duration.FromMinutes(30), Overloaded: true);

    private static readonly UnitNumber Nittedal = new("0233");

    private static Caller From(QueueFacts queue, string? ending = "67") => new Caller { Queue = queue, NumberEnding = ending }.Dials();

    private static Caller InNittedal(QueueFacts queue, string urgency = "2", string? ending = "67") =>
        From(queue, ending).Presses("1", urgency, "1481", "1");

    [TestCase("1")]
    [TestCase("2")]
    public void A_caller_in_a_known_place_waits_for_an_agent_who_hands_over(string urgency)
    {
        var caller = InNittedal(AtWork, urgency).Hears("så snakker du med en av oss. Vi setter deg over til Nav Nittedal.");
        caller.WaitsForAHuman();
        Assert.That((caller.Visit.Office, caller.Visit.AreaCode), Is.EqualTo((Nittedal, "3232")));
    }

    [Test]
    public void Nobody_at_work_means_the_duty_phone_at_once() => InNittedal(QueueFacts.Nobody).IsConnectedTo("0233");

    [Test]
    public void Without_an_office_an_agent_helps_to_find_out() => From(AtWork).Presses("1", "2", "#").HearsPrompts("help").WaitsForAHuman();

    [Test]
    public void Who_cannot_be_rung_gives_a_number_before_the_queue()
    {
        var caller = InNittedal(AtWork, ending: null).HearsPrompts("before_waiting", "callback_hidden");
        caller.Presses("90000001", "1").HearsPrompts("to_agent").WaitsForAHuman();
    }

    [Test]
    public void The_number_of_an_office_is_never_answered_by_an_agent_between() =>
        new Caller { Queue = AtWork, OfficeCalled = Nittedal }
            .Dials()
            .Presses("1")
            .IsConnectedTo("0233");

    [Test]
    public void An_overloaded_queue_says_so_and_silence_waits()
    {
        var caller = InNittedal(Overloaded).HearsPrompts("overloaded").Hears("Vil du heller bli ringt opp, tast 5.");
        caller.SaysNothing().HearsPrompts("to_agent").WaitsForAHuman();
    }

    [Test]
    public void Who_would_rather_be_rung_than_wait_in_an_overloaded_queue_keeps_the_place()
    {
        var caller = InNittedal(Overloaded).Presses("5").HearsPrompts("callback_offer").Presses("1");
        caller.Hears("vi ringer deg når det er din tur, innen fredag 20. november klokka 10.");
        Assert.That(caller.Turn.Outcome, Is.EqualTo(new MenuOutcome.KeepPlace()));
        Assert.That(caller.Effects, Is.EqualTo([new MenuEffect.PromiseCallback(null)]));
    }

    [Test]
    public void Five_in_the_queue_keeps_the_place_on_whatever_number_is_given()
    {
        var caller = InNittedal(AtWork, urgency: "1").Enters(Entries.ChoseCallbackInQueue);
        caller.Presses("2", "90000002", "1").HearsPrompts("sms_consent").Presses("2").Hears("når det er din tur, i dag innen klokka 15.");
        Assert.That(caller.Turn.Outcome, Is.EqualTo(new MenuOutcome.KeepPlace()));
        Assert.That(
            caller.Effects,
            Is.EqualTo(
                new MenuEffect[] { new MenuEffect.PromiseCallback(null), new MenuEffect.RingOnNumber(new PhoneNumber("+4790000002")) }
            )
        );
    }

    [Test]
    public void Who_cannot_be_rung_keeps_the_place_by_the_code()
    {
        var caller = From(AtWork, ending: null).Presses("3", "3").Enters(Entries.ChoseCallbackInQueue).HearsPrompts("callback_hidden");
        caller.Presses("*", "").HearsPrompts("code_kept", "goodbye").IsSaidGoodbye();
    }

    [TestCase(Entries.WaitOver)]
    [TestCase(Entries.PoolEmpty)]
    public void When_no_agent_comes_the_duty_phone_is_rung_where_an_office_is_known(string entry) =>
        InNittedal(AtWork).Enters(entry).HearsPrompts("phone_instead").IsConnectedTo("0233");

    [TestCase(Entries.WaitOver)]
    [TestCase(Entries.PoolEmpty)]
    public void When_no_agent_comes_and_no_office_is_known_the_contact_centre_promises_a_call_back(string entry)
    {
        var caller = From(AtWork).Presses("3", "3").Enters(entry).HearsPrompts("wait_over", "callback_offer");
        caller.Presses("1").HearsPrompts("callback_done_centre", "goodbye").IsSaidGoodbye();
        Assert.That(caller.Effects, Is.EqualTo([new MenuEffect.PromiseCallback(null)]));
    }

    [Test]
    public void After_closing_time_no_duty_phone_is_rung_any_more()
    {
        var waiting = InNittedal(AtWork).Visit;
        var turn = MenuWalk.Enter(
            Flows.National,
            Entries.PoolEmpty,
            waiting,
            Norway.FactsOf(Caller.At(2026, 11, 18, 15, 10), "67", null, null)
        );
        Assert.That(turn.Speech.Select(spoken => spoken.PromptId), Is.EqualTo(["wait_over", "callback_offer"]));
    }

    [Test]
    public void An_office_that_an_agent_found_is_not_rung_before_the_caller_can_be()
    {
        var visit = From(AtWork, ending: null).Presses("3", "3").Visit with { Office = Nittedal };
        var turn = MenuWalk.Enter(Flows.National, Entries.PoolEmpty, visit, Norway.FactsOf(Caller.At(2026, 11, 18, 10), null, null, null));
        Assert.That(turn.Speech.Select(spoken => spoken.PromptId), Is.EqualTo(["phone_instead", "before_ringing", "callback_hidden"]));
    }

    [Test]
    public void The_switch_in_the_flow_leads_urgent_callers_straight_to_the_duty_phone()
    {
        using var folder = new FlowFolder();
        folder.Change("national.yaml", "agent_first: { switch: off", "agent_first: { switch: on");
        Assert.That(folder.Faults, Is.Empty);

        var flow = Flows.Read(folder.Folder).Flows.Single();
        new Caller { Flow = flow, Queue = AtWork }
            .Dials()
            .Presses("1", "1", "1481", "1")
            .IsConnectedTo("0233");
        new Caller { Flow = flow, Queue = AtWork }
            .Dials()
            .Presses("1", "2", "1481", "1")
            .WaitsForAHuman();
    }
}
