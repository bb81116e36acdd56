using CallRouting.Core.Calls;
using CallRouting.Core.Offices;
using CallRouting.Core.Rosters;
using NodaTime;
using static CallRouting.Core.Tests.Rosters.Office;

namespace CallRouting.Core.Tests.Rosters;

/// <summary>The week of Monday 2 November 2026, in which Kari is on duty, unless a test says otherwise.</summary>
public sealed class CoverageTests
{
    private static readonly Interval Week = Between("2026-11-02 00:00", "2026-11-09 00:00");
    private static readonly Roster Plain = Roster.Of([Weekly]);

    [Test]
    public void A_week_that_is_kept_is_thirty_hours_without_a_gap()
    {
        var coverage = Covered(Plain);

        Assert.That(coverage.Totals, Is.EqualTo(new CoverageTotals(Hours(30), Hours(30), Hours(0), Hours(0))));
        Assert.That(coverage.Findings, Is.Empty);
    }

    [Test]
    public void A_gap_is_when_nobody_is_on_duty_while_the_contact_centre_is_open()
    {
        var late = Plain with { Rules = [Weekly with { Hours = Weekdays9To15 with { From = new(10, 0), To = new(14, 30) } }] };
        var coverage = Covered(late, Between("2026-11-03 00:00", "2026-11-04 00:00"));

        Assert.That(
            Told(coverage),
            Is.EqualTo(new[] { "Tue 2026-11-03 09:00–10:00 Gap NobodyPlanned", "Tue 2026-11-03 14:30–15:00 Gap NobodyPlanned" })
        );
        Assert.That(coverage.Totals, Is.EqualTo(new CoverageTotals(Hours(6), Hours(4.5), Hours(1.5), Hours(0))));
    }

    [Test]
    public void A_gap_says_whose_leave_it_is()
    {
        var coverage = Covered(Plain with { Leave = [new("leave", "kari", Monday, Monday, By("Kari"))] });

        Assert.That(Told(coverage), Is.EqualTo(new[] { "Mon 2026-11-02 09:00–15:00 Gap OnLeave kari" }));
    }

    [Test]
    public void A_gap_says_who_was_taken_off()
    {
        var off = Override.Removing("ill", DutyRole.Primary, Between("2026-11-04 08:00", "2026-11-04 12:00"), "kari", By("Kari"));

        Assert.That(Told(Covered(Plain with { Overrides = [off] })), Is.EqualTo(new[] { "Wed 2026-11-04 09:00–12:00 Gap TakenOff kari" }));
    }

    [Test]
    public void A_gap_says_that_nothing_was_published()
    {
        var untilTuesday = new RosterVersion(1, new(Monday, Monday.PlusDays(1)), Plain, By("Liv"));
        var line = Line("0104", Plain) with { Rosters = new([untilTuesday]) };

        Assert.That(
            Told(CoverageRules.Of([line], Facts, Between("2026-11-02 00:00", "2026-11-04 00:00"))),
            Is.EqualTo(new[] { "Tue 2026-11-03 09:00–15:00 Gap NothingPublished" })
        );
    }

    [Test]
    public void An_officer_whom_the_office_does_not_have_covers_nothing() =>
        Assert.That(
            Told(Covered(Roster.Of([Weekly with { Order = ["gone"] }]), Between("2026-11-03 00:00", "2026-11-04 00:00"))),
            Is.EqualTo(new[] { "Tue 2026-11-03 09:00–15:00 Gap UnknownOfficers gone" })
        );

    [Test]
    public void Only_public_holidays_and_the_contact_centres_own_closures_shorten_the_obligation()
    {
        var easter = Between("2026-03-30 00:00", "2026-04-06 00:00");
        var closedOnTuesday = new ExceptionDay(new(2026, 3, 31), null, "Opplæring");
        var facts = Facts with { Hours = OpeningHours.Weekdays(new(new(9, 0), new(15, 0)), [closedOnTuesday]) };

        Assert.That(Covered(Roster.Empty, easter).Totals.Gap, Is.EqualTo(Hours(18)), "Monday to Wednesday");
        Assert.That(CoverageRules.Of([Line("0104", Roster.Empty)], facts, easter).Totals.Gap, Is.EqualTo(Hours(12)));
    }

