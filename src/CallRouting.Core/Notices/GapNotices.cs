using CallRouting.Core.Offices;
using CallRouting.Core.Rosters;
using NodaTime;

namespace CallRouting.Core.Notices;

/// <summary>A notice of uncovered hours that somebody got.</summary>
/// <param name="Hours">From the first hour told to the last.</param>
public sealed record ToldGap(Instant MadeAt, Interval Hours);

/// <summary>Whether uncovered hours are news, and whether a month has no roster. Pure.</summary>
public static class GapNotices
{
    private static readonly Duration Week = Duration.FromDays(7);

    /// <summary>
    /// Uncovered hours are told when they come in sight, two weeks ahead; told again after a week; and at once when they come up within the
    /// week without having been told.
    /// </summary>
    /// <param name="told">What was told of the line before.</param>
    public static bool AreNews(IReadOnlyList<Finding> gaps, IReadOnlyList<ToldGap> told, Instant now)
    {
        if (gaps.Count == 0)
            return false;

        var lately = told.Where(each => now - each.MadeAt < Week).ToList();
        return lately.Count == 0 || gaps.Any(gap => gap.From < now + Week && !lately.Any(each => Tells(each, gap)));
    }

    private static bool Tells(ToldGap told, Finding gap) => told.Hours.Start <= gap.From && gap.From < told.Hours.End;

    /// <summary>From this long before its first day a month without a roster is told of.</summary>
    public static readonly Period Ahead = Period.FromDays(14);

    /// <summary>The next month, when it is near enough to be told of.</summary>
    public static YearMonth? MonthToLookAt(LocalDate today)
    {
        var next = today.ToYearMonth().PlusMonths(1);
        return today >= next.OnDayOfMonth(1).Minus(Ahead) ? next : null;
    }

    /// <summary>Nobody has made any roster for a month: no shift, no turn, nobody who stands in for them, at any moment of it.</summary>
    public static bool IsMissing(PublishedRosters rosters, YearMonth month)
    {
        var first = month.OnDayOfMonth(1);
        var whole = new Interval(OsloTime.StartOf(first), OsloTime.StartOf(first.PlusMonths(1)));
        return rosters.Over(whole).All(part => IsEmpty(part.Roster, part.During));
    }

    private static bool IsEmpty(Roster roster, Interval during) =>
        roster.Layers.All(layer => layer.Fallback.Count == 0)
        && (roster.Rules.Count == 0 || Timetable.Of(roster, during).All(period => period.Staffing is { OnDuty.Count: 0, Absent.Count: 0 }));
}
