using CallRouting.Core.Transfers;
using NodaTime;
using static CallRouting.Core.Tests.Transfers.Given;

namespace CallRouting.Core.Tests.Transfers;

/// <summary>From a 1 to voices in one room.</summary>
public sealed class AcceptingTests
{
    private static readonly Duration TenSeconds = Duration.FromSeconds(10);

    [Test]
    public void Pressing_1_joins_and_nothing_is_moved_before_the_officer_is_in_the_room()
    {
        var story = Direct("Anna").Starts()["Anna"].Accepts();
        Assert.That(story.State, Is.EqualTo(new Joining(1, story.Now + TenSeconds)));
        Assert.That(story.Actions, Is.Empty);
        Assert.That(story["Anna"].Outcome, Is.Null, "accepted means in the room");
        Assert.That(story.Transfer.Room, Is.EqualTo(1));
    }

    [Test]
    public void The_caller_is_brought_into_the_room_when_the_officer_is_in_it()
    {
        var story = Direct("Anna").Starts()["Anna"].Accepts().Passes(6)["Anna"].Enters();
        Assert.That(story.State, Is.EqualTo(new Joining(1, story.Now + TenSeconds, OfficerIsIn: true)));
        Assert.That(story.Actions, Is.EqualTo(new[] { new TellCaller() }));
        Assert.That(story["Anna"].Outcome, Is.EqualTo(Outcome.Accepted));
        Assert.That(story.Tell(new CallerEntered()).State, Is.EqualTo(new Connected(1)));
    }

    [Test]
    public void The_call_ends_when_the_caller_hangs_up()
    {
        var story = Direct("Anna").Starts().Connects("Anna").Tell(new CallerGone());
        Assert.That(story.State, Is.EqualTo(new Completed()));
        Assert.That(story.Actions, Is.EqualTo(new[] { new EndOfficer(1) }));
        Assert.That(
            story.Timeline,
            Is.EqualTo(new[] { "transfer started", "Anna: ringing", "Anna: answered", "Anna: accepted", "Anna: connected", "completed" })
        );
    }

    [Test]
    public void The_first_to_accept_wins_and_the_others_are_let_go()
    {
        var story = Direct(Ladder(Together("Anna", "Bo", "Cecilie"))).Starts()["Bo"].Answers()["Cecilie"].Rings()["Anna"].Accepts();
        Assert.That(story.Tried, Is.EqualTo(new[] { "Anna: Accepted", "Bo: Withdrawn", "Cecilie: Withdrawn" }));
        Assert.That(story.Actions, Is.EqualTo(new TransferAction[] { new TellOfficer(2), new EndOfficer(3) }), "who listens is told");
    }

    [Test]
    public void A_late_accepter_changes_nothing()
    {
        var story = Direct(Ladder(Together("Anna", "Bo"))).Starts()["Bo"].Answers()["Anna"].Accepts()["Bo"].Presses('1');
        Assert.That(story.Last.IsNothing);
        story["Anna"].Enters().Tell(new CallerEntered())["Bo"].Presses('1');
        Assert.That(story.Last.IsNothing);
        Assert.That(story.State, Is.EqualTo(new Connected(1)));
    }

    [Test]
    public void The_same_officer_pressing_1_again_changes_nothing()
    {
        var story = Direct("Anna").Starts()["Anna"].Accepts()["Anna"].Presses('1');
        Assert.That(story.Last.IsNothing);
    }

    [Test]
    public void A_1_counts_also_when_every_report_before_it_was_lost()
    {
        var story = Direct("Anna").Starts()["Anna"].Presses('1');
        Assert.That(story.State, Is.InstanceOf<Joining>());
        Assert.That(story["Anna"].Attempt.AnsweredAt, Is.EqualTo(story.Now));
    }

    [Test]
    public void A_1_from_a_phone_whose_time_was_up_changes_nothing()
    {
        var story = Direct("Anna", "Bo").Starts()["Anna"].Answers().Passes(25);
        Assert.That(story.Tell(new OfficerPressed(1, '1')).Last.IsNothing);
        Assert.That(story.Rung, Is.EqualTo(new[] { "Bo" }));
    }