    [Test]
    public void A_line_out_of_service_is_a_gap_however_many_are_on_duty()
    {
        var line = Line("0104", Plain) with { Line = Staffed.Line with { OutOfServiceUntil = Oslo.At("2026-11-03 11:30") } };

        Assert.That(
            Told(CoverageRules.Of([line], Facts, Week)),
            Is.EqualTo(new[] { "Mon 2026-11-02 09:00–15:00 Gap OutOfService", "Tue 2026-11-03 09:00–11:30 Gap OutOfService" })
        );
    }

    [Test]
    public void A_layer_that_is_meant_to_be_kept_and_is_not_is_thin_and_no_gap()
    {
        var backup = Weekly with { Id = new("backup"), Role = DutyRole.Backup, Order = ["per"] };
        var coverage = Covered(Roster.Of([Weekly, backup]) with { Leave = [new("leave", "per", Monday, Monday, By("Per"))] });

        Assert.That(Told(coverage), Is.EqualTo(new[] { "Mon 2026-11-02 09:00–15:00 ThinLayer Backup OnLeave per" }));
        Assert.That(coverage.Totals.Gap, Is.EqualTo(Duration.Zero));
    }

    [Test]
    public void Who_is_primary_and_backup_at_once_is_found()
    {
        var backup = Weekly with { Id = new("backup"), Role = DutyRole.Backup, Order = ["kari"] };

        Assert.That(
            Told(Covered(Roster.Of([Weekly, backup]), Between("2026-11-03 00:00", "2026-11-04 00:00"))),
            Is.EqualTo(new[] { "Tue 2026-11-03 09:00–15:00 TwoLayers kari" })
        );
    }

    [Test]
    public void One_officer_on_two_lines_at_once_is_found_on_both_for_as_long_as_it_lasts()
    {
        var afternoon = Roster.Of([
            Weekly with
            {
                Hours = Weekdays9To15 with { Days = Weekdays.Tuesday, From = new(12, 0), To = new(17, 0) },
            },
        ]);
        var coverage = CoverageRules.Of([Line("0104", Plain), Line("0105", afternoon)], Facts, Week);

        Assert.That(
            coverage.Findings.Where(finding => finding.What is DoubleBooking).Select(finding => $"{finding.Line}: {Told(finding)}"),
            Is.EqualTo(
                new[]
                {
                    "0104-general: Tue 2026-11-03 12:00–15:00 DoubleBooking kari 0105-general",
                    "0105-general: Tue 2026-11-03 12:00–15:00 DoubleBooking kari 0104-general",
                }
            )
        );
    }

    [Test]
    public void However_many_layers_an_officer_is_in_two_lines_are_one_double_booking()
    {
        var twice = Roster.Of([Weekly, Weekly with { Id = new("backup"), Role = DutyRole.Backup }]);
        var coverage = CoverageRules.Of([Line("0104", twice), Line("0105", twice)], Facts, Between("2026-11-03 00:00", "2026-11-04 00:00"));

        Assert.That(
            coverage.Of(new("0104")).Findings.Where(finding => finding.What is DoubleBooking).Select(Told),
            Is.EqualTo(new[] { "Tue 2026-11-03 09:00–15:00 DoubleBooking kari 0105-general" })
        );
    }

    [Test]
    public void A_fallback_of_two_lines_is_in_two_places_only_when_both_need_one()
    {
        var both = Weekly with { Hours = Weekdays9To15 with { To = new(14, 0) } };
        CoveredLine[] lines =
        [
            .. new[] { "0104", "0105" }.Select((unit, place) => Line(unit, Needs(both with { StartsWith = place }, "liv"))),
        ];

        Assert.That(
            CoverageRules.Of(lines, Facts, Between("2026-11-03 00:00", "2026-11-04 00:00")).Of(new("0104")).Findings.Select(Told),
            Is.EqualTo(new[] { "Tue 2026-11-03 14:00–15:00 DoubleBooking liv 0105-general" })
        );

        static Roster Needs(RosterRule rule, string fallback) =>
            Roster.Of([rule]) with
            {
                Layers = [new(DutyRole.Primary, "vakt", [fallback])],
            };
    }

