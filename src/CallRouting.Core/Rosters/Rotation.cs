using CallRouting.Core.Offices;
using NodaTime;

namespace CallRouting.Core.Rosters;

/// <summary>Officers who take turns (turnus). The first turn begins on <paramref name="ValidFrom"/> at the hand-over.</summary>
/// <param name="Name">As officers see it: «uke 3 av …».</param>
/// <param name="Order">In which they take turns; at least one. Whoever stands in it twice has two turns in a round.</param>
/// <param name="Length">Of a turn.</param>
/// <param name="Hours">The part of the week that is staffed; a turn is longer than the duties in it.</param>
/// <param name="ValidFrom">A new version of a roster keeps it, so that the order goes on where it was.</param>
/// <param name="HandOver">The wall time at which one takes over from another; a duty that runs is cut there.</param>
/// <param name="HandOverDay">Of turns counted in weeks: the weekday; null: that of ValidFrom. The first turn is shorter if they differ.</param>
/// <param name="StartsWith">Whose turn the first is: a place in the order, from 0.</param>
public sealed record Rotation(
    DutyRole Role,
    string Name,
    IReadOnlyList<string> Order,
    TurnLength Length,
    WeekHours Hours,
    LocalDate ValidFrom,
    LocalTime HandOver,
    IsoDayOfWeek? HandOverDay = null,
    int StartsWith = 0,
    LocalDate? ValidTo = null,
    bool OnHolidays = false
) : RosterRule(Role, ValidFrom, ValidTo, OnHolidays)
{
    public override WeekHours Week => Hours;

    public override IReadOnlyList<string> Officers => Order;

    /// <summary>Whether it can be kept at all. One that cannot staffs nobody; <see cref="DraftRules"/> says what is wrong with it.</summary>
    public bool IsSound =>
        Order.Count > 0
        && StartsWith >= 0
        && StartsWith < Order.Count
        && Length.Count is >= 1 and <= TurnLength.Most
        && (Hours.Days & Weekdays.All) != Weekdays.None;

    /// <param name="turn">From 0, of a rotation that is sound.</param>
    public string Keeper(int turn) => Order[(int)((StartsWith + (long)turn) % Order.Count)];

    internal override void Lay(LocalDate date, List<PlannedDuty> day)
    {
        if (!IsSound)
            return;

        var turns = new Turns(this);
        var begin = date + Hours.From;
        var end = Hours.EndDate(date) + Hours.To;
        while (begin < end)
        {
            var turn = turns.At(begin);
            var handOver = turns.End(turn);
            var until = handOver < end ? handOver : end;
            if (turn >= 0)
                day.Add(Duty(turn, begin, until, turns.Day(turn, date)));

            begin = until;
        }
    }

    internal override DutyReason Reason(ShiftId shift) => new ByRotation(shift, Name, Length);

    private PlannedDuty Duty(int turn, LocalDateTime begin, LocalDateTime end, int day) =>
        new(OsloTime.InstantAt(begin), OsloTime.InstantAt(end), Keeper(turn), new(Id, turn), day);
}
