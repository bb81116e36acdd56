using CallRouting.Core.Offices;
using NodaTime;

namespace CallRouting.Core.Rosters;

/// <summary>
/// One officer's time in a layer, as a spreadsheet or a calendar has it: wall times in Norway, to the minute. Who is on duty, without why.
/// </summary>
/// <param name="To">Later than From.</param>
public sealed record DutySpan(DutyRole Role, string OfficerId, LocalDateTime From, LocalDateTime To);

/// <summary>Rosters as plain rows, and plain rows as rules: the way out to other programs, and back in.</summary>
public static class DutySpans
{
    /// <summary>
    /// In order of time, then of layers, then in the order in which people are rung. Time as a fallback is left out: it belongs to the
    /// layer. What lies within the hour that comes twice cannot be said in wall times, and is as long as the clock on the wall says.
    /// </summary>
    public static IReadOnlyList<DutySpan> Of(PublishedRosters rosters, Interval interval) =>
        [
            .. Timetable
                .Of(rosters, interval)
                .SelectMany(layer => Joined(layer).SelectMany(Spans))
                .OrderBy(span => span.From)
                .ThenBy(span => span.Role),
        ];

    /// <summary>
    /// Rules that come to these rows, day by day: on the same days the same people, in the order of the rows. The same hours on days
    /// that follow each other are one rule.
    /// </summary>
    public static IReadOnlyList<RosterRule> Rules(DutyLineId line, IEnumerable<DutySpan> spans)
    {
        var rules = new List<Shift>();
        var ids = new HashSet<string>();
        foreach (var layer in spans.SelectMany(Days).GroupBy(day => day.Role).OrderBy(layer => layer.Key))
        foreach (var run in Runs([.. layer]))
            rules.Add(Rule(line, run, ids));

        return rules;
    }

    // Reasons do not count here: who is on duty for two reasons one after the other is on duty for the whole time.
    private static List<(Instant From, Instant To, DutyRole Role, string[] Officers)> Joined(IReadOnlyList<DutyPeriod> layer)
    {
        var joined = new List<(Instant From, Instant To, DutyRole Role, string[] Officers)>();
        foreach (var period in layer)
        {
            string[] officers =
            [
                .. period.Staffing.OnDuty.Where(posting => posting.Why is not ByFallback).Select(posting => posting.OfficerId),
            ];
            if (joined is [.., var last] && last.Officers.SequenceEqual(officers))
                joined[^1] = last with { To = period.To };
            else
                joined.Add((period.From, period.To, period.Staffing.Role, officers));
        }
        return joined;
    }

    private static IEnumerable<DutySpan> Spans((Instant From, Instant To, DutyRole Role, string[] Officers) period)
    {
        var (from, to) = (Wall(period.From), Wall(period.To));
        return from < to ? period.Officers.Select(officer => new DutySpan(period.Role, officer, from, to)) : [];
    }

    private static LocalDateTime Wall(Instant moment)
    {
        var wall = moment.InOslo().LocalDateTime;
        return wall.Date + new LocalTime(wall.Hour, wall.Minute);
    }

    /// <summary>A rule's duty lasts a day at most.</summary>
    public static IEnumerable<DutySpan> Days(DutySpan span)
    {
        for (var from = span.From; from < span.To; from = from.PlusDays(1))
            yield return span with
            {
                From = from,
                To = LocalDateTime.Min(from.PlusDays(1), span.To),
            };
    }

    // Who shares the layer with somebody keeps the place in the order of the rows; the others may be drawn together.
    private static List<(DutySpan First, LocalDate Last)> Runs(List<DutySpan> days)
    {
        var alone = Alone(days);
        var open = new Dictionary<(string Officer, LocalTime From, LocalTime To), int>();
        var runs = new List<(DutySpan First, LocalDate Last)>();
        foreach (var (place, day) in days.Index())
        {
            var hours = (day.OfficerId, day.From.TimeOfDay, day.To.TimeOfDay);
            if (alone[place] && open.TryGetValue(hours, out var run) && runs[run].Last.PlusDays(1) == day.From.Date)
            {
                runs[run] = runs[run] with { Last = day.From.Date };
                continue;
            }
            if (alone[place])
                open[hours] = runs.Count;
            runs.Add((day, day.From.Date));
        }
        return runs;
    }

    private static bool[] Alone(List<DutySpan> days)
    {
        var alone = Enumerable.Repeat(true, days.Count).ToArray();
        var latest = -1;
        foreach (var place in Enumerable.Range(0, days.Count).OrderBy(place => days[place].From))
        {
            if (latest >= 0 && days[place].From < days[latest].To)
                alone[place] = alone[latest] = false;
            if (latest < 0 || days[place].To > days[latest].To)
                latest = place;
        }
        return alone;
    }

    private static Shift Rule(DutyLineId line, (DutySpan First, LocalDate Last) run, HashSet<string> ids)
    {
        var (first, date) = (run.First, run.First.From.Date);
        var shift = new Shift(
            line,
            first.OfficerId,
            first.Role,
            Enumerable.Range(0, Math.Min(7, Period.DaysBetween(date, run.Last) + 1)).Aggregate(Weekdays.None, Including),
            first.From.TimeOfDay,
            first.To.TimeOfDay,
            date,
            run.Last,
            OnHolidays: true
        );
        return shift with { Id = Id(first, ids) };

        Weekdays Including(Weekdays days, int day) => days | WeekdaysExtensions.Of(date.PlusDays(day).DayOfWeek);
    }

    /// <summary>By where it begins, so that a file read twice gives the same rules the same ids.</summary>
    private static RuleId Id(DutySpan first, HashSet<string> ids)
    {
        var id = $"{first.From:uuuu-MM-dd HH:mm} {first.Role}";
        for (var (again, name) = (2, id); !ids.Add(id); again++)
            id = $"{name} {again}";
        return new(id);
    }
}
