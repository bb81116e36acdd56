using CallRouting.Core.Calls;
using NodaTime;

namespace CallRouting.Core.Tests.Calls;

/// <summary>New callers are turned away when more is asked than can be answered in time, and let in again when it is calm.</summary>
public sealed class CrowdRulesTests
{
    [TestCase(0, 0, false)]
    [TestCase(500, 100, false, Description = "many, and all of them quick")]
    [TestCase(19, 1_900, false, Description = "a few slow ones are no crowd")]
    [TestCase(20, 999, false)]
    [TestCase(20, 1_000, true)]
    [TestCase(2_000, 0, true, Description = "more than we would hold in memory")]
    public void A_crowd_is_many_who_wait_too_long(int waiting, int milliseconds, bool turnsAway) =>
        Assert.That(CrowdRules.TurnsAway(already: false, Of(waiting, milliseconds)), Is.EqualTo(turnsAway));

    [TestCase(20, 999, true)]
    [TestCase(1, 301, true)]
    [TestCase(1_001, 0, true)]
    [TestCase(1_000, 300, false)]
    [TestCase(0, 0, false)]
    public void The_door_stays_shut_until_it_is_calm(int waiting, int milliseconds, bool turnsAway) =>
        Assert.That(CrowdRules.TurnsAway(already: true, Of(waiting, milliseconds)), Is.EqualTo(turnsAway));

    private static Crowd Of(int waiting, int milliseconds) => new(waiting, Duration.FromMilliseconds(milliseconds));
}
