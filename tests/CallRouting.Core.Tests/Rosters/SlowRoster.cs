using CallRouting.Core.Offices;
using CallRouting.Core.Rosters;
using NodaTime;

namespace CallRouting.Core.Tests.Rosters;

/// <summary>
/// Who is on duty, found as one would with a calendar and a pencil: turn after turn from the start of a rotation, rule by rule,
/// exception by exception. Shares nothing with what it checks but the meaning of a wall time.
/// </summary>
internal sealed class SlowRoster(Roster roster)
{
    public List<string> At(Layer layer, Instant now)
    {
        var people = new List<string>();
        foreach (var rule in roster.Rules.Where(rule => rule.Role == layer.Role))
        foreach (var date in new[] { now.OsloDate().PlusDays(-1), now.OsloDate() })
            if (Keeper(rule, date, now) is { } keeper && !people.Contains(keeper))
                people.Add(keeper);

        var off = new HashSet<string>();
        FallBack(layer, people, off, now);
        foreach (var made in roster.Overrides.Where(made => made.Role == layer.Role && made.When.Contains(now)))
            Apply(made, people, off);
        FallBack(layer, people, off, now);
        return people;
    }

    private string? Keeper(RosterRule rule, LocalDate date, Instant now)
    {
        var offDay = NorwegianHolidays.Of(date.Year).Any(day => day.IsDayOff && day.Date == date);
        var begins = date >= rule.ValidFrom && !(date > rule.ValidTo) && rule.Week.Days.HasFlag((Weekdays)(1 << ((int)date.DayOfWeek - 1)));
        if (!begins || (offDay && !rule.OnHolidays) || !Lasts(rule.Week, date, now) || Planned(rule, date, now) is not { } planned)
            return null;

        var holder = planned.Officer;
        foreach (var swap in roster.Swaps.Where(swap => swap.Shift == planned.Shift && (swap.Day is null || swap.Day == planned.Day)))
            holder = swap.Giver == holder ? swap.Taker : holder;

        return holder == planned.Officer && !Swapped(planned) && IsAway(holder, now) ? null : holder;
    }

    /// <summary>Somebody who gave a shift away and took it back has it by a swap.</summary>
    private bool Swapped((string Officer, ShiftId Shift, int Day) planned) =>
        roster.Swaps.Any(swap =>
            swap.Shift == planned.Shift && swap.Giver == planned.Officer && (swap.Day is null || swap.Day == planned.Day)
        );

    private static (string Officer, ShiftId Shift, int Day)? Planned(RosterRule rule, LocalDate date, Instant now)
    {
        if (rule is not Rotation rotation)
            return (rule.Officers[0], ((Shift)rule).IdOn(date), 0);

        var turn = 0;
        var begin = FirstBegin(rotation);
        if (now < Instant(rotation.ValidFrom + rotation.HandOver))
            return null;
        for (var next = Next(rotation, begin); Instant(next) <= now; next = Next(rotation, next), turn++)
            begin = next;

        var day = Math.Max(0, Period.DaysBetween(begin.Date, date));
        return (rotation.Order[(rotation.StartsWith + turn) % rotation.Order.Count], new(rotation.Id, turn), day);
    }

    private static LocalDateTime FirstBegin(Rotation rotation)
    {
        var date = rotation.ValidFrom;
        while (rotation.HandOverDay is { } day && date.DayOfWeek != day)
            date = date.PlusDays(-1);
        while (rotation.Length.Unit == TurnUnit.DutyDay && !rotation.Week.Days.Include(date.DayOfWeek))
            date = date.PlusDays(1);
        return date + rotation.HandOver;
    }

    private static LocalDateTime Next(Rotation rotation, LocalDateTime begin)
    {
        var count = rotation.Length.Count;
        switch (rotation.Length.Unit)
        {
            case TurnUnit.Hour:
                return begin.PlusHours(count);
            case TurnUnit.Day:
                return begin.PlusDays(count);
            case TurnUnit.Week:
                return begin.PlusWeeks(count);
            default:
                for (; count > 0; count -= rotation.Week.Days.Include(begin.DayOfWeek) ? 1 : 0)
                    begin = begin.PlusDays(1);
                return begin;
        }
    }

    private bool IsAway(string officer, Instant now) =>
        roster.Leave.Any(leave =>
            leave.OfficerId == officer
            && (
                leave.Hours is { } hours
                    ? Enumerable
                        .Range(-1, 2)
                        .Select(now.OsloDate().PlusDays)
                        .Any(date =>
                            leave.First <= date && date <= leave.Last && hours.Days.Include(date.DayOfWeek) && Lasts(hours, date, now)
                        )
                    : leave.First <= now.OsloDate() && now.OsloDate() <= leave.Last
            )
        );

    private static bool Lasts(WeekHours hours, LocalDate date, Instant now) =>
        Instant(date + hours.From) <= now && now < Instant((hours.To > hours.From ? date : date.PlusDays(1)) + hours.To);

    private void FallBack(Layer layer, List<string> people, HashSet<string> off, Instant now)
    {
        if (people.Count == 0 && layer.Fallback.FirstOrDefault(officer => !off.Contains(officer) && !IsAway(officer, now)) is { } officer)
            people.Add(officer);
    }

    private static void Apply(Override made, List<string> people, HashSet<string> off)
    {
        var place =
            made.Kind == OverrideKind.Add ? people.Count
            : made.Out is null ? 0
            : people.IndexOf(made.Out);
        if (made.Kind != OverrideKind.Add)
        {
            off.UnionWith(made.Out is { } one ? [one] : people);
            people.RemoveAll(officer => made.Out is null || officer == made.Out);
        }
        if (made.In is not { } taker || place < 0)
            return;

        if (!people.Contains(taker))
            people.Insert(place, taker);
    }

    private static Instant Instant(LocalDateTime wall) => OsloTime.At(wall.Date, wall.TimeOfDay).ToInstant();
}
