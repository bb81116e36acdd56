using CallRouting.Core.Calls;
using CallRouting.Core.Rosters;
using CallRouting.Core.Transfers;
using NodaTime;

namespace CallRouting.Core.Tests.Rosters;

public sealed class LadderPlanTests
{
    private static readonly Instant Wednesday = Oslo.At("2026-11-18 10:00");
    private static readonly Instant Evening = Oslo.At("2026-11-18 20:00");

    [Test]
    public void The_default_ladder_is_primary_backup_lead_twenty_seconds_each()
    {
        var ladder = LadderPlan.Freeze(Staffed.Line, Staffed.Roster, Wednesday);

        Assert.That(Wording(ladder), Is.EqualTo("primary: Kari | backup: Per | lead: Liv"));
        Assert.That(ladder.Rungs.Select(rung => rung.RingFor), Is.All.EqualTo(Duration.FromSeconds(20)));
        Assert.That((ladder.Rounds, ladder.Budget), Is.EqualTo((1, Duration.FromSeconds(120))));
        Assert.That(ladder.HasAnybody(), Is.True);
    }

    [Test]
    public void With_nobody_on_duty_the_lead_has_nothing_to_escalate_and_the_ladder_has_nobody()
    {
        var ladder = LadderPlan.Freeze(Staffed.Line, Staffed.Roster, Evening);

        Assert.That(Wording(ladder), Is.EqualTo("primary: | backup: | lead:"));
        Assert.That(ladder.HasAnybody(), Is.False);
    }

    [Test]
    public void A_missing_backup_is_an_empty_rung_and_the_lead_is_still_rung()
    {
        var roster = Staffed.Roster with { Roster = Roster.Of([Staffed.Primary(Staffed.Kari)]) };

        Assert.That(Wording(LadderPlan.Freeze(Staffed.Line, roster, Wednesday)), Is.EqualTo("primary: Kari | backup: | lead: Liv"));
    }

    [Test]
    public void A_lead_on_the_first_rung_is_rung_whatever_the_roster_says()
    {
        var roster = Staffed.Roster with { Policy = Staffed.Policy(Staffed.Rung(RungTarget.Lead)) };

        Assert.That(Wording(LadderPlan.Freeze(Staffed.Line, roster, Evening)), Is.EqualTo("lead: Liv"));
    }

    [Test]
    public void A_line_out_of_service_rings_nobody()
    {
        var ladder = LadderPlan.Freeze(Staffed.Line with { IsOutOfService = true }, Staffed.Roster, Wednesday);

        Assert.That(ladder.Rungs, Is.Empty);
        Assert.That(ladder.HasAnybody(), Is.False);
    }

    [Test]
    public void A_line_that_was_taken_out_of_service_rings_nobody_until_its_time_and_then_by_itself()
    {
        var line = Staffed.Line with { OutOfServiceUntil = Wednesday };

        Assert.That(LadderPlan.Freeze(line, Staffed.Roster, Wednesday - Duration.FromSeconds(1)).Rungs, Is.Empty);
        Assert.That(Wording(LadderPlan.Freeze(line, Staffed.Roster, Wednesday)), Does.StartWith("primary: Kari"));
    }

    [Test]
    public void A_rung_can_ring_a_further_layer()
    {
        var third = Staffed.Primary(Staffed.Liv) with { Role = DutyRole.Third };
        var roster = Staffed.Roster with
        {
            Roster = Roster.Of([Staffed.Primary(Staffed.Kari), third]),
            Policy = Staffed.Policy(Staffed.Rung(RungTarget.Primary), Staffed.Rung(RungTarget.Third), Staffed.Rung(RungTarget.Fourth)),
        };

        Assert.That(Wording(LadderPlan.Freeze(Staffed.Line, roster, Wednesday)), Is.EqualTo("primary: Kari | third: Liv | fourth:"));
    }

    [Test]
    public void A_number_stands_once_on_its_first_rung()
    {
        var per = Staffed.Officer("Per", "+4710000001", "+4710000002");
        var roster = Staffed.Roster with { Officers = [Staffed.Kari, per], Lead = Staffed.Kari };

        Assert.That(Wording(LadderPlan.Freeze(Staffed.Line, roster, Wednesday)), Is.EqualTo("primary: Kari | backup: Per | lead:"));
    }

