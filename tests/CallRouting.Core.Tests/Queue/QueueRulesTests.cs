using CallRouting.Core.Agents;
using CallRouting.Core.Calls;
using CallRouting.Core.Queue;
using NodaTime;

namespace CallRouting.Core.Tests.Queue;

public sealed class QueueRulesTests
{
    private static readonly Instant Ten = Instant.FromUtc(2026, 11, 18, 9, 0);

    [Test]
    public void First_come_first_served_among_equals() =>
        Assert.That(Order(Place("b", 1), Place("a", 0), Place("c", 2)), Is.EqualTo("abc"));

    [Test]
    public void Urgent_goes_before_who_can_wait() => Assert.That(Order(Place("a", 0), Place("u", 4, urgent: true)), Is.EqualTo("ua"));

    [Test]
    public void Nobody_starves_who_has_waited_five_minutes_longer_goes_before_an_urgent_one() =>
        Assert.That(Order(Place("a", 0), Place("u", 5.1, urgent: true)), Is.EqualTo("au"));

    [Test]
    public void Who_was_with_an_agent_before_goes_before_everybody() =>
        Assert.That(Order(Place("u", 0, urgent: true), Place("f", 3, first: true)), Is.EqualTo("fu"));

    [Test]
    public void Of_the_same_moment_the_order_is_always_the_same() =>
        Assert.That(Order(Place("b", 0), Place("a", 0)), Is.EqualTo(Order(Place("a", 0), Place("b", 0))));

    [Test]
    public void A_place_is_counted_from_one_and_who_is_not_there_has_none()
    {
        var queue = QueueRules.InOrder([Place("a", 0), Place("b", 1)]);
        Assert.That(QueueRules.PositionOf(new CallId("b"), queue), Is.EqualTo(2));
        Assert.That(QueueRules.PositionOf(new CallId("x"), queue), Is.Null);
    }

    [Test]
    public void The_front_of_the_queue_is_offered_to_who_has_been_idle_longest()
    {
        var offers = QueueRules.Offers([Place("a", 0), Place("u", 1, urgent: true)], [Idle("one", 3), Idle("two", 1), Idle("three", 2)]);
        Assert.That(offers, Is.EqualTo(new[] { new Offer(new("u"), "two"), new Offer(new("a"), "three") }));
    }

    [Test]
    public void With_more_callers_than_agents_the_rest_wait() =>
        Assert.That(QueueRules.Offers([Place("a", 0), Place("b", 1)], [Idle("one", 0)]), Has.Exactly(1).Items);

    [TestCase(0, 1, 6)]
    [TestCase(2, 1, 18)]
    [TestCase(2, 6, 3)]
    public void The_wait_is_a_handling_shared_among_the_agents_for_each_ahead_and_once_more(int ahead, int agents, int minutes) =>
        Assert.That(Wait(agents, [.. Enumerable.Range(0, ahead).Select(i => Away($"{i}"))]), Is.EqualTo(Duration.FromMinutes(minutes)));

    [Test]
    public void Who_will_be_led_on_before_their_turn_makes_nobody_wait()
    {
        // Each turn takes two minutes. The second on the line would be taken after four, and has waited one of three already.
        Assert.That(Wait(3, Place("a", -1), Place("b", -1)), Is.EqualTo(Duration.FromMinutes(4)));
        Assert.That(Wait(3, Away("a"), Away("b")), Is.EqualTo(Duration.FromMinutes(6)));
        Assert.That(Wait(3, Away("a"), Place("b", -1), Away("c")), Is.EqualTo(Duration.FromMinutes(6)));
    }

    [Test]
    public void Who_may_have_hung_up_by_their_turn_counts_in_part()
    {
        // A turn every minute: the first is surely there, and after a minute three in four of the second are.
        var wait = Wait(6, Place("a", 0), Place("b", 0))!.Value;
        Assert.That(wait.TotalMinutes, Is.EqualTo(1 + Math.Pow(0.5, 60.0 / 150) + 1).Within(1e-6));
        Assert.That(Wait(6, Place("a", 0), Away("b")), Is.EqualTo(Duration.FromMinutes(3)), "a kept place is kept");
    }

    [Test]
    public void With_nobody_at_work_nothing_is_promised() => Assert.That(Wait(0), Is.Null);

    [Test]
    public void One_long_talk_is_not_told_to_everybody()
    {
        Assert.That(WaitEstimate.Handling([Duration.FromMinutes(60)]), Is.EqualTo(WaitEstimate.UsualHandling));
        Assert.That(WaitEstimate.Handling([.. Enumerable.Repeat(Duration.FromMinutes(4), 5)]), Is.EqualTo(Duration.FromMinutes(4)));
    }

    private static QueuePlace Place(string call, double minutes, bool urgent = false, bool first = false) =>
        new(new CallId(call), Ten + Duration.FromMinutes(minutes), urgent, first);

    private static QueuePlace Away(string call) => new(new CallId(call), Ten, Urgent: false, First: false, Away: true);

    private static Duration? Wait(int agents, params QueuePlace[] ahead) =>
        WaitEstimate.Behind(ahead, agents, Duration.FromMinutes(6), Ten, Duration.FromMinutes(3));

    private static string Order(params QueuePlace[] places) => string.Concat(QueueRules.InOrder(places).Select(place => place.Call.Value));

    private static Presence Idle(string agent, int since) => Presence.Unknown(agent) with { IdleSince = Ten + Duration.FromMinutes(since) };
}
