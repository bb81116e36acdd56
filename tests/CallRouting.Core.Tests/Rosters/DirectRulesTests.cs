using CallRouting.Core.Queue;
using CallRouting.Core.Rosters;
using NodaTime;

namespace CallRouting.Core.Tests.Rosters;

public sealed class DirectRulesTests
{
    private static readonly DutyLine TransfersOnly = Staffed.Line with { TransfersOnly = true };
    private static readonly QueueFacts AtWork = new(3, 2, Duration.FromMinutes(4), Overloaded: false);

    [Test]
    public void A_line_that_takes_only_transfers_is_spared_while_an_agent_is_at_work() =>
        Assert.That(DirectRules.MayRing(TransfersOnly, hasWaited: false, AtWork), Is.False);

    [Test]
    public void It_rings_when_no_agent_is_at_work() =>
        Assert.That(DirectRules.MayRing(TransfersOnly, hasWaited: false, QueueFacts.Nobody), Is.True);

    [Test]
    public void It_rings_when_the_wait_would_be_too_long() =>
        Assert.That(DirectRules.MayRing(TransfersOnly, hasWaited: false, AtWork with { Overloaded = true }), Is.True);

    [Test]
    public void It_rings_for_who_has_waited_so_that_nobody_goes_round_for_ever() =>
        Assert.That(DirectRules.MayRing(TransfersOnly, hasWaited: true, AtWork), Is.True);

    [Test]
    public void Any_other_line_rings() => Assert.That(DirectRules.MayRing(Staffed.Line, hasWaited: false, AtWork), Is.True);
}
