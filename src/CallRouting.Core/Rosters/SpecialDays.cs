using CallRouting.Core.Offices;
using NodaTime;

namespace CallRouting.Core.Rosters;

/// <summary>A day on which rosters go wrong, and what this one has for it.</summary>
/// <param name="Named">Public holidays, eves and short days; two can fall on one date.</param>
/// <param name="Length">23, 24 or 25 hours.</param>
/// <param name="Exception">The contact centre's own, if it is not open as usual.</param>
/// <param name="ReopensAfter">Closed days just before it, for a day that is open after more than a week-end; otherwise 0.</param>
/// <param name="Coverage">Of that day.</param>
/// <param name="Periods">Who is on duty in each layer from midnight to midnight.</param>
public sealed record SpecialDay(
    LocalDate Date,
    IReadOnlyList<Holiday> Named,
    Duration Length,
    ExceptionDay? Exception,
    int ReopensAfter,
    LineCoverage Coverage,
    IReadOnlyList<IReadOnlyList<DutyPeriod>> Periods
);

/// <summary>Next year's holidays, clock changes and days after closing, against a roster.</summary>
public static class SpecialDays
{
    public static IReadOnlyList<SpecialDay> Of(CoveredLine line, CoverageFacts facts, LocalDate first, LocalDate last)
    {
        var days = new List<SpecialDay>();
        for (var date = first; date <= last; date = date.PlusDays(1))
            if (IsSpecial(date, facts.Hours))
                days.Add(Day(date, line, facts));

        return days;
    }

    private static bool IsSpecial(LocalDate date, OpeningHours hours) =>
        Named(date).Any() || Length(date) != Duration.FromDays(1) || hours.ExceptionOn(date) is not null || ReopensAfter(date, hours) > 0;

    private static SpecialDay Day(LocalDate date, CoveredLine line, CoverageFacts facts)
    {
        var day = new Interval(OsloTime.StartOf(date), OsloTime.StartOf(date.PlusDays(1)));
        return new(
            date,
            [.. Named(date)],
            Length(date),
            facts.Hours.ExceptionOn(date),
            ReopensAfter(date, facts.Hours),
            CoverageRules.Of([line], facts, day).Lines[0],
            Timetable.Of(line.Rosters, day)
        );
    }

    private static IEnumerable<Holiday> Named(LocalDate date) => NorwegianHolidays.Of(date.Year).Where(day => day.Date == date);

    private static Duration Length(LocalDate date) => OsloTime.StartOf(date.PlusDays(1)) - OsloTime.StartOf(date);

    private static int ReopensAfter(LocalDate date, OpeningHours hours)
    {
        if (hours.On(date) is null)
            return 0;

        var closed = 0;
        // A contact centre that opens once a year still opens.
        while (closed < 366 && hours.On(date.PlusDays(-closed - 1)) is null)
            closed++;
        return closed > 2 || (closed > 0 && date.DayOfWeek != IsoDayOfWeek.Monday) ? closed : 0;
    }
}
