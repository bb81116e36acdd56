using CallRouting.Core.Offices;
using NodaTime;
using NodaTime.Text;

namespace CallRouting.Core.Reports;

public enum PeriodKind
{
    Day,
    Week,
    Month,
    Quarter,

    /// <summary>Four months, as municipalities report (tertial).</summary>
    Third,
    Year,

    /// <summary>From one day to another.</summary>
    Days,
}

/// <summary>Norwegian calendar days that are reported on together, the first and the last among them.</summary>
public sealed record ReportPeriod
{
    private static readonly LocalDatePattern Iso = LocalDatePattern.Iso;

    private ReportPeriod(PeriodKind kind, LocalDate first, LocalDate last) => (Kind, First, Last) = (kind, first, last);

    public PeriodKind Kind { get; }

    public LocalDate First { get; }

    public LocalDate Last { get; }

    public DateInterval Days => new(First, Last);

    /// <summary>From the first day's midnight to the midnight after the last day, in Norway.</summary>
    public Interval Interval => new(OsloTime.StartOf(First), OsloTime.StartOf(Last.PlusDays(1)));

    /// <summary>The day, week (from Monday), month, quarter, third or year that a day is in.</summary>
    public static ReportPeriod Around(LocalDate day, PeriodKind kind) =>
        kind switch
        {
            PeriodKind.Week => Starting(day.PlusDays(1 - (int)day.DayOfWeek), kind, week => week.PlusWeeks(1)),
            PeriodKind.Month => Starting(MonthOf(day, 1), kind, month => month.PlusMonths(1)),
            PeriodKind.Quarter => Starting(MonthOf(day, 3), kind, quarter => quarter.PlusMonths(3)),
            PeriodKind.Third => Starting(MonthOf(day, 4), kind, third => third.PlusMonths(4)),
            PeriodKind.Year => Starting(MonthOf(day, 12), kind, year => year.PlusYears(1)),
            _ => new(PeriodKind.Day, day, day),
        };

    /// <summary>Any days, the last not before the first.</summary>
    public static ReportPeriod Between(LocalDate first, LocalDate last)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(last, first);
        return new(PeriodKind.Days, first, last);
    }

    /// <summary>
    /// As it is written and stored: 2026-11-18, 2026-W47, 2026-11, 2026-Q4, 2026-T3, 2026, or 2026-11-01/2026-11-18. Null for anything else.
    /// </summary>
    public static ReportPeriod? Read(string text) => ReportPeriodText.Read(text);

    public override string ToString() => ReportPeriodText.Write(this);

    /// <summary>The period of the same kind before this one; of any days, as many days before them.</summary>
    public ReportPeriod Previous =>
        Kind == PeriodKind.Days ? Between(First.PlusDays(-Days.Length), First.PlusDays(-1)) : Around(First.PlusDays(-1), Kind);

    private static ReportPeriod Starting(LocalDate first, PeriodKind kind, Func<LocalDate, LocalDate> next) =>
        new(kind, first, next(first).PlusDays(-1));

    private static LocalDate MonthOf(LocalDate day, int months) => new(day.Year, (day.Month - 1) / months * months + 1, 1);
}