    [Test]
    public void A_rung_that_rings_anyway_rings_again_who_was_rung_before()
    {
        var all = Staffed.Rung(RungTarget.All) with { Together = true };
        var policy = Staffed.Policy(Staffed.Rung(RungTarget.Primary), all);
        var anyway = Staffed.Policy(Staffed.Rung(RungTarget.Primary), all with { RingAnyway = true });

        Assert.That(Frozen(policy), Is.EqualTo("primary: Kari | all: Per"));
        Assert.That(Frozen(anyway), Is.EqualTo("primary: Kari | all: Kari, Per"));
    }

    [Test]
    public void An_officers_phones_are_rung_in_their_order()
    {
        var kari = Staffed.Officer("Kari", "+4710000009", "+4710000008");
        var ladder = LadderPlan.Freeze(Staffed.Line, Staffed.Roster with { Officers = [kari] }, Wednesday);

        Assert.That(ladder.Rungs[0].People.Select(person => person.Phone.E164), Is.EqualTo(new[] { "+4710000009", "+4710000008" }));
    }

    [Test]
    public void Who_is_paused_stays_on_the_ladder_to_be_skipped_with_a_reason()
    {
        var paused = Staffed.Roster with { Officers = [Staffed.Kari with { IsPaused = true }], Lead = null };
        var ladder = LadderPlan.Freeze(Staffed.Line, paused, Wednesday);

        Assert.That(ladder.Rungs[0].People.Single().Paused, Is.True);
        Assert.That(ladder.HasAnybody(), Is.False);
    }

    [Test]
    public void A_fixed_line_is_rung_with_nobody_on_duty_and_the_lead_after_it()
    {
        var reception = Staffed.Rung(RungTarget.FixedLine) with { FixedLine = new PhoneNumber("+4710000077") };
        var roster = Staffed.Roster with { Policy = Staffed.Policy(reception, Staffed.Rung(RungTarget.Lead)) };

        Assert.That(Wording(LadderPlan.Freeze(Staffed.Line, roster, Evening)), Is.EqualTo("fixed line: Vakttelefon | lead: Liv"));
    }

    [Test]
    public void A_neighbours_people_are_marked_as_such_and_left_alone_when_its_line_is_out_of_service()
    {
        var nils = Staffed.Officer("Nils", "+4710000055");
        var next = new Neighbour(
            new DutyLine(new("0105-general"), new("0105"), "Vakttelefon"),
            new([nils], [Staffed.Primary(nils)], null, EscalationPolicy.Default, [])
        );
        var rung = Staffed.Rung(RungTarget.Neighbour) with { NeighbourLine = next.Line.Id };
        var roster = Staffed.Roster with { Policy = Staffed.Policy(rung), Neighbours = [next] };
        var closed = roster with { Neighbours = [next with { Line = next.Line with { IsOutOfService = true } }] };
        var away = Wednesday + Duration.FromHours(1);
        var closedForAnHour = roster with { Neighbours = [next with { Line = next.Line with { OutOfServiceUntil = away } }] };

        var ladder = LadderPlan.Freeze(Staffed.Line, roster, Wednesday);

        Assert.That(Wording(ladder), Is.EqualTo("neighbour: Nils"));
        Assert.That(ladder.Rungs.Single().Neighbour, Is.True);
        Assert.That(LadderPlan.Freeze(Staffed.Line, closed, Wednesday).HasAnybody(), Is.False);
        Assert.That(LadderPlan.Freeze(Staffed.Line, closedForAnHour, Wednesday).HasAnybody(), Is.False);
        Assert.That(LadderPlan.Freeze(Staffed.Line, closedForAnHour, away).HasAnybody(), Is.True);
    }

    private static string Frozen(EscalationPolicy policy) =>
        Wording(LadderPlan.Freeze(Staffed.Line, Staffed.Roster with { Policy = policy }, Wednesday));

    private static string Wording(Ladder ladder) =>
        string.Join(
            " | ",
            ladder.Rungs.Select(rung => $"{rung.Name}: {string.Join(", ", rung.People.Select(person => person.Name))}".TrimEnd())
        );
}
