using CallRouting.Core.Calls;
using CallRouting.Core.Rosters;

namespace CallRouting.Core.Tests.Rosters;

public sealed class ReachabilityTests
{
    private static readonly Officer WithTwoPhones = Staffed.Officer("Kari", "+4710000001", "+4710000009");

    [TestCase("", Reachability.Yes)]
    [TestCase("+4710000002", Reachability.Yes, Description = "somebody else's")]
    [TestCase("+4710000001", Reachability.Yes, Description = "the other phone can be rung")]
    [TestCase("+4710000001 +4710000009", Reachability.Busy)]
    public void An_officer_is_busy_when_every_phone_of_theirs_is(string busy, Reachability expected) =>
        Assert.That(WithTwoPhones.Reachability(Phones(busy)), Is.EqualTo(expected));

    [Test]
    public void Who_is_paused_is_paused_whatever_the_phones_do() =>
        Assert.That(
            (WithTwoPhones with { IsPaused = true }).Reachability(Phones("+4710000001 +4710000009")),
            Is.EqualTo(Reachability.Paused)
        );

    private static HashSet<PhoneNumber> Phones(string numbers) =>
        [.. numbers.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(number => new PhoneNumber(number))];
}
