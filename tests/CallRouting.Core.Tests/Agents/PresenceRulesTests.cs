using CallRouting.Core.Agents;
using NodaTime;

namespace CallRouting.Core.Tests.Agents;

public sealed class PresenceRulesTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 18, 9, 0);
    private static readonly Presence Ready = PresenceRules.Say(Presence.Unknown("a"), PresenceState.Ready, true, null, Now);

    [Test]
    public void Who_is_ready_and_whose_console_is_alive_is_offered_calls() =>
        Assert.That(PresenceRules.MayBeOffered(Ready, talking: false, Now), Is.True);

    [Test]
    public void Thirty_seconds_of_silence_and_no_more_offers()
    {
        Assert.That(PresenceRules.MayBeOffered(Ready, false, Now + Duration.FromSeconds(29)), Is.True);
        Assert.That(PresenceRules.MayBeOffered(Ready, false, Now + Duration.FromSeconds(30)), Is.False);
        var heard = PresenceRules.Heard(Ready, Now + Duration.FromSeconds(20));
        Assert.That(PresenceRules.MayBeOffered(heard, false, Now + Duration.FromSeconds(49)), Is.True);
    }

    [Test]
    public void Who_talks_is_offered_nothing_and_is_at_work()
    {
        Assert.That(PresenceRules.MayBeOffered(Ready, talking: true, Now), Is.False);
        Assert.That(PresenceRules.IsAtWork(Ready, talking: true, Now), Is.True);
    }

    [Test]
    public void Who_takes_calls_by_hand_is_not_rung_unasked()
    {
        var byHand = PresenceRules.Say(Ready, PresenceState.Ready, offered: false, null, Now);
        Assert.That(PresenceRules.MayBeOffered(byHand, false, Now), Is.False);
        Assert.That(PresenceRules.MayTake(byHand, false, Now), Is.True);
    }

    [TestCase(PresenceState.Paused, false)]
    [TestCase(PresenceState.WrapUp, true)]
    [TestCase(PresenceState.SignedOut, false)]
    public void A_pause_is_not_work_and_finishing_up_is(PresenceState state, bool atWork) =>
        Assert.That(PresenceRules.IsAtWork(PresenceRules.Say(Ready, state, null, null, Now), false, Now), Is.EqualTo(atWork));

    [Test]
    public void Who_did_not_answer_is_out_until_they_say_ready_and_then_last_in_line()
    {
        var missed = PresenceRules.Missed(Ready, Now);
        Assert.That(PresenceRules.IsAtWork(missed, false, Now), Is.False);
        var later = Now + Duration.FromMinutes(10);
        var back = PresenceRules.Say(missed, PresenceState.Ready, null, null, later);
        Assert.That((PresenceRules.MayBeOffered(back, false, later), back.IdleSince), Is.EqualTo((true, later)));
    }

    [Test]
    public void A_talk_ends_in_finishing_up_and_counts_as_not_idle()
    {
        var finished = PresenceRules.Finished(Ready, Now + Duration.FromMinutes(4));
        Assert.That((finished.State, finished.IdleSince), Is.EqualTo((PresenceState.WrapUp, Now + Duration.FromMinutes(4))));
    }

    [Test]
    public void A_heartbeat_signs_nobody_in() => Assert.That(PresenceRules.Heard(Presence.Unknown("a"), Now).IsAlive(Now), Is.False);

    [Test]
    public void A_code_stays_with_its_state_and_is_gone_with_the_next()
    {
        var lunch = PresenceRules.Say(Ready, PresenceState.Paused, null, "Lunch", Now);
        Assert.That(PresenceRules.Say(lunch, PresenceState.Paused, null, null, Now).Code, Is.EqualTo("Lunch"));
        Assert.That(PresenceRules.Say(lunch, PresenceState.Ready, null, null, Now).Code, Is.Null);
    }
}