    [Test]
    public void One_number_on_duty_for_two_offices_is_found_and_for_two_lines_of_one_office_is_not()
    {
        var phone = new PhoneNumber("+4710000009");
        var facts = FactsOf(new Officer("kari", "Kari", [phone]), new Officer("ola", "Ola", [new("+4710000008"), phone]));
        var ola = Roster.Of([Weekly with { Order = ["ola"] }]);
        var day = Between("2026-11-03 00:00", "2026-11-04 00:00");

        Assert.That(
            Told(CoverageRules.Of([Line("0104", Plain), Line("0105", ola)], facts, day)),
            Is.EqualTo(
                new[]
                {
                    "Tue 2026-11-03 09:00–15:00 SharedNumber kari ola +4710000009 0105-general",
                    "Tue 2026-11-03 09:00–15:00 SharedNumber ola kari +4710000009 0104-general",
                }
            )
        );
        Assert.That(Told(CoverageRules.Of([Line("0104", Plain), Line("0104", ola)], facts, day)), Is.Empty);
    }

    [Test]
    public void A_line_shared_by_agreement_covers_both_offices_without_alarm_and_each_is_counted_by_itself()
    {
        var shared = new[] { Line("0104", Plain) with { Agreement = "Mossevakta" }, Line("0105", Plain) with { Agreement = "Mossevakta" } };
        var coverage = CoverageRules.Of([.. shared, Line("0106", Roster.Empty)], Facts, Week);

        Assert.That(coverage.Findings.Where(finding => finding.What is not Gap), Is.Empty);
        Assert.That(coverage.Of(new("0104")).Totals, Is.EqualTo(new CoverageTotals(Hours(30), Hours(30), Hours(0), Hours(0))));
        Assert.That(coverage.Of(new("0105")).Totals, Is.EqualTo(coverage.Of(new("0104")).Totals));
        Assert.That(coverage.Totals, Is.EqualTo(new CoverageTotals(Hours(90), Hours(60), Hours(30), Hours(0))));
    }

    [Test]
    public void A_pause_that_empties_the_line_is_found_and_one_that_does_not_is_not()
    {
        var facts = Facts with { Pauses = [new("kari", Between("2026-11-03 10:00", "2026-11-03 11:00"))] };
        var both = Roster.Of([Weekly, Weekly with { Id = new("too"), Order = ["per"] }]);
        var emptied = CoverageRules.Of([Line("0104", Plain)], facts, Week);

        Assert.That(Told(emptied), Is.EqualTo(new[] { "Tue 2026-11-03 10:00–11:00 EmptiedByPause kari" }));
        Assert.That(emptied.Totals, Is.EqualTo(new CoverageTotals(Hours(30), Hours(30), Hours(0), Hours(1))));
        Assert.That(Told(CoverageRules.Of([Line("0104", both)], facts, Week)), Is.Empty);
    }

    [Test]
    public void An_officer_without_a_verified_phone_is_found_once_and_the_line_is_kept_on_paper()
    {
        var facts = Facts with { Verified = new HashSet<PhoneNumber>() };

        Assert.That(
            Told(CoverageRules.Of([Line("0104", Plain)], facts, Between("2026-11-03 00:00", "2026-11-05 00:00"))),
            Is.EqualTo(
                new[]
                {
                    "Tue 2026-11-03 09:00–15:00 Unreachable kari",
                    "Tue 2026-11-03 09:00–Wed 15:00 UnverifiedPhone kari",
                    "Wed 2026-11-04 09:00–15:00 Unreachable kari",
                }
            )
        );
    }

    [Test]
    public void Who_took_a_shift_and_is_away_is_found()
    {
        var roster = Plain with
        {
            Swaps = [new("swap", new(new("moss"), 0), "kari", "per", By("Kari"))],
            Leave = [new("away", "per", Monday.PlusDays(1), Monday.PlusDays(1), By("Per"))],
        };

        Assert.That(Told(Covered(roster)), Is.EqualTo(new[] { "Tue 2026-11-03 09:00–15:00 OnDutyOnLeave per" }));
    }

    [Test]
    public void Who_was_added_beside_another_and_is_away_is_found()
    {
        var roster = Plain with
        {
            Overrides = [Override.Adding("more", DutyRole.Primary, Between("2026-11-03 12:00", "2026-11-03 16:00"), "per", By("Liv"))],
            Leave = [new("away", "per", Monday.PlusDays(1), Monday.PlusDays(1), By("Per"))],
        };

        Assert.That(Told(Covered(roster)), Is.EqualTo(new[] { "Tue 2026-11-03 12:00–16:00 OnDutyOnLeave per" }));
    }

