using CallRouting.Core.Transfers;
using NodaTime;
using static CallRouting.Core.Tests.Transfers.Given;

namespace CallRouting.Core.Tests.Transfers;

/// <summary>Everybody who is left on the ladder talks in another call of ours.</summary>
public sealed class AwaitingPhoneTests
{
    [Test]
    public void When_everybody_is_busy_the_transfer_waits_for_the_first_phone_that_is_free()
    {
        var story = Direct("Anna", "Bo").WhileBusy("Anna", "Bo").Starts();
        Assert.That(story.State, Is.InstanceOf<AwaitingPhone>());
        Assert.That(story.Timeline, Does.Contain(Stories.AwaitingPhone));

        story.WhileFree("Bo").Tell(new PhoneFree());
        Assert.That(story.Rung, Is.EqualTo(new[] { "Bo" }));
        Assert.That(story.Connects("Bo").State, Is.InstanceOf<Connected>());
    }

    [Test]
    public void A_phone_of_somebody_else_that_becomes_free_changes_nothing()
    {
        var story = Direct("Anna").WhileBusy("Anna").Starts().Tell(new PhoneFree());
        Assert.That(story.Last.IsNothing);
    }

    [Test]
    public void Who_is_still_busy_is_waited_for_again_when_the_one_who_became_free_does_not_answer()
    {
        var story = Direct("Anna", "Bo").WhileBusy("Anna", "Bo").Starts().WhileFree("Anna").Tell(new PhoneFree());
        story["Anna"].DoesNotAnswer();
        Assert.That(story.State, Is.InstanceOf<AwaitingPhone>());
        story.WhileFree("Bo").Tell(new PhoneFree());
        Assert.That(story.Rung, Is.EqualTo(new[] { "Bo" }));
    }

    [Test]
    public void Who_became_free_while_another_was_rung_is_rung_next()
    {
        var story = Direct("Anna", "Bo").WhileBusy("Anna", "Bo").Starts().WhileFree("Anna").Tell(new PhoneFree()).WhileFree("Bo");
        story["Anna"].DoesNotAnswer();
        Assert.That(story.Rung, Is.EqualTo(new[] { "Bo" }));
    }

    [Test]
    public void Nobody_is_rung_twice_in_one_climb_for_having_been_busy_once()
    {
        var story = Direct("Anna").WhileBusy("Anna").Starts().WhileFree("Anna").Tell(new PhoneFree());
        story["Anna"].DoesNotAnswer();
        Assert.That(story.State, Is.EqualTo(new Unanswered()));
    }

    [Test]
    public void Whoever_is_left_is_waited_for_also_when_others_did_not_answer()
    {
        var story = Direct("Anna", "Bo").WhileBusy("Anna").Starts()["Bo"].DoesNotAnswer();
        Assert.That(story.State, Is.InstanceOf<AwaitingPhone>());
    }

    [Test]
    public void The_wait_ends_with_the_ladders_own_time()
    {
        var ladder = Ladder("Anna") with { Budget = Duration.FromSeconds(60) };
        var story = Direct(ladder).WhileBusy("Anna").Starts().Passes(59);
        Assert.That(story.State, Is.InstanceOf<AwaitingPhone>());
        Assert.That(story.Passes(1).State, Is.EqualTo(new Unanswered()));
        Assert.That(story.Actions, Does.Contain(new TellCaller()));
    }

    [Test]
    public void However_long_the_ladder_may_take_nobody_waits_for_a_phone_longer_than_two_minutes()
    {
        var ladder = Ladder("Anna") with { Budget = Duration.FromSeconds(600) };
        var story = Direct(ladder).WhileBusy("Anna").Starts().Passes(120);
        Assert.That(story.State, Is.EqualTo(new Unanswered()));
    }

    [Test]
    public void An_unanswered_wait_for_busy_phones_is_the_offices()
    {
        var story = Direct("Anna").WhileBusy("Anna").Starts().Passes(120);
        Assert.That(Attributions.CountsAgainstOffice(story.Transfer));
    }

    [Test]
    public void The_agent_talks_with_the_caller_meanwhile_and_may_call_it_off()
    {
        var story = Warm("Anna").WhileBusy("Anna").Starts();
        Assert.That(story.Actions, Is.Empty);
        Assert.That(story.Tell(new AgentCancels()).State, Is.EqualTo(new Cancelled()));
    }

    [Test]
    public void An_agent_lost_while_it_waits_turns_it_direct_and_it_waits_on()
    {
        var story = Warm("Anna").WhileBusy("Anna").Starts().Tell(new AgentGone());
        Assert.That(story.Actions, Is.EqualTo(new[] { new TellCaller() }));
        Assert.That(story.WhileFree("Anna").Tell(new PhoneFree()).Rung, Is.EqualTo(new[] { "Anna" }));
    }

    [Test]
    public void Only_an_urgent_caller_who_leaves_is_waited_on_for()
    {
        Assert.That(Direct("Anna").WhileBusy("Anna").Starts().Tell(new CallerGone()).State, Is.EqualTo(new Abandoned()));
        var urgent = Direct(Ladder("Anna"), urgent: true).WhileBusy("Anna").Starts().Tell(new CallerGone());
        Assert.That(urgent.State, Is.InstanceOf<AwaitingPhone>());
    }
}
