using CallRouting.Core.Calls;
using CallRouting.Core.Transfers;
using NodaTime;

namespace CallRouting.Core.Tests.Calls;

/// <summary>What became of a request to ring that nobody answered, and how long an order to ring keeps.</summary>
public sealed class DialRulesTests
{
    private static readonly Instant Sent = Instant.FromUtc(2026, 11, 18, 9, 0);

    [Test]
    public void A_call_that_was_made_since_then_is_the_one()
    {
        var found = DialRules.Look(Sent, [Listed("CA1", 1)], After(1));
        Assert.That(found, Is.InstanceOf<DialFound.Made>().With.Property("Sid").EqualTo("CA1"));
    }

    [TestCase(-2, true)]
    [TestCase(-3, false, Description = "an earlier call to the same number")]
    public void The_providers_clock_may_be_two_seconds_behind(int created, bool ours) =>
        Assert.That(DialRules.Look(Sent, [Listed("CA1", created)], After(5)) is DialFound.Made, Is.EqualTo(ours));

    [Test]
    public void Of_two_the_older_is_kept_and_the_newer_ended()
    {
        var made = (DialFound.Made)DialRules.Look(Sent, [Listed("CA2", 3), Listed("CA1", 1)], After(5));
        Assert.That((made.Sid, made.Others), Is.EqualTo(("CA1", new[] { "CA2" })));
    }

    [Test]
    public void Nothing_in_the_list_proves_nothing_before_twelve_seconds_and_is_looked_for_every_two()
    {
        Assert.That(DialRules.Look(Sent, [], After(1)), Is.EqualTo(new DialFound.NotYetKnown(After(3))));
        Assert.That(DialRules.Look(Sent, [], After(11)), Is.EqualTo(new DialFound.NotYetKnown(After(12))), "no later than it is proof");
        Assert.That(DialRules.Look(Sent, [], After(12)), Is.InstanceOf<DialFound.NeverMade>());
    }

    [Test]
    public void The_list_is_asked_a_second_after_sending_at_the_earliest_because_it_lags()
    {
        Assert.That(DialRules.FirstLook(Sent, After(0)), Is.EqualTo(After(1)));
        Assert.That(DialRules.FirstLook(Sent, After(10)), Is.EqualTo(After(10)), "a time-out has lasted long enough");
    }

    [TestCase(14, null)]
    [TestCase(15, FailureReasons.NotSent)]
    public void Who_waited_fifteen_seconds_to_be_rung_is_not_rung_any_more(int seconds, string? why) =>
        Assert.That(DialRules.TooLate(null, Sent, After(seconds)), Is.EqualTo(why));

    private static Instant After(int seconds) => Sent + Duration.FromSeconds(seconds);

    private static ListedCall Listed(string sid, int seconds) => new(sid, After(seconds));
}
