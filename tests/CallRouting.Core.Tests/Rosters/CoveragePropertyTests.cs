using CallRouting.Core.Calls;
using CallRouting.Core.Offices;
using CallRouting.Core.Rosters;
using NodaTime;

namespace CallRouting.Core.Tests.Rosters;

public sealed class CoveragePropertyTests
{
    private static readonly Dictionary<string, Officer> Officers = RandomRoster
        .Names.SkipLast(1)
        .Select((name, place) => new Officer(name, name, [new($"+471000000{place % 4}")]))
        .ToDictionary(officer => officer.Id);

    private static readonly CoverageFacts Facts = new(
        OpeningHours.Default,
        Officers,
        new HashSet<PhoneNumber> { new("+4710000000"), new("+4710000001") },
        [],
        HandOverTimes.Default
    );

    [Test]
    public void Obligation_covered_and_gap_add_up_exactly_for_lines_offices_and_all_of_them() =>
        Seeds.Each(
            200,
            static random =>
            {
                var interval = random.Interval();
                var lines = Enumerable.Range(0, 6).Select(place => Line($"010{place / 2}", random.Make(), place)).ToList();
                var coverage = CoverageRules.Of(lines, Facts, interval);
                var open = Facts.Hours.Within(interval).Aggregate(Duration.Zero, (sum, opening) => sum + opening.Duration);

                foreach (var line in coverage.Lines)
                    AssertAddsUp(line.Totals, open, line.Findings);
                AssertAddsUp(coverage.Of(new("0101")).Totals, 2 * open, coverage.Of(new("0101")).Findings);
                AssertAddsUp(coverage.Totals, 6 * open, coverage.Findings);
                Assert.That(coverage.Totals.OnPaper, Is.LessThanOrEqualTo(coverage.Totals.Covered));
            }
        );

    /// <summary>Minutes are exact: everything in a random roster happens on one.</summary>
    [Test]
    public void The_totals_are_those_that_asking_every_minute_gives() =>
        Seeds.Each(
            40,
            static random =>
            {
                var roster = random.Make();
                var start = Oslo.At("2026-03-23 00:00") + Duration.FromDays(random.Any(270));
                var coverage = CoverageRules.Of([Line("0104", roster)], Facts, new(start, start + Duration.FromDays(7)));
                var open = Enumerable
                    .Range(0, 7 * 24 * 60)
                    .Select(minute => start + Duration.FromMinutes(minute))
                    .Where(Facts.Hours.IsOpen)
                    .ToList();
                var covered = open.Count(now =>
                    Timetable.At(roster, now).Any(layer => layer.OnDuty.Any(posting => Officers.ContainsKey(posting.OfficerId)))
                );

                Assert.That(coverage.Totals.Obligation, Is.EqualTo(Duration.FromMinutes(open.Count)));
                Assert.That(coverage.Totals.Covered, Is.EqualTo(Duration.FromMinutes(covered)));
            }
        );

    [Test]
    public void What_is_told_of_a_draft_is_told_of_it_published() =>
        Seeds.Each(
            50,
            static random =>
            {
                var (interval, draft) = (random.Interval(), random.Make());
                var version = new RosterVersion(3, Validity.Always, draft, new("Liv", Oslo.At("2020-01-01 12:00")));
                var published = Line("0104", draft) with { Rosters = new([version]) };

                var (before, after) = (
                    CoverageRules.Of([Line("0104", draft)], Facts, interval),
                    CoverageRules.Of([published], Facts, interval)
                );
                Assert.That((after.Totals, after.Findings), Is.EqualTo((before.Totals, before.Findings)));
            }
        );

    [Test]
    public void Hours_worked_are_the_time_that_somebody_is_on_duty() =>
        Seeds.Each(
            100,
            static random =>
            {
                var (interval, any) = (random.Interval(), random.Make());
                var roster = any with { Layers = [.. any.Layers.Select(layer => layer with { Fallback = [] })] };
                var work = CoverageRules.Of([Line("0104", roster)], Facts, interval).Work;
                var periods = Timetable.Of(roster, interval);

                foreach (var officer in RandomRoster.Names)
                {
                    var own = periods.Where(period => period.Staffing.Has(officer)).ToList();
                    var told = work.FirstOrDefault(work => work.OfficerId == officer);
                    Assert.That(
                        told?.Hours ?? Duration.Zero,
                        Is.EqualTo(own.Aggregate(Duration.Zero, (sum, period) => sum + period.Length))
                    );
                    Assert.That(told?.Evenings ?? Duration.Zero, Is.LessThanOrEqualTo(told?.Hours ?? Duration.Zero));
                    Assert.That(told?.DaysOff ?? Duration.Zero, Is.LessThanOrEqualTo(told?.Hours ?? Duration.Zero));
                }
            }
        );

    private static void AssertAddsUp(CoverageTotals totals, Duration open, IEnumerable<Finding> findings)
    {
        var gaps = findings.Where(finding => finding.What is Gap).Aggregate(Duration.Zero, (sum, gap) => sum + gap.Length);
        Assert.That(totals.Obligation, Is.EqualTo(open));
        Assert.That(totals.Covered + totals.Gap, Is.EqualTo(totals.Obligation));
        Assert.That(gaps, Is.EqualTo(totals.Gap), "the gaps that are told of");
    }

    private static CoveredLine Line(string unit, Roster roster, int place = 0) =>
        new(new DutyLine(new($"{unit}-{place}"), new(unit), "Vakttelefon"), PublishedRosters.Always(roster));
}
