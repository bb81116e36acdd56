using CallRouting.Core.Offices;
using NodaTime;

namespace CallRouting.Core.Rosters;

/// <summary>The key of a rule, within its line. It outlives every edit of the rule, because swaps refer to it.</summary>
public readonly record struct RuleId(string? Value)
{
    public override string ToString() => Value ?? "";
}

/// <summary>
/// One shift (vakt) that a rule makes. It stays the same shift when the rule's hours, hand-over or weekdays are edited:
/// a rotation's turns are counted from its start, a fixed shift's by the date on which it begins.
/// </summary>
/// <param name="Turn">
/// Of a rotation: from 0. Of a fixed shift: days since 1970-01-01, so that edited weekdays and validity leave the others alone;
/// 0 for one that happens once, so that it can be moved to another date.
/// </param>
public readonly record struct ShiftId(RuleId Rule, int Turn)
{
    public override string ToString() => $"{Rule}/{Turn}";
}

/// <summary>What a roster says regularly: a <see cref="Shift"/> or a <see cref="Rotation"/>.</summary>
/// <param name="Role">The layer that it staffs.</param>
/// <param name="ValidFrom">The first date on which a duty of it may begin.</param>
/// <param name="ValidTo">The last date on which one may begin; null: until the roster changes.</param>
/// <param name="OnHolidays">Whether one also begins on public holidays (<see cref="NorwegianHolidays.IsDayOff"/>).</param>
public abstract record RosterRule(DutyRole Role, LocalDate ValidFrom, LocalDate? ValidTo, bool OnHolidays)
{
    public RuleId Id { get; init; }

    /// <summary>The part of the week that it staffs.</summary>
    public abstract WeekHours Week { get; }

    /// <summary>Whom it names, in its order.</summary>
    public abstract IReadOnlyList<string> Officers { get; }

    /// <summary>Whether a duty begins on a date.</summary>
    public bool BeginsOn(LocalDate date) =>
        date >= ValidFrom
        && (ValidTo is not { } last || date <= last)
        && Week.Days.Include(date.DayOfWeek)
        && (OnHolidays || !NorwegianHolidays.IsDayOff(date));

    /// <summary>Adds the duty that begins on a date on which <see cref="BeginsOn"/> holds; several when a hand-over falls within.</summary>
    internal abstract void Lay(LocalDate date, List<PlannedDuty> day);

    internal abstract DutyReason Reason(ShiftId shift);
}

/// <summary>What a rule plans, before leave, swaps and overrides.</summary>
/// <param name="Day">The day within its turn, from 0.</param>
internal readonly record struct PlannedDuty(Instant From, Instant To, string OfficerId, ShiftId Shift, int Day);
