using CallRouting.Server.Calls;
using CallRouting.Server.Telephony;
using Microsoft.Extensions.Options;
using NodaTime;

namespace CallRouting.Server.Tests.Calls;

public sealed class PacerTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 11, 18, 9, 0);

    [TestCase(1)]
    [TestCase(3)]
    public void No_second_has_more_calls_than_the_provider_takes(int perSecond)
    {
        var pacer = new Pacer(Options.Create(new ProviderOptions { CallsPerSecond = perSecond }));
        var allowed = Enumerable.Range(0, 1000).Select(i => Start + Duration.FromMilliseconds(i * 10)).Where(pacer.MayDial).ToList();

        Assert.That(allowed, Has.Count.EqualTo(10 * perSecond), "ten seconds, and no more is held back than must be");
        Assert.That(
            allowed.Select(from => allowed.Count(at => at >= from && at < from + Duration.FromSeconds(1))),
            Has.All.LessThanOrEqualTo(perSecond)
        );
    }

    [Test]
    public void Beside_each_other_they_are_counted_together()
    {
        var pacer = new Pacer(Options.Create(new ProviderOptions { CallsPerSecond = 5 }));
        Assert.That(Enumerable.Range(0, 100).AsParallel().Count(_ => pacer.MayDial(Start)), Is.EqualTo(5));
    }
}
