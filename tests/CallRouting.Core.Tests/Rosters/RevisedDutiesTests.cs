using CallRouting.Core.Offices;
using CallRouting.Core.Rosters;
using NodaTime;
using static CallRouting.Core.Tests.Rosters.Office;

namespace CallRouting.Core.Tests.Rosters;

/// <summary>Kari has the week of 2 November 2026 from nine to three, Per the next, by what was published on 1 October.</summary>
public sealed class RevisedDutiesTests
{
    private static readonly Instant Now = Oslo.At("2026-11-01 12:00");
    private static readonly Interval Week = Between("2026-11-02 00:00", "2026-11-09 00:00");
    private static readonly Swap Tuesday = new("tuesday", new(new("moss"), 0), "kari", "liv", By("Liv"), Day: 1);

    [Test]
    public void What_nothing_changed_carries_the_revision_before()
    {
        var duties = Of(Published(Roster.Of([Weekly])));

        Assert.That(
            duties.Select(each => (each.Duty.OfficerId, each.Revision, each.IsCancelled)).Distinct(),
            Is.EqualTo(new[] { ("kari", 1, false) })
        );
        Assert.That(duties, Has.Count.EqualTo(5));
        Assert.That(duties[0].Changed, Is.EqualTo(Oslo.At("2026-10-01 12:00")));
    }

    [Test]
    public void A_swap_cancels_the_givers_day_and_makes_the_takers_and_leaves_the_others_alone()
    {
        var duties = Of(Published(Roster.Of([Weekly]) with { Swaps = [Tuesday] }));

        Assert.That(
            duties.Where(each => each.Duty.From.OsloDate() == new LocalDate(2026, 11, 3)).Select(Told),
            Is.EqualTo(new[] { "kari cancelled 2", "liv on duty 2" })
        );
        Assert.That(duties.Count(each => each.Revision == 1), Is.EqualTo(4));
    }

    [Test]
    public void What_was_withdrawn_gives_the_same_duty_back_with_a_higher_revision()
    {
        var withdrawn = Tuesday with { Decided = Tuesday.Decided with { Withdrawn = Oslo.At("2026-10-25 12:00") } };
        var history = new RosterHistory(Published(Roster.Of([Weekly]) with { Swaps = [withdrawn] }));

        Assert.That(
            RevisedDuties
                .Of(history, Week, Oslo.At("2026-10-10 00:00"), Now)
                .Where(each => each.Duty.From.OsloDate() == new LocalDate(2026, 11, 3))
                .Select(Told),
            Is.EqualTo(new[] { "kari on duty 3", "liv cancelled 3" })
        );
    }

    [Test]
    public void Other_hours_are_the_same_duty_changed()
    {
        var later = Weekly with { Hours = Weekdays9To15 with { To = new LocalTime(16, 0) } };
        var versions = Published(Roster.Of([Weekly])).Versions;
        var duties = Of(new([.. versions, new(2, versions[0].Days, Roster.Of([later]), By("Liv"))]));

        Assert.That(duties.Select(Told).Distinct(), Is.EqualTo(new[] { "kari on duty 2" }));
        Assert.That(duties.Select(each => Oslo.Wording(each.Duty.To)[^5..]).Distinct(), Is.EqualTo(new[] { "16:00" }));
        Assert.That(duties.Select(each => each.Key), Is.EqualTo(Of(Published(Roster.Of([Weekly]))).Select(each => each.Key)));
    }

    [Test]
    public void One_officer_twice_on_one_shift_has_two_events()
    {
        var noon = Override.Removing("noon", DutyRole.Primary, Between("2026-11-03 11:00", "2026-11-03 12:00"), "kari", By("Liv"));
        var duties = Of(Published(Roster.Of([Weekly]) with { Overrides = [noon] }));

        Assert.That(
            duties
                .Where(each => each.Duty.From.OsloDate() == new LocalDate(2026, 11, 3))
                .Select(each => $"{each.Key[^7..]} {Oslo.Wording(each.Duty.From)[^5..]}"),
            Is.EqualTo(new[] { "03/kari 09:00", "/kari/2 12:00" })
        );
    }

    [Test]
    public void A_change_that_is_older_than_asked_for_is_told_of_by_nobody() =>
        Assert.That(
            RevisedDuties
                .Of(new(Published(Roster.Of([Weekly]) with { Swaps = [Tuesday] })), Week, Oslo.At("2026-10-20 12:00"), Now)
                .Where(each => each.IsCancelled),
            Is.Empty
        );

    [Test]
    public void The_revision_of_a_duty_never_becomes_less_however_the_days_go_by() =>
        Seeds.Each(
            40,
            static random =>
            {
                var history = random.History();
                var within = new Interval(Oslo.At("2026-03-01 00:00"), Oslo.At("2026-05-01 00:00"));
                var seen = new Dictionary<string, int>();
                for (var now = Oslo.At("2026-01-03 00:00"); now < Oslo.At("2026-04-01 00:00"); now += Duration.FromDays(5))
                {
                    var duties = RevisedDuties.Of(history, within, now - Duration.FromDays(20), now);
                    foreach (var each in duties)
                    {
                        Assert.That(each.Revision, Is.GreaterThanOrEqualTo(seen.GetValueOrDefault(each.Key)));
                        seen[each.Key] = each.Revision;
                    }
                    AssertSame(
                        duties.Where(each => !each.IsCancelled),
                        OfficerDuties.Of(history.KnownAt(now), new(within.Start - Duration.FromDays(1), within.End)),
                        within
                    );
                }
            }
        );

    // What is not cancelled is what is on duty, whoever asks.
    private static void AssertSame(IEnumerable<RevisedDuty> duties, IEnumerable<OfficerDuty> standing, Interval within) =>
        Assert.That(
            duties.Select(each => (each.Duty.OfficerId, each.Duty.Role, each.Duty.From)).OrderBy(each => each.ToString()),
            Is.EqualTo(
                standing
                    .Where(duty => within.Contains(duty.From))
                    .Select(duty => (duty.OfficerId, duty.Role, duty.From))
                    .OrderBy(each => each.ToString())
            )
        );

    private static IReadOnlyList<RevisedDuty> Of(PublishedRosters published) =>
        RevisedDuties.Of(new(published), Week, Oslo.At("2026-10-10 00:00"), Now);

    private static PublishedRosters Published(Roster roster) =>
        new([new(1, new Validity(new(2026, 10, 1), new(2027, 1, 1)), roster, By("Liv", "2026-10-01 12:00"))]);

    private static string Told(RevisedDuty each) => $"{each.Duty.OfficerId} {(each.IsCancelled ? "cancelled" : "on duty")} {each.Revision}";
}
