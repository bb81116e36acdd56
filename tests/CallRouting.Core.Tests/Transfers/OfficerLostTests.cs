using CallRouting.Core.Transfers;
using static CallRouting.Core.Tests.Transfers.Given;

namespace CallRouting.Core.Tests.Transfers;

/// <summary>The officer's leg ends after connecting: over, or cut off?</summary>
public sealed class OfficerLostTests
{
    [Test]
    public void The_caller_is_kept_and_asked()
    {
        var story = Direct("Anna").Starts().Connects("Anna")["Anna"].HangsUp();
        Assert.That(story.State, Is.InstanceOf<Interrupted>());
        Assert.That(story.Actions, Is.EqualTo(new[] { new TellCaller() }));
        Assert.That(story["Anna"].Outcome, Is.EqualTo(Outcome.Accepted));
    }

    [Test]
    public void A_caller_who_hangs_up_then_was_done()
    {
        var story = Direct(Ladder("Anna"), urgent: true).Starts().Connects("Anna")["Anna"].HangsUp().Tell(new CallerGone());
        Assert.That(story.State, Is.EqualTo(new Completed()));
        Assert.That(story.Actions, Is.Empty);
    }

    [Test]
    public void For_a_caller_who_stays_the_officer_is_rung_once_more()
    {
        var story = Direct("Anna", "Bo").Starts().Connects("Anna")["Anna"].HangsUp().Passes(14);
        Assert.That(story.Rung, Is.EqualTo(new[] { "Anna" }));
        Assert.That(story.Actions, Is.EqualTo(new[] { new DialOfficer(2) }));
        Assert.That(story.Connects("Anna").State, Is.EqualTo(new Connected(2)));
    }

    [Test]
    public void Then_comes_the_whole_ladder_but_not_the_same_officer_a_third_time()
    {
        var story = Direct("Anna", "Bo", "Cecilie").Starts()["Anna"].DoesNotAnswer().Connects("Bo")["Bo"].HangsUp().Passes(14);
        Assert.That(story.Rung, Is.EqualTo(new[] { "Bo" }));
        Assert.That(story["Bo"].DoesNotAnswer().Rung, Is.EqualTo(new[] { "Anna" }), "everybody else may be rung again");
        story["Anna"].DoesNotAnswer()["Cecilie"].DoesNotAnswer();
        Assert.That(story.Tried.TakeLast(4), Is.EqualTo(new[] { "Bo: NoAnswer", "Anna: NoAnswer", "Bo: Skipped", "Cecilie: NoAnswer" }));
        Assert.That(story.State, Is.EqualTo(new Unanswered()));
    }

    [Test]
    public void The_ladder_that_follows_has_its_whole_time_again()
    {
        var story = Direct("Anna", "Bo").Starts().Connects("Anna").Passes(3600)["Anna"].HangsUp().Passes(14)["Anna"].DoesNotAnswer();
        Assert.That(story.Rung, Is.EqualTo(new[] { "Bo" }));
    }

    [Test]
    public void An_officer_who_is_in_another_call_by_then_is_not_rung_once_more()
    {
        var story = Direct("Anna", "Bo").Starts().Connects("Anna")["Anna"].HangsUp().WhileBusy("Anna").Passes(14);
        Assert.That(story.Tried.Skip(1), Is.EqualTo(new[] { "Anna: Skipped", "Anna: Skipped", "Bo: Dialling" }));
    }

    [Test]
    public void The_officer_is_rung_once_more_for_as_long_as_the_rung_that_reached_them()
    {
        var patient = Rung("Bo") with { RingFor = NodaTime.Duration.FromSeconds(40) };
        var story = Direct(Ladder(Rung("Anna"), patient)).Starts()["Anna"].DoesNotAnswer().Connects("Bo")["Bo"].HangsUp().Passes(14);
        Assert.That(TransferRules.RingFor(story.Transfer, story["Bo"].Attempt), Is.EqualTo(NodaTime.Duration.FromSeconds(40)));
        story["Bo"].HangsUp()["Anna"].DoesNotAnswer();
        Assert.That(story.State, Is.EqualTo(new Unanswered()));
    }

    [Test]
    public void With_the_agent_still_there_the_agent_has_the_caller_back()
    {
        var merged = Warm("Anna").Starts().Connects("Anna")["Anna"].HangsUp();
        Assert.That(merged.State, Is.EqualTo(new Returned()));
        var consulting = Warm("Anna").Starts().Consults("Anna")["Anna"].HangsUp();
        Assert.That(consulting.State, Is.EqualTo(new Returned()));
        Assert.That(consulting.Actions, Is.EqualTo(new[] { new UnholdCaller() }));
    }
}
