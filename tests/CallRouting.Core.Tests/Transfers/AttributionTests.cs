using CallRouting.Core.Transfers;
using static CallRouting.Core.Tests.Transfers.Given;

namespace CallRouting.Core.Tests.Transfers;

/// <summary>Whose an outcome is. This table is published: municipality and supervisor count the same.</summary>
public sealed class AttributionTests
{
    [TestCase(Outcome.Accepted, null, Attribution.Answered)]
    [TestCase(Outcome.Declined, null, Attribution.Office)]
    [TestCase(Outcome.NoAnswer, null, Attribution.Office)]
    [TestCase(Outcome.Busy, null, Attribution.Office)]
    [TestCase(Outcome.AnsweredNotAccepted, null, Attribution.Office)]
    [TestCase(Outcome.BadNumber, null, Attribution.Office)]
    [TestCase(Outcome.Skipped, SkipReasons.Busy, Attribution.Office)]
    [TestCase(Outcome.Skipped, SkipReasons.Paused, Attribution.Office)]
    [TestCase(Outcome.Skipped, SkipReasons.AlreadyRung, Attribution.NotTheOffice)]
    [TestCase(Outcome.Skipped, SkipReasons.OutOfTime, Attribution.NotTheOffice)]
    [TestCase(Outcome.CarrierFailure, null, Attribution.NotTheOffice)]
    [TestCase(Outcome.OurFailure, null, Attribution.NotTheOffice)]
    [TestCase(Outcome.Withdrawn, null, Attribution.NotTheOffice)]
    public void Each_outcome_is_somebodys(Outcome outcome, string? why, Attribution whose)
    {
        var attempt = new Attempt(1, 0, Officer("Anna"), AttemptPhase.Ringing, Ten).Ended(outcome, Ten, why);
        Assert.That(Attributions.Of(attempt, neighbour: false), Is.EqualTo(whose));
    }

    [Test]
    public void What_is_still_going_on_is_nobodys() =>
        Assert.That(
            Attributions.Of(new Attempt(1, 0, Officer("Anna"), AttemptPhase.Ringing, Ten), neighbour: false),
            Is.EqualTo(Attribution.NotTheOffice)
        );

    [Test]
    public void A_neighbours_acceptance_is_answered_but_not_by_the_office_itself()
    {
        var attempt = new Attempt(1, 0, Officer("Anna"), AttemptPhase.Accepted, Ten, Outcome: Outcome.Accepted);
        Assert.That(Attributions.Of(attempt, neighbour: true), Is.EqualTo(Attribution.AnsweredByNeighbour));
    }

    [Test]
    public void Every_outcome_is_in_the_table()
    {
        var table = typeof(AttributionTests)
            .GetMethod(nameof(Each_outcome_is_somebodys))!
            .GetCustomAttributes(typeof(TestCaseAttribute), false)
            .Cast<TestCaseAttribute>();
        Assert.That(table.Select(row => row.Arguments[0]).Distinct(), Is.EquivalentTo(Enum.GetValues<Outcome>()));
    }

    [Test]
    public void A_transfer_that_nobody_answered_is_the_offices() =>
        Assert.That(Counts(Direct("Anna", "Bo").Starts()["Anna"].Ends(LegEnding.OurFailure)["Bo"].DoesNotAnswer()));

    [Test]
    public void A_transfer_that_failed_only_for_our_and_the_carriers_sake_is_not() =>
        Assert.That(
            Counts(Direct("Anna", "Bo").Starts()["Anna"].Ends(LegEnding.OurFailure)["Bo"].Ends(LegEnding.CarrierFailure)),
            Is.False
        );

    [Test]
    public void An_empty_ladder_is_the_offices() => Assert.That(Counts(Direct(Ladder(EmptyRung)).Starts()));

    [Test]
    public void An_empty_rung_is_the_offices_also_where_the_carrier_failed_on_the_other() =>
        Assert.That(Counts(Direct(Ladder(EmptyRung, Rung("Bo"))).Starts()["Bo"].Ends(LegEnding.CarrierFailure)));

    [Test]
    public void What_a_neighbour_leaves_unanswered_is_not_the_offices()
    {
        var neighbour = Rung("Neighbour") with { Neighbour = true };
        var story = Direct(Ladder(Rung("Anna"), neighbour)).Starts()["Anna"].Ends(LegEnding.CarrierFailure)["Neighbour"].DoesNotAnswer();
        Assert.That(Counts(story), Is.False);
    }

    [Test]
    public void Only_an_unanswered_transfer_counts()
    {
        Assert.That(Counts(Direct("Anna", "Bo").Starts()["Anna"].DoesNotAnswer()), Is.False, "it still rings");
        Assert.That(Counts(Direct("Anna").Starts().Tell(new CallerGone())), Is.False, "the caller left");
    }

    private static bool Counts(TransferStory story) => Attributions.CountsAgainstOffice(story.Transfer);
}
