using CallRouting.Core.Transfers;
using static CallRouting.Core.Tests.Transfers.Given;

namespace CallRouting.Core.Tests.Transfers;

/// <summary>Key 3: a minute to find a room.</summary>
public sealed class FindingRoomTests
{
    [Test]
    public void The_ladder_rings_on_while_an_officer_finds_a_room()
    {
        var story = Direct("Anna", "Bo").Starts()["Anna"].AsksForAMinute();
        Assert.That(story.Tried, Is.EqualTo(new[] { "Anna: FindingRoom", "Bo: Dialling" }));
        Assert.That(story.Timeline, Does.Contain("Anna: a minute to find a room"));
    }

    [Test]
    public void A_1_within_the_minute_accepts_and_the_phone_that_rings_falls_silent()
    {
        var story = Direct("Anna", "Bo").Starts()["Anna"].AsksForAMinute()["Bo"].Rings().Passes(20)["Anna"].Presses('1');
        Assert.That(story.State, Is.InstanceOf<Joining>());
        Assert.That(story.Tried, Is.EqualTo(new[] { "Anna: Accepted", "Bo: Withdrawn" }));
    }

    [Test]
    public void Whoever_is_first_wins_and_the_one_who_looks_for_a_room_is_told()
    {
        var story = Direct("Anna", "Bo").Starts()["Anna"].AsksForAMinute()["Bo"].Accepts();
        Assert.That(story.Tried, Is.EqualTo(new[] { "Anna: Withdrawn", "Bo: Accepted" }));
        Assert.That(story.Actions, Is.EqualTo(new[] { new TellOfficer(1) }));
    }

    [Test]
    public void The_last_officers_minute_keeps_the_ladder_waiting_even_when_its_time_is_spent()
    {
        var story = Direct(Ladder("Anna") with { Budget = NodaTime.Duration.FromSeconds(5) }).Starts()["Anna"].AsksForAMinute().Passes(59);
        Assert.That(story.State, Is.InstanceOf<Ringing>());
        Assert.That(story["Anna"].Presses('1').State, Is.InstanceOf<Joining>());
    }

    [Test]
    public void When_the_minute_is_over_the_call_was_answered_but_not_accepted()
    {
        var story = Direct("Anna").Starts()["Anna"].AsksForAMinute().Passes(60);
        Assert.That(story["Anna"].Outcome, Is.EqualTo(Outcome.AnsweredNotAccepted));
        Assert.That(story.State, Is.EqualTo(new Unanswered()));
        Assert.That(story.Actions, Is.EqualTo(new TransferAction[] { new EndOfficer(1), new TellCaller() }));
    }

    [Test]
    public void A_minute_that_ends_while_another_phone_rings_leaves_that_phone_ringing()
    {
        var story = Direct("Anna", "Bo", "Cecilie").Starts()["Anna"].AsksForAMinute().Passes(14)["Bo"].DoesNotAnswer();
        story.Passes(14)["Cecilie"].Answers().Passes(24)["Cecilie"].AsksForAMinute().Passes(8);
        Assert.That(story.Tried, Is.EqualTo(new[] { "Anna: AnsweredNotAccepted", "Bo: NoAnswer", "Cecilie: FindingRoom" }));
    }

    [Test]
    public void A_second_3_does_not_buy_a_second_minute()
    {
        var story = Direct("Anna").Starts()["Anna"].AsksForAMinute().Passes(30)["Anna"].Presses('3');
        Assert.That(story.Last.IsNothing);
    }

    [Test]
    public void Who_looks_for_a_room_may_still_decline()
    {
        var story = Direct("Anna", "Bo").Starts()["Anna"].AsksForAMinute()["Anna"].Presses('2');
        Assert.That(story.Tried, Is.EqualTo(new[] { "Anna: Declined", "Bo: Dialling" }));
    }

    [Test]
    public void Who_hangs_up_while_looking_has_answered_but_not_accepted()
    {
        var story = Direct("Anna").Starts()["Anna"].AsksForAMinute()["Anna"].HangsUp();
        Assert.That(story["Anna"].Outcome, Is.EqualTo(Outcome.AnsweredNotAccepted));
        Assert.That(story.State, Is.EqualTo(new Unanswered()));
    }
}
