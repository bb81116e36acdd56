using CallRouting.Core.Transfers;
using NodaTime;
using static CallRouting.Core.Tests.Transfers.Given;

namespace CallRouting.Core.Tests.Transfers;

public sealed class LadderTests
{
    [Test]
    public void The_primary_is_rung_first_and_nobody_else()
    {
        var story = Direct("Primary", "Backup", "Lead").Starts();
        Assert.That(story.Rung, Is.EqualTo(new[] { "Primary" }));
        Assert.That(story.Actions, Is.EqualTo(new[] { new DialOfficer(1) }));
        Assert.That(story.Timeline, Is.EqualTo(new[] { "transfer started", "Primary: ringing" }));
    }

    [Test]
    public void The_backup_is_rung_when_the_primary_does_not_answer()
    {
        var story = Direct("Primary", "Backup", "Lead").Starts()["Primary"].DoesNotAnswer();
        Assert.That(story.Tried, Is.EqualTo(new[] { "Primary: NoAnswer", "Backup: Dialling" }));
        Assert.That(story.Actions, Is.EqualTo(new[] { new DialOfficer(2) }));
    }

    [Test]
    public void The_ladder_starts_at_its_first_rung_whatever_the_transfer_stood_at()
    {
        var transfer = Transfer(Ladder("Primary", "Backup"), urgent: false, agent: false, onLine: true) with { State = new Ringing(0) };
        Assert.That(new TransferStory(transfer).Starts().Rung, Is.EqualTo(new[] { "Primary" }));
    }

    [Test]
    public void When_nobody_on_the_ladder_accepts_the_transfer_is_unanswered_and_the_caller_is_told()
    {
        var story = Direct("Primary", "Backup").Starts()["Primary"].DoesNotAnswer()["Backup"].DoesNotAnswer();
        Assert.That(story.State, Is.EqualTo(new Unanswered()));
        Assert.That(story.Actions, Is.EqualTo(new[] { new TellCaller() }));
        Assert.That(story.Timeline[^1], Is.EqualTo("unanswered"));
    }

    [Test]
    public void When_nobody_accepts_a_warm_transfer_the_caller_goes_on_talking_with_the_agent()
    {
        var story = Warm("Primary").Starts()["Primary"].DoesNotAnswer();
        Assert.That(story.State, Is.EqualTo(new Unanswered()));
        Assert.That(story.Actions, Is.Empty);
    }

    [Test]
    public void An_empty_ladder_is_unanswered_at_once()
    {
        var story = Direct(Ladder(EmptyRung, EmptyRung with { Together = true })).Starts();
        Assert.That(story.State, Is.EqualTo(new Unanswered()));
        Assert.That(story.Actions, Is.EqualTo(new[] { new TellCaller() }));
    }

    [Test]
    public void An_empty_rung_costs_no_waiting()
    {
        var story = Direct(Ladder(EmptyRung, Rung("Backup"))).Starts();
        Assert.That(story.Rung, Is.EqualTo(new[] { "Backup" }));
    }

    [Test]
    public void Two_people_on_a_rung_are_rung_one_by_one_in_the_order_given()
    {
        var story = Direct(Ladder(Rung("Anna", "Bo"), Rung("Lead"))).Starts();
        Assert.That(story.Rung, Is.EqualTo(new[] { "Anna" }));
        Assert.That(story["Anna"].DoesNotAnswer().Rung, Is.EqualTo(new[] { "Bo" }));
        Assert.That(story["Bo"].DoesNotAnswer().Rung, Is.EqualTo(new[] { "Lead" }));
    }

    [Test]
    public void A_rung_that_rings_together_rings_everybody_at_once_and_waits_for_the_last()
    {
        var story = Direct(Ladder(Together("Anna", "Bo", "Cecilie"), Rung("Lead"))).Starts();
        Assert.That(story.Rung, Is.EqualTo(new[] { "Anna", "Bo", "Cecilie" }));
        story["Anna"].DoesNotAnswer()["Cecilie"].Declines();
        Assert.That(story.Rung, Is.EqualTo(new[] { "Bo" }));
        Assert.That(story["Bo"].DoesNotAnswer().Rung, Is.EqualTo(new[] { "Lead" }));
    }