    [Test]
    public void With_an_agent_the_caller_is_held_and_officer_and_agent_talk_first()
    {
        var story = Warm("Anna").Starts()["Anna"].Accepts();
        Assert.That(story.Actions, Is.EqualTo(new[] { new HoldCaller() }));
        story.Tell(new CallerHeld());
        Assert.That(story.Transfer.CallerIsHeld);
        Assert.That(story["Anna"].Enters().State, Is.EqualTo(new Consulting(1)));
        Assert.That(story.Transfer.Room, Is.EqualTo(1), "agent and caller sit in it already");
    }

    [Test]
    public void An_officer_who_is_not_in_the_room_after_10_seconds_is_our_failure_and_the_ladder_goes_on()
    {
        var story = Direct("Anna", "Bo").Starts()["Anna"].Accepts().Passes(9);
        Assert.That(story.State, Is.InstanceOf<Joining>());
        story.Passes(1);
        Assert.That(story.Tried, Is.EqualTo(new[] { "Anna: OurFailure", "Bo: Dialling" }));
        Assert.That(story.Actions, Is.EqualTo(new TransferAction[] { new EndOfficer(1), new DialOfficer(2) }));
    }

    [Test]
    public void With_an_agent_a_joining_that_fails_gives_the_caller_back_to_the_agent_while_the_ladder_goes_on()
    {
        var story = Warm("Anna", "Bo").Starts()["Anna"].Accepts().Tell(new CallerHeld()).Passes(10);
        Assert.That(story.Actions, Is.EqualTo(new TransferAction[] { new EndOfficer(1), new UnholdCaller(), new DialOfficer(2) }));
        Assert.That(story.Rung, Is.EqualTo(new[] { "Bo" }));
    }

    [Test]
    public void A_caller_on_the_way_into_a_room_where_the_officer_no_longer_is_is_called_back_out()
    {
        var hungUp = Direct("Anna", "Bo").Starts()["Anna"].Accepts()["Anna"].Enters()["Anna"].HangsUp();
        Assert.That(hungUp.Actions, Is.EqualTo(new TransferAction[] { new TellCaller(), new DialOfficer(2) }));
        var tooLate = Direct("Anna", "Bo").Starts()["Anna"].Accepts()["Anna"].Enters().Passes(10);
        Assert.That(tooLate.Actions, Is.EqualTo(new TransferAction[] { new EndOfficer(1), new TellCaller(), new DialOfficer(2) }));
    }

    [Test]
    public void A_caller_called_back_out_after_the_last_rung_is_told_once()
    {
        var story = Direct("Anna").Starts()["Anna"].Accepts()["Anna"].Enters()["Anna"].HangsUp();
        Assert.That(story.State, Is.EqualTo(new Unanswered()));
        Assert.That(story.Actions, Is.EqualTo(new[] { new TellCaller() }));
    }

    [Test]
    public void A_direct_transfer_takes_a_fresh_room_for_each_entry()
    {
        var story = Direct("Anna", "Bo").Starts()["Anna"].Accepts().Passes(10)["Bo"].Accepts();
        Assert.That(story.Transfer.Room, Is.EqualTo(2));
    }

    [TestCase(LegEnding.Completed, Outcome.AnsweredNotAccepted)]
    [TestCase(LegEnding.CarrierFailure, Outcome.CarrierFailure)]
    [TestCase(LegEnding.OurFailure, Outcome.OurFailure)]
    public void Who_pressed_1_and_was_gone_before_the_room_has_not_accepted(LegEnding ending, Outcome outcome)
    {
        var story = Direct("Anna", "Bo").Starts()["Anna"].Accepts()["Anna"].Ends(ending);
        Assert.That(story["Anna"].Outcome, Is.EqualTo(outcome));
        Assert.That(story.Rung, Is.EqualTo(new[] { "Bo" }));
    }

    [Test]
    public void After_a_failed_joining_the_ladder_goes_on_from_where_it_stood()
    {
        var story = Direct(Ladder(Rung("Anna"), Rung("Bo") with { RingAnyway = true }, Rung("Cecilie"))).Starts();
        story["Anna"].AsksForAMinute()["Bo"].Rings()["Anna"].Presses('1').Passes(10);
        Assert.That(story.Tried, Is.EqualTo(new[] { "Anna: OurFailure", "Bo: Withdrawn", "Cecilie: Dialling" }));
    }
}
