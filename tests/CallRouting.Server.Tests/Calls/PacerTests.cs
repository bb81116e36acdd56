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
        var calls = Of(perSecond).Calls;
        var sent = Enumerable.Range(0, 1000).Select(i => Start + Duration.FromMilliseconds(i * 10)).Where(at => Sends(calls, at)).ToList();

        Assert.That(sent, Has.Count.EqualTo(10 * perSecond), "ten seconds, and no more is held back than must be");
        Assert.That(
            sent.Select(from => sent.Count(at => at >= from && at < from + Duration.FromSeconds(1))),
            Has.All.LessThanOrEqualTo(perSecond)
        );
    }

    [Test]
    public void What_was_not_sent_after_all_leaves_its_place_to_another()
    {
        var calls = Of(1).Calls;
        calls.Take(Start);
        Assert.That(calls.Left(Start), Is.Zero);
        calls.GiveBack(Start);
        Assert.That(calls.Left(Start), Is.EqualTo(1));
    }

    [Test]
    public void Messages_keep_no_call_waiting()
    {
        var pacer = Of(1);
        pacer.Messages.Take(Start);
        Assert.That((pacer.Messages.Left(Start), pacer.Calls.Left(Start)), Is.EqualTo((0, 1)));
    }

    private static Pacer Of(int perSecond) => new(Options.Create(new ProviderOptions { CallsPerSecond = perSecond }));

    private static bool Sends(Pace pace, Instant at)
    {
        if (pace.Left(at) == 0)
        {
            return false;
        }
        pace.Take(at);
        return true;
    }
}