    [Test]
    public void A_second_round_rings_the_same_people_again()
    {
        var story = Direct(Ladder("Anna", "Bo") with { Rounds = 2 }).Starts();
        story["Anna"].DoesNotAnswer()["Bo"].DoesNotAnswer()["Anna"].DoesNotAnswer();
        Assert.That(story.Rung, Is.EqualTo(new[] { "Bo" }));
        Assert.That(story["Bo"].DoesNotAnswer().State, Is.EqualTo(new Unanswered()));
        Assert.That(story.Tried, Is.EqualTo(new[] { "Anna: NoAnswer", "Bo: NoAnswer", "Anna: NoAnswer", "Bo: NoAnswer" }));
    }

    [Test]
    public void No_rung_is_begun_when_the_ladders_time_is_spent_and_who_was_left_is_recorded()
    {
        var story = Direct(Ladder("Anna", "Bo", "Cecilie") with { Budget = Duration.FromSeconds(30) }).Starts()["Anna"].Rings();
        story.Passes(25)["Anna"].DoesNotAnswer()["Bo"].Rings().Passes(20)["Bo"].DoesNotAnswer();
        Assert.That(story.State, Is.EqualTo(new Unanswered()));
        Assert.That(story.Tried, Is.EqualTo(new[] { "Anna: NoAnswer", "Bo: NoAnswer", "Cecilie: Skipped" }));
        Assert.That(story["Cecilie"].Attempt.Why, Is.EqualTo(SkipReasons.OutOfTime));
    }

    [Test]
    public void A_rung_begun_within_the_ladders_time_rings_out()
    {
        var story = Direct(Ladder("Anna", "Bo") with { Budget = Duration.FromSeconds(30) }).Starts()["Anna"].Rings();
        story.Passes(25)["Anna"].DoesNotAnswer()["Bo"].Rings().Passes(20);
        Assert.That(story.Rung, Is.EqualTo(new[] { "Bo" }));
    }

    [Test]
    public void Declining_is_an_outcome_and_the_ladder_climbs()
    {
        var story = Direct("Anna", "Bo").Starts()["Anna"].Declines();
        Assert.That(story.Tried, Is.EqualTo(new[] { "Anna: Declined", "Bo: Dialling" }));
    }

    [Test]
    public void Other_keys_change_nothing()
    {
        var story = Direct("Anna").Starts()["Anna"].Answers()["Anna"].Presses('7');
        Assert.That(story.Last.IsNothing);
        Assert.That(story.Rung, Is.EqualTo(new[] { "Anna" }));
    }

    [TestCase(LegEnding.NoAnswer, Outcome.NoAnswer)]
    [TestCase(LegEnding.Busy, Outcome.Busy)]
    [TestCase(LegEnding.BadNumber, Outcome.BadNumber)]
    [TestCase(LegEnding.CarrierFailure, Outcome.CarrierFailure)]
    [TestCase(LegEnding.OurFailure, Outcome.OurFailure)]
    [TestCase(LegEnding.Cancelled, Outcome.OurFailure)]
    [TestCase(LegEnding.Completed, Outcome.AnsweredNotAccepted)]
    public void A_phone_that_only_rang_ends_as_the_provider_says(LegEnding ending, Outcome outcome)
    {
        var story = Direct("Anna", "Bo").Starts()["Anna"].Rings()["Anna"].Ends(ending);
        Assert.That(story["Anna"].Outcome, Is.EqualTo(outcome));
        Assert.That(story.Rung, Is.EqualTo(new[] { "Bo" }));
    }

    [TestCase(LegEnding.Completed, Outcome.AnsweredNotAccepted)]
    [TestCase(LegEnding.CarrierFailure, Outcome.CarrierFailure)]
    [TestCase(LegEnding.OurFailure, Outcome.OurFailure)]
    public void Answering_without_pressing_1_is_not_accepting(LegEnding ending, Outcome outcome)
    {
        var story = Direct("Voicemail", "Bo").Starts()["Voicemail"].Answers()["Voicemail"].Ends(ending);
        Assert.That(story["Voicemail"].Outcome, Is.EqualTo(outcome));
        Assert.That(story.Rung, Is.EqualTo(new[] { "Bo" }));
    }

    [Test]
    public void An_ending_reported_twice_climbs_once()
    {
        var story = Direct("Anna", "Bo", "Cecilie").Starts();
        story.Tell(new AttemptEnded(1, LegEnding.NoAnswer), new AttemptEnded(1, LegEnding.Completed));
        Assert.That(story.Last.IsNothing);
        Assert.That(story.Tried, Is.EqualTo(new[] { "Anna: NoAnswer", "Bo: Dialling" }));
    }
}
