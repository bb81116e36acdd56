using NodaTime;

namespace CallRouting.Core.Offices;

/// <summary>From and including one wall time to another on the same day, in Europe/Oslo.</summary>
public readonly record struct OpenPeriod(LocalTime From, LocalTime To);

/// <summary>A date that differs from its weekday, and from being a public holiday.</summary>
/// <param name="Open">When it is open that day; null: closed all day.</param>
/// <param name="Reason">Why, in words that callers and supervisors may see.</param>
public sealed record ExceptionDay(LocalDate Date, OpenPeriod? Open, string Reason);

/// <summary>When the contact centre is staffed: local times in Europe/Oslo, no Saturdays, Sundays or public holidays.</summary>
/// <remarks>An exception decides its date alone; otherwise a public holiday is closed; otherwise the weekday decides.</remarks>
public sealed class OpeningHours
{
    private readonly Dictionary<IsoDayOfWeek, OpenPeriod> week;
    private readonly Dictionary<LocalDate, ExceptionDay> exceptions;

    /// <exception cref="ArgumentException">A period ends before it begins, no weekday is open, or a date is given twice.</exception>
    public OpeningHours(IReadOnlyDictionary<IsoDayOfWeek, OpenPeriod> week, IEnumerable<ExceptionDay> exceptions)
    {
        this.week = new(week);
        this.exceptions = exceptions.ToDictionary(exception => exception.Date);

        if (week.Count == 0)
            throw new ArgumentException("Opening hours need at least one open weekday.", nameof(week));
        foreach (var (day, period) in week)
            Check(period, day.ToString());
        foreach (var exception in this.exceptions.Values)
            Check(exception.Open, $"{exception.Date:uuuu-MM-dd}");
    }

    /// <summary>Monday to Friday 09:00–15:00, every working day of the year.</summary>
    public static OpeningHours Default { get; } = Weekdays(new(new LocalTime(9, 0), new LocalTime(15, 0)), []);

    /// <summary>The same period on Mondays to Fridays.</summary>
    public static OpeningHours Weekdays(OpenPeriod period, IEnumerable<ExceptionDay> exceptions) =>
        new(Enumerable.Range(1, 5).ToDictionary(day => (IsoDayOfWeek)day, _ => period), exceptions);

    public bool IsOpen(Instant now) => ClosesAt(now) is not null;

    /// <summary>The next opening strictly after <paramref name="now"/>, also when it is open now.</summary>
    public ZonedDateTime OpensNext(Instant now)
    {
        // Ends: exceptions and holidays are few, and at least one weekday is open.
        for (var date = now.OsloDate(); ; date = date.PlusDays(1))
            if (On(date) is { } period && OsloTime.At(date, period.From) is var opening && opening.ToInstant() > now)
                return opening;
    }

    /// <summary>When today's opening ends, or null when it is closed now.</summary>
    public ZonedDateTime? ClosesAt(Instant now)
    {
        var today = now.OsloDate();
        if (On(today) is not { } period || now < OsloTime.At(today, period.From).ToInstant())
            return null;

        var closing = OsloTime.At(today, period.To);
        return now < closing.ToInstant() ? closing : null;
    }

    /// <summary>When it is open on a date, or null: closed all day.</summary>
    public OpenPeriod? On(LocalDate date)
    {
        if (exceptions.TryGetValue(date, out var exception))
            return exception.Open;
        if (NorwegianHolidays.IsDayOff(date))
            return null;

        return week.TryGetValue(date.DayOfWeek, out var period) ? period : null;
    }

    /// <summary>When it is open within an interval, in order; cut where the interval cuts it.</summary>
    public IReadOnlyList<Interval> Within(Interval interval)
    {
        var open = new List<Interval>();
        var last = interval.End.OsloDate();
        for (var date = interval.Start.OsloDate(); date <= last; date = date.PlusDays(1))
        {
            if (On(date) is not { } period)
                continue;

            var from = Instant.Max(interval.Start, OsloTime.InstantAt(date, period.From));
            var to = Instant.Min(interval.End, OsloTime.InstantAt(date, period.To));
            if (from < to)
                open.Add(new(from, to));
        }
        return open;
    }

    /// <summary>How much of an interval it is open.</summary>
    public Duration OpenTime(Interval interval) => Within(interval).Aggregate(Duration.Zero, (sum, open) => sum + (open.End - open.Start));

    /// <summary>
    /// When it has been open for a time since a moment. Four hours after two o'clock on the Wednesday before Easter is noon on the Tuesday
    /// after it.
    /// </summary>
    public Instant After(Instant from, Duration open)
    {
        var (at, left) = (from, open);
        while (true)
        {
            if (ClosesAt(at) is not { } closes)
            {
                at = OpensNext(at).ToInstant();
                continue;
            }
            var today = closes.ToInstant() - at;
            if (left <= today)
                return at + left;

            (at, left) = (closes.ToInstant(), left - today);
        }
    }

    /// <summary>The exception of a date, with its public reason, or null.</summary>
    public ExceptionDay? ExceptionOn(LocalDate date) => exceptions.GetValueOrDefault(date);

    /// <summary>
    /// Monday to Friday, not a day off by law, and not a day on which the contact centre is closed. A short day counts;
    /// an extra open Saturday does not.
    /// </summary>
    public bool IsWorkingDay(LocalDate date) =>
        date.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday) && !NorwegianHolidays.IsDayOff(date) && On(date) is not null;

    private static void Check(OpenPeriod? period, string day)
    {
        if (period is { } open && open.From >= open.To)
            throw new ArgumentException($"{day}: opens {open.From:HH:mm} and closes {open.To:HH:mm}. It must close later than it opens.");
    }
}
