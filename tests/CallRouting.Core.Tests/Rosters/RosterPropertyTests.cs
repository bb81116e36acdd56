using CallRouting.Core.Rosters;
using NodaTime;

namespace CallRouting.Core.Tests.Rosters;

/// <summary>What holds for every roster.</summary>
public sealed class RosterPropertyTests
{
    [Test]
    public void Shifts_leave_no_moment_out_and_say_the_same_as_who_is_on_duty_then() =>
        Seeds.Each(
            300,
            static random =>
            {
                var roster = random.Make();
                var interval = random.Interval();
                var layers = roster.Layers.Select(layer => Timetable.Of(roster, layer, interval)).ToList();

                foreach (var periods in layers)
                    AssertTiles(periods, interval);
                for (var sample = 0; sample < 60; sample++)
                {
                    var now = random.Within(interval);
                    var onDuty = Timetable.At(roster, now);

                    Assert.That(onDuty, Has.Count.EqualTo(roster.Layers.Count), "one answer for each layer");
                    Assert.That(layers.Select(periods => At(periods, now)), Is.EqualTo(onDuty), $"at {Oslo.Wording(now)}");
                }
            }
        );

    [Test]
    public void Who_is_on_duty_is_whom_a_calendar_and_a_pencil_find() =>
        Seeds.Each(
            300,
            static random =>
            {
                var roster = random.Make();
                var slow = new SlowRoster(roster);
                var interval = random.Interval();
                for (var sample = 0; sample < 25; sample++)
                {
                    var now = random.Within(interval);
                    foreach (var (layer, staffing) in roster.Layers.Zip(Timetable.At(roster, now)))
                        Assert.That(
                            staffing.OnDuty.Select(posting => posting.OfficerId),
                            Is.EqualTo(slow.At(layer, now)),
                            $"{layer.Role} at {Oslo.Wording(now)}"
                        );
                }
            }
        );

    [Test]
    public void The_answer_does_not_depend_on_how_an_interval_is_cut() =>
        Seeds.Each(
            300,
            static random =>
            {
                var roster = random.Make();
                var interval = random.Interval();
                var cut = random.Within(interval);

                foreach (var layer in roster.Layers)
                {
                    var whole = Timetable.Of(roster, layer, interval);
                    var parts = Timetable
                        .Of(roster, layer, new(interval.Start, cut))
                        .Concat(Timetable.Of(roster, layer, new(cut, interval.End)))
                        .ToList();

                    Assert.That(Joined(parts), Is.EqualTo(whole));
                }
            }
        );

    [Test]
    public void An_override_changes_nothing_outside_itself() =>
        Seeds.Each(
            300,
            static random =>
            {
                var roster = random.Make();
                var made = random.Override(99, roster.Layers.Count);
                var overridden = roster with { Overrides = [.. roster.Overrides, made] };
                var around = new Interval(made.When.Start - Duration.FromDays(3), made.When.End + Duration.FromDays(3));

                foreach (var layer in roster.Layers)
                {
                    Assert.That(Outside(overridden, layer), Is.EqualTo(Outside(roster, layer)));
                    if (layer.Role != made.Role)
                        Assert.That(Timetable.Of(overridden, layer, around), Is.EqualTo(Timetable.Of(roster, layer, around)));
                }

                List<DutyPeriod> Outside(Roster whichever, Layer layer) =>
                    [
                        .. Timetable.Of(whichever, layer, new(around.Start, made.When.Start)),
                        .. Timetable.Of(whichever, layer, new(made.When.End, around.End)),
                    ];
            }
        );

    [Test]
    public void Within_an_override_it_decides() =>
        Seeds.Each(
            300,
            static random =>
            {
                var roster = random.Make();
                var made = random.Override(99, roster.Layers.Count);
                var layer = roster.Layers.Single(layer => layer.Role == made.Role);
                var before = Timetable.Of(roster, layer, made.When);

                foreach (var period in Timetable.Of(roster with { Overrides = [.. roster.Overrides, made] }, layer, made.When))
                {
                    var was = At(before, period.From);
                    if (made.Kind == OverrideKind.Add || (made.Kind == OverrideKind.Replace && (made.Out is null || was.Has(made.Out))))
                        Assert.That(period.Staffing.Has(made.In!), $"{made.In} at {Oslo.Wording(period.From)}");
                    if (made.Out is { } officer && officer != made.In)
                        Assert.That(period.Staffing.Has(officer), Is.False, $"{officer} at {Oslo.Wording(period.From)}");
                }
            }
        );

    [Test]
    public void Nobody_is_on_duty_twice_in_a_layer_or_both_on_duty_and_absent() =>
        Seeds.Each(
            300,
            static random =>
            {
                var roster = random.Make();

                foreach (var (_, _, staffing) in Timetable.Of(roster, random.Interval()))
                {
                    var names = staffing
                        .OnDuty.Select(posting => posting.OfficerId)
                        .Concat(staffing.Absent.Select(absence => absence.OfficerId));
                    Assert.That(names, Is.Unique);
                }
            }
        );

    private static void AssertTiles(IReadOnlyList<DutyPeriod> periods, Interval interval)
    {
        Assert.That(periods[0].From, Is.EqualTo(interval.Start));
        Assert.That(periods[^1].To, Is.EqualTo(interval.End));
        Assert.That(periods.Select(period => period.Length), Is.All.GreaterThan(Duration.Zero));
        for (var i = 1; i < periods.Count; i++)
        {
            Assert.That(periods[i].From, Is.EqualTo(periods[i - 1].To));
            Assert.That(periods[i].Staffing, Is.Not.EqualTo(periods[i - 1].Staffing), "else they are one period");
        }
    }

    private static Staffing At(IReadOnlyList<DutyPeriod> periods, Instant now) =>
        periods.Single(period => period.From <= now && now < period.To).Staffing;

    private static List<DutyPeriod> Joined(List<DutyPeriod> parts)
    {
        for (var i = parts.Count - 1; i > 0; i--)
            if (parts[i].From == parts[i - 1].To && parts[i].Staffing.Equals(parts[i - 1].Staffing))
            {
                parts[i - 1] = parts[i - 1] with { To = parts[i].To };
                parts.RemoveAt(i);
            }

        return parts;
    }
}
