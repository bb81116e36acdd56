using NodaTime;

namespace CallRouting.Core.Rosters;

/// <summary>
/// A duty that returns on the same weekdays and is one officer's own. With <paramref name="ValidFrom"/> equal to
/// <paramref name="ValidTo"/> it happens once. See <see cref="WeekHours"/> for what the times mean.
/// </summary>
/// <param name="Days">The weekdays on which it begins.</param>
public sealed record Shift(
    DutyLineId Line,
    string OfficerId,
    DutyRole Role,
    Weekdays Days,
    LocalTime From,
    LocalTime To,
    LocalDate ValidFrom,
    LocalDate? ValidTo = null,
    bool OnHolidays = false
) : RosterRule(Role, ValidFrom, ValidTo, OnHolidays)
{
    private static readonly LocalDate Epoch = new(1970, 1, 1);

    public override WeekHours Week => new(Days, From, To);

    public override IReadOnlyList<string> Officers => [OfficerId];

    public ShiftId IdOn(LocalDate date) => new(Id, ValidTo == ValidFrom ? 0 : Period.DaysBetween(Epoch, date));

    /// <summary>The date on which a shift of a rule that returns begins; null for a number that is no date.</summary>
    internal static LocalDate? DateOf(ShiftId shift) =>
        shift.Turn >= 0 && shift.Turn < Period.DaysBetween(Epoch, LocalDate.MaxIsoValue) ? Epoch.PlusDays(shift.Turn) : null;

    internal override void Lay(LocalDate date, List<PlannedDuty> day) =>
        day.Add(new(Week.Start(date), Week.End(date), OfficerId, IdOn(date), 0));

    internal override DutyReason Reason(ShiftId shift) => new ByShift(shift);
}