    [Test]
    public void A_line_that_has_nothing_but_a_fallback_is_covered()
    {
        var coverage = Covered(Roster.Empty with { Layers = [new(DutyRole.Primary, "vakt", ["liv"])] });

        Assert.That(coverage.Totals, Is.EqualTo(new CoverageTotals(Hours(30), Hours(30), Hours(0), Hours(0))));
        Assert.That(coverage.Work.Single(), Is.EqualTo(new Workload("liv", Hours(30), Hours(30), Hours(0), Hours(0), 5)));
    }

    [TestCase("09:00", null, Description = "at opening")]
    [TestCase("09:10", "JustAfterOpening")]
    [TestCase("09:15", null)]
    [TestCase("11:00", "Lunch")]
    [TestCase("11:59", "Lunch")]
    [TestCase("12:00", null)]
    [TestCase("14:45", null)]
    [TestCase("14:50", "JustBeforeClosing")]
    [TestCase("15:00", null, Description = "at closing")]
    public void A_hand_over_has_bad_moments(string wall, string? moment)
    {
        var handOver = NodaTime.Text.LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(wall).Value;
        var tuesdays = AllDay with { HandOver = handOver, HandOverDay = IsoDayOfWeek.Tuesday };
        var coverage = Covered(Roster.Of([tuesdays]), Between("2026-11-10 00:00", "2026-11-11 00:00"));

        Assert.That(
            Told(coverage),
            Is.EqualTo(moment is null ? [] : new[] { $"Tue 2026-11-10 {wall}–{wall} BadHandOver {moment} per liv" })
        );
    }

    [Test]
    public void Somebody_who_stays_makes_it_no_hand_over()
    {
        var noon = new[] { Weekly with { HandOver = new(11, 30) }, Weekly with { Id = new("stays"), Order = ["ola"] } };

        Assert.That(Told(CoverageRules.Of([Line("0104", Roster.Of(noon))], FactsOf(Kari, Per, Liv, Ola), Week)), Is.Empty);
    }

    private static readonly Officer Kari = Staffed.Officer("Kari", "+4710000001");
    private static readonly Officer Per = Staffed.Officer("Per", "+4710000002");
    private static readonly Officer Liv = Staffed.Officer("Liv", "+4710000003");
    private static readonly Officer Ola = Staffed.Officer("Ola", "+4710000004");
    private static readonly CoverageFacts Facts = FactsOf(Kari, Per, Liv);

    private static Coverage Covered(Roster roster, Interval? interval = null) =>
        CoverageRules.Of([Line("0104", roster)], Facts, interval ?? Week);

    private static CoveredLine Line(string unit, Roster roster) =>
        new(Staffed.Line with { Id = new($"{unit}-general"), Unit = new(unit) }, PublishedRosters.Always(roster));

    private static Duration Hours(double hours) => Duration.FromHours(hours);

    private static IEnumerable<string> Told(Coverage coverage) => coverage.Findings.Select(Told);

    private static string Told(Finding finding)
    {
        var (from, to) = (finding.From.InOslo(), finding.To.InOslo());
        var until = to.Date == from.Date ? to.ToString("HH:mm", null) : to.ToString("ddd HH:mm", null);
        return $"{Oslo.Wording(from)}–{until} {finding.What.GetType().Name} {Told(finding.What)}".TrimEnd();
    }

    private static string Told(Concern what) =>
        what switch
        {
            Gap gap => $"{gap.Cause} {gap.Officers}",
            ThinLayer thin => $"{thin.Role} {thin.Cause} {thin.Officers}",
            Unreachable unreachable => $"{unreachable.OnDuty}",
            EmptiedByPause emptied => $"{emptied.OnDuty}",
            DoubleBooking booking => $"{booking.OfficerId} {booking.Other}",
            TwoLayers layers => layers.OfficerId,
            SharedNumber shared => $"{shared.OfficerId} {shared.OtherOfficerId} {shared.Number} {shared.Other}",
            UnverifiedPhone unverified => unverified.OfficerId,
            OnDutyOnLeave away => away.OfficerId,
            BadHandOver handOver => $"{handOver.Moment} {handOver.Before} {handOver.After}",
            _ => "?",
        };
}
