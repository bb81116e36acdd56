using CallRouting.Core.Transfers;
using static CallRouting.Core.Tests.Transfers.Given;

namespace CallRouting.Core.Tests.Transfers;

/// <summary>Whom the ladder passes by, and that it says so.</summary>
public sealed class SkippingTests
{
    [Test]
    public void An_officer_on_pause_is_skipped_and_the_skip_is_recorded()
    {
        var story = Direct(Ladder(Rung(Officer("Anna").OnPause()), Rung("Bo"))).Starts();
        Assert.That(story.Tried, Is.EqualTo(new[] { "Anna: Skipped", "Bo: Dialling" }));
        Assert.That(story["Anna"].Attempt.Why, Is.EqualTo(SkipReasons.Paused));
        Assert.That(story.Timeline, Does.Contain("Anna: skipped"));
        Assert.That(story.Actions, Is.EqualTo(new[] { new DialOfficer(2) }));
    }

    [Test]
    public void An_officer_in_another_call_is_skipped_and_the_skip_is_recorded()
    {
        var story = Direct("Anna", "Bo").WhileBusy("Anna").Starts();
        Assert.That(story.Tried, Is.EqualTo(new[] { "Anna: Skipped", "Bo: Dialling" }));
        Assert.That(story["Anna"].Attempt.Why, Is.EqualTo(SkipReasons.Busy));
    }

    [Test]
    public void A_number_already_rung_in_this_transfer_is_skipped()
    {
        var story = Direct("Anna", "Anna", "Bo").Starts()["Anna"].DoesNotAnswer();
        Assert.That(story.Tried, Is.EqualTo(new[] { "Anna: NoAnswer", "Anna: Skipped", "Bo: Dialling" }));
        Assert.That(story["Anna"].Attempt.Why, Is.EqualTo(SkipReasons.AlreadyRung));
    }

    [Test]
    public void Who_was_skipped_for_being_busy_is_rung_by_a_later_rung_when_free()
    {
        var story = Direct("Anna", "Bo", "Anna").WhileBusy("Anna").Starts().WhileFree("Anna")["Bo"].DoesNotAnswer();
        Assert.That(story.Rung, Is.EqualTo(new[] { "Anna" }));
    }

    [Test]
    public void A_rung_may_say_that_it_rings_anyway()
    {
        var anyway = Rung("Anna") with { RingAnyway = true };
        var story = Direct(Ladder(Rung("Anna"), anyway)).Starts().WhileBusy("Anna")["Anna"].DoesNotAnswer();
        Assert.That(story.Tried, Is.EqualTo(new[] { "Anna: NoAnswer", "Anna: Dialling" }));
    }

    [Test]
    public void Ringing_anyway_does_not_wake_who_is_on_pause()
    {
        var story = Direct(Ladder(Rung(Officer("Anna").OnPause()) with { RingAnyway = true })).Starts();
        Assert.That(story.State, Is.EqualTo(new Unanswered()));
    }

    [Test]
    public void Two_who_share_a_phone_are_rung_once_when_a_rung_rings_together([Values] bool anyway)
    {
        var rung = Rung(Officer("Anna"), Officer("Bo").WithThePhoneOf("Anna")) with { Together = true, RingAnyway = anyway };
        var story = Direct(Ladder(rung)).Starts();
        Assert.That(story.Tried, Is.EqualTo(new[] { "Anna: Dialling", "Bo: Skipped" }));
    }

    [Test]
    public void A_phone_whose_officer_has_a_minute_to_find_a_room_is_not_rung_by_the_next_round()
    {
        var story = Direct(Ladder("Anna") with { Rounds = 2 }).Starts()["Anna"].AsksForAMinute();
        Assert.That(story.Tried, Is.EqualTo(new[] { "Anna: FindingRoom", "Anna: Skipped" }));
        Assert.That(story.Transfer[2].Why, Is.EqualTo(SkipReasons.AlreadyRung));
    }

    [Test]
    public void When_nobody_will_be_free_nobody_waits()
    {
        var story = Direct(Ladder(Rung(Officer("Anna").OnPause()), Rung(Officer("Bo").OnPause()))).WhileBusy("Bo").Starts();
        Assert.That(story.State, Is.EqualTo(new Unanswered()));
        Assert.That(story.Tried, Is.EqualTo(new[] { "Anna: Skipped", "Bo: Skipped" }));
    }
}
