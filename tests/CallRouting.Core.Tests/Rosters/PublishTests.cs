using CallRouting.Core.Offices;
using CallRouting.Core.Rosters;
using NodaTime;
using static CallRouting.Core.Tests.Rosters.Office;

namespace CallRouting.Core.Tests.Rosters;

/// <summary>Liv publishes the fortnight from Monday 2 November 2026, on Thursday 29 October.</summary>
public sealed class PublishTests
{
    private static readonly Validity Fortnight = new(Monday, Monday.PlusDays(14));
    private static readonly Decided Thursday = By("Liv", "2026-10-29 14:00");
    private static readonly Roster Good = Roster.Of([Weekly]);

    [Test]
    public void A_draft_that_is_kept_may_be_published_as_the_next_version()
    {
        var decision = Decide(Good);

        Assert.That(decision.MayPublish, Is.True);
        Assert.That(decision.Version, Is.EqualTo(new RosterVersion(1, Fortnight, Good, Thursday)));
        Assert.That(decision.Changes.Concerned, Is.EqualTo(new[] { "kari", "per" }));
        Assert.That(decision.Coverage!.Totals.Obligation, Is.EqualTo(Duration.FromHours(60)));
    }

    [Test]
    public void A_gap_must_be_accepted_with_a_reason()
    {
        var away = Good with { Leave = [new("leave", "kari", Monday, Monday, By("Kari"))] };
        var gap = Decide(away).Unaccepted.Single();
        var accepted = new AcceptedGap(gap.From, gap.To, "Planleggingsdag, Vestby svarer", Thursday);

        Assert.That(Decide(away).MayPublish, Is.False);
        Assert.That(Decide(away, accepted).MayPublish, Is.True);
        Assert.That(Decide(away, accepted with { Reason = " " }).MayPublish, Is.False, "without a reason");
        Assert.That(Decide(away, accepted with { To = gap.To - Duration.FromMinutes(1) }).MayPublish, Is.False, "not all of it");
    }

    [Test]
    public void What_is_wrong_with_the_draft_hinders_and_is_all_that_is_told()
    {
        var decision = Decide(Roster.Of([Weekly with { Order = ["ola"] }]));

        Assert.That(decision.MayPublish, Is.False);
        Assert.That(decision.Problems.Single().Where, Is.EqualTo("rule moss"));
        Assert.That(decision.Coverage, Is.Null);
    }

    [Test]
    public void An_override_by_somebody_who_has_left_is_told_and_does_not_hinder()
    {
        var gone = Override.Adding("1", DutyRole.Primary, Between("2026-11-03 09:00", "2026-11-03 12:00"), "gone", By("Liv"));
        var decision = Decide(Good with { Overrides = [gone] });

        Assert.That(decision.Problems.Single().Where, Is.EqualTo("override 1"));
        Assert.That(decision.MayPublish, Is.True);
    }

    [TestCase(0, 0, "ends before it begins")]
    [TestCase(-20, -10, "is past")]
    [TestCase(0, 400, "longer than a year")]
    public void A_period_is_some_days_that_are_not_past(int from, int to, string problem) =>
        Assert.That(
            Decide(Good, new Validity(Monday.PlusDays(from), Monday.PlusDays(to))).Problems.Single().Sentence,
            Does.Contain(problem)
        );

    [Test]
    public void A_period_has_an_end() => Assert.That(Decide(Good, new Validity(Monday)).Problems.Single().Sentence, Does.Contain("no end"));

    [Test]
    public void Another_lines_people_are_looked_at_too()
    {
        var other = new CoveredLine(Staffed.Line with { Id = new("0105-general"), Unit = new("0105") }, PublishedRosters.Always(Good));
        var decision = PublishRules.Decide(new(Line(PublishedRosters.None), Good, Fortnight, Thursday, [], [other]), Facts);

        Assert.That(
            decision.Coverage!.Findings.Select(finding => finding.What),
            Is.EqualTo(
                Enumerable
                    .Repeat<Concern>(new DoubleBooking("kari", new("0105-general"), new("0105")), 5)
                    .Concat(Enumerable.Repeat<Concern>(new DoubleBooking("per", new("0105-general"), new("0105")), 5))
            )
        );
    }

    [Test]
    public void A_version_takes_the_place_of_the_one_before_for_its_days_and_no_others()
    {
        var first = new RosterVersion(
            1,
            new(new(2026, 10, 1), new(2027, 1, 1)),
            Roster.Of([Always("kari")]),
            By("Liv", "2026-09-15 12:00")
        );
        var second = new RosterVersion(2, Fortnight, Roster.Of([Always("per")]), Thursday);
        var published = new PublishedRosters([first, second]);

        Assert.That(
            Told(published, "2026-10-31 00:00", "2026-11-20 00:00"),
            Is.EqualTo(new[] { "Sat 2026-10-31 00:00 kari", "Mon 2026-11-02 00:00 per", "Mon 2026-11-16 00:00 kari" })
        );
        Assert.That(published.NextNumber, Is.EqualTo(3));
        Assert.That(
            published.Missing(Between("2026-11-01 00:00", "2027-01-05 00:00")),
            Is.EqualTo(new[] { Between("2027-01-01 00:00", "2027-01-05 00:00") })
        );
        Assert.That(published.InForce(Oslo.At("2026-09-20 12:00")), Is.Null);
    }

    [Test]
    public void What_was_published_this_afternoon_does_not_change_who_was_obliged_this_morning()
    {
        var first = new RosterVersion(1, Fortnight, Roster.Of([Always("kari")]), Thursday);
        var second = new RosterVersion(2, Fortnight, Roster.Of([Always("per")]), By("Liv", "2026-11-04 12:30"));

        Assert.That(
            Told(new PublishedRosters([first, second]), "2026-11-04 00:00", "2026-11-05 00:00"),
            Is.EqualTo(new[] { "Wed 2026-11-04 00:00 kari", "Wed 2026-11-04 12:30 per" })
        );
    }

    private static readonly CoverageFacts Facts = FactsOf(Staffed.Roster.Officers);

    private static PublishDecision Decide(Roster draft, params AcceptedGap[] accepted) => Decide(draft, Fortnight, accepted);

    private static PublishDecision Decide(Roster draft, Validity days, params AcceptedGap[] accepted) =>
        PublishRules.Decide(new(Line(PublishedRosters.None), draft, days, Thursday, accepted, []), Facts);

    private static CoveredLine Line(PublishedRosters rosters) => new(Staffed.Line, rosters);

    private static Rotation Always(string officer) => AllDay with { Order = [officer], ValidFrom = new(2026, 1, 1) };

    /// <summary>From when who is on duty; a hand-over to oneself is none.</summary>
    private static IEnumerable<string> Told(PublishedRosters published, string from, string to)
    {
        var before = "";
        foreach (var period in Timetable.Of(published, Between(from, to))[0])
        {
            var officer = period.Staffing.OnDuty.Single().OfficerId;
            if (officer != before)
                yield return $"{Oslo.Wording(period.From)} {before = officer}";
        }
    }
}
