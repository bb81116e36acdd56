using CallRouting.Core.Rosters;
using NodaTime;
using static CallRouting.Core.Tests.Rosters.Office;

namespace CallRouting.Core.Tests.Rosters;

public sealed class ChangesTests
{
    [Test]
    public void Who_gets_loses_and_keeps_what_is_told_officer_by_officer()
    {
        var changes = Between(
            Weekly,
            Weekly with
            {
                Hours = Weekdays9To15 with { From = new(8, 0), To = new(14, 0) },
                HandOver = new(8, 0),
            }
        );

        Assert.That(
            changes.All.Take(3).Select(Told),
            Is.EqualTo(
                new[]
                {
                    "kari Gets Mon 2026-11-02 08:00–09:00",
                    "kari Keeps Mon 2026-11-02 09:00–14:00",
                    "kari Loses Mon 2026-11-02 14:00–15:00",
                }
            )
        );
        Assert.That(changes.Concerned, Is.EqualTo(new[] { "kari" }));
    }

    [Test]
    public void Who_keeps_the_same_time_is_not_concerned_though_the_reason_is_another()
    {
        var fixedShift = Staffed.Primary(Staffed.Kari) with { ValidFrom = Monday };

        Assert.That(Between(Weekly, fixedShift).Concerned, Is.Empty);
        Assert.That(Between(Weekly, fixedShift).All.Select(change => change.Kind), Is.All.EqualTo(ChangeKind.Keeps));
    }

    [Test]
    public void A_fallback_is_concerned_by_becoming_one_and_not_by_everybody_elses_shifts()
    {
        var (plain, withLiv) = (Roster.Of([Weekly]), Roster.Of([Weekly]) with { Layers = [new(DutyRole.Primary, "vakt", ["liv"])] });
        var shorter = withLiv with { Rules = [Weekly with { Hours = Weekdays9To15 with { To = new(14, 0) } }] };

        Assert.That(Between(plain, withLiv).Concerned, Is.EqualTo(new[] { "liv" }));
        Assert.That(Between(withLiv, plain).Concerned, Is.EqualTo(new[] { "liv" }));
        Assert.That(Between(withLiv, shorter).Concerned, Is.EqualTo(new[] { "kari" }));
    }

    [Test]
    public void What_is_kept_with_what_is_gained_is_the_draft_and_with_what_is_lost_is_what_stood() =>
        Seeds.Each(
            200,
            static random =>
            {
                var (before, after, interval) = (random.Make(), random.Make(), random.Interval());
                var changes = Changes.Between(PublishedRosters.Always(before), PublishedRosters.Always(after), interval).All;

                for (var sample = 0; sample < 40; sample++)
                {
                    var now = random.Within(interval);
                    var running = changes.Where(change => change.From <= now && now < change.To).ToList();
                    Assert.That(Names(running, ChangeKind.Loses), Is.EquivalentTo(OnDuty(before, now)));
                    Assert.That(Names(running, ChangeKind.Gets), Is.EquivalentTo(OnDuty(after, now)));
                }
            }
        );

    private static IEnumerable<(string, DutyRole)> Names(IEnumerable<DutyChange> running, ChangeKind kind) =>
        running.Where(change => change.Kind == kind || change.Kind == ChangeKind.Keeps).Select(change => (change.OfficerId, change.Role));

    private static IEnumerable<(string, DutyRole)> OnDuty(Roster roster, Instant now) =>
        Timetable
            .At(roster, now)
            .SelectMany(layer =>
                layer.OnDuty.Where(posting => posting.Why is not ByFallback).Select(posting => (posting.OfficerId, layer.Role))
            );

    private static Changes Between(RosterRule before, RosterRule after) => Between(Roster.Of([before]), Roster.Of([after]));

    private static Changes Between(Roster before, Roster after) =>
        Changes.Between(
            PublishedRosters.Always(before),
            PublishedRosters.Always(after),
            Office.Between("2026-11-02 00:00", "2026-11-09 00:00")
        );

    private static string Told(DutyChange change) =>
        $"{change.OfficerId} {change.Kind} {Oslo.Wording(change.From)}–{Oslo.Wording(change.To)[^5..]}";
}
