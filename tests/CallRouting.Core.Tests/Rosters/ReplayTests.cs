using CallRouting.Core.Calls;
using CallRouting.Core.Offices;
using CallRouting.Core.Rosters;
using NodaTime;
using static CallRouting.Core.Tests.Rosters.Office;

namespace CallRouting.Core.Tests.Rosters;

public sealed class ReplayTests
{
    private static readonly LineRoster Kept = Staffed.Roster with
    {
        Roster = Roster.Of([Weekly with { Hours = Weekdays9To15 with { To = new(14, 0) } }]),
    };

    [Test]
    public void A_past_call_is_asked_of_the_ladder_that_it_would_have_had()
    {
        var replay = Of(0, "2026-11-04 10:00", "2026-11-04 14:30", "2026-11-04 15:30");

        Assert.That(replay.Calls.Select(call => call.Ladder.Rungs[0].People.Count), Is.EqualTo(new[] { 1, 0, 0 }));
        Assert.That(
            replay.Calls.Select(call => (call.IsOpen, call.IsUncovered)),
            Is.EqualTo(new[] { (true, false), (true, true), (false, true) })
        );
        Assert.That(replay.UrgentUncovered.Count(), Is.EqualTo(2));
    }

    [Test]
    public void A_call_moves_by_whole_weeks_to_the_same_wall_time_over_a_clock_change()
    {
        var replay = Of(6, "2026-10-07 10:00");

        Assert.That(Oslo.Wording(replay.Calls.Single().At), Is.EqualTo("Wed 2026-11-18 10:00"));
        Assert.That(replay.Calls.Single().Ladder.Rungs[0].People.Single().Name, Is.EqualTo("Liv"));
    }

    [Test]
    public void The_special_days_of_a_year_are_its_named_days_clock_changes_and_first_days_after_closing()
    {
        var days = Special(new(2027, 1, 1), new(2027, 12, 31));

        Assert.That(
            days.Select(day => day.Date),
            Is.SupersetOf(Dates("2027-03-28", "2027-10-31", "2027-05-17", "2027-03-30", "2027-12-24"))
        );
        Assert.That(
            On(days, "2027-05-17").Named.Select(day => day.EnglishName),
            Is.EquivalentTo(new[] { "Constitution Day", "Whit Monday" })
        );
        Assert.That(On(days, "2027-03-28").Length, Is.EqualTo(Duration.FromHours(23)));
        Assert.That(On(days, "2027-10-31").Length, Is.EqualTo(Duration.FromHours(25)));
        Assert.That(On(days, "2027-03-30").ReopensAfter, Is.EqualTo(5), "the Tuesday after Easter");
        Assert.That(days.Select(day => day.Date), Has.None.EqualTo(new LocalDate(2027, 6, 7)), "an ordinary Monday");
    }

    [Test]
    public void A_special_day_tells_what_would_be_uncovered()
    {
        var easterTuesday = Special(new(2027, 3, 30), new(2027, 3, 30)).Single();

        Assert.That(easterTuesday.Coverage.Totals, Is.EqualTo(new CoverageTotals(Hours(6), Hours(5), Hours(1), Hours(0))));
        Assert.That(easterTuesday.Periods[0].Select(period => period.Staffing.IsGap), Is.EqualTo(new[] { true, false, true }));
    }

    private static Replay Of(int weeksLater, params string[] walls) =>
        Replay.Of(Staffed.Line, Kept, walls.Select(wall => new PastCall(Oslo.At(wall), Urgency.Urgent)), OpeningHours.Default, weeksLater);

    private static IReadOnlyList<SpecialDay> Special(LocalDate first, LocalDate last) =>
        SpecialDays.Of(new(Staffed.Line, PublishedRosters.Always(Kept.Roster)), FactsOf(Kept.Officers), first, last);

    private static SpecialDay On(IEnumerable<SpecialDay> days, string date) => days.Single(day => day.Date == Date(date));

    private static IEnumerable<LocalDate> Dates(params string[] dates) => dates.Select(Date);

    private static LocalDate Date(string date) => NodaTime.Text.LocalDatePattern.Iso.Parse(date).Value;

    private static Duration Hours(double hours) => Duration.FromHours(hours);
}
