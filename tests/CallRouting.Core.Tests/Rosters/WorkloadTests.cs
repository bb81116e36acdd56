using CallRouting.Core.Offices;
using CallRouting.Core.Rosters;
using NodaTime;
using static CallRouting.Core.Tests.Rosters.Office;

namespace CallRouting.Core.Tests.Rosters;

public sealed class WorkloadTests
{
    [Test]
    public void Evenings_are_from_17_to_06_and_days_off_are_whole()
    {
        // Friday 18:00 to Saturday 08:00: eleven hours between 18 and 05, one more before six, and eight of Saturday's.
        var night = new Shift(new("line"), "kari", DutyRole.Backup, Weekdays.Friday, new(18, 0), new(8, 0), Monday) { Id = new("night") };

        Assert.That(WorkOf(night).Single(), Is.EqualTo(new Workload("kari", Hours(14), Hours(0), Hours(12), Hours(8), 1)));
    }

    [Test]
    public void An_hour_that_comes_twice_is_worked_twice()
    {
        var night = new Shift(
            new("line"),
            "kari",
            DutyRole.Primary,
            Weekdays.Sunday,
            new(0, 0),
            new(6, 0),
            new(2026, 10, 25),
            new(2026, 10, 25)
        );
        var work = WorkOf(night, "2026-10-19 00:00", "2026-11-01 00:00").Single();

        Assert.That(work, Is.EqualTo(new Workload("kari", Hours(7), Hours(7), Hours(7), Hours(7), 1)));
    }

    [Test]
    public void A_shift_is_counted_once_however_its_reasons_change_within()
    {
        var moved = Override.Adding("more", DutyRole.Primary, Between("2026-11-02 12:00", "2026-11-02 16:00"), "kari", By("Liv"));
        var coverage = Work(Roster.Of([Weekly]) with { Overrides = [moved] }, "2026-11-02 00:00", "2026-11-03 00:00");

        Assert.That(coverage.Single(), Is.EqualTo(new Workload("kari", Hours(7), Hours(7), Hours(0), Hours(0), 1)));
    }

    [Test]
    public void A_fallback_works_only_while_the_contact_centre_is_open()
    {
        var roster = Roster.Of([Weekly with { Hours = Weekdays9To15 with { To = new(14, 0) } }]) with
        {
            Layers = [new(DutyRole.Primary, "vakt", ["liv"])],
        };

        Assert.That(
            Work(roster, "2026-11-02 00:00", "2026-11-09 00:00"),
            Is.EquivalentTo(
                new[]
                {
                    new Workload("kari", Hours(25), Hours(25), Hours(0), Hours(0), 5),
                    new Workload("liv", Hours(5), Hours(5), Hours(0), Hours(0), 5),
                }
            )
        );
    }

    [TestCase(new[] { 10.0, 10.0, 10.0 }, 0)]
    [TestCase(new[] { 30.0, 0.0, 0.0 }, 2.0 / 3)]
    [TestCase(new[] { 15.0, 5.0 }, 0.25, Description = "five of twenty hours would have to change hands")]
    [TestCase(new double[0], 0)]
    public void Unevenness_is_the_share_that_would_have_to_change_hands(double[] hours, double share) =>
        Assert.That(Workload.Unevenness([.. hours.Select(Hours)]), Is.EqualTo(share).Within(1e-9));

    private static IReadOnlyList<Workload> WorkOf(RosterRule rule, string from = "2026-11-02 00:00", string to = "2026-11-09 00:00") =>
        Work(Roster.Of([rule]), from, to);

    private static IReadOnlyList<Workload> Work(Roster roster, string from, string to) =>
        CoverageRules.Of([new(Staffed.Line, PublishedRosters.Always(roster))], FactsOf(), Between(from, to)).Work;

    private static Duration Hours(double hours) => Duration.FromHours(hours);
}
