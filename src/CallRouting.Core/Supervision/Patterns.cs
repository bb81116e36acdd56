using CallRouting.Core.Offices;
using NodaTime;

namespace CallRouting.Core.Supervision;

/// <summary>A transfer that nobody accepted, for the office's sake.</summary>
public sealed record UnansweredOne(string Transfer, Instant At);

/// <summary>So many on one line within an hour.</summary>
/// <param name="Completed">The transfer that made it so many.</param>
/// <param name="Count">Within the hour that <paramref name="From"/> began, as far as it has come.</param>
public sealed record ManyUnansweredPattern(string Completed, Instant From, Instant To, int Count);

/// <summary>An office's answered share in one week.</summary>
/// <param name="Monday">Its first day; weeks are Norway's, Monday to Sunday.</param>
public sealed record WeekShare(LocalDate Monday, int Offered, int Accepted)
{
    public double Share => Offered == 0 ? 1 : (double)Accepted / Offered;
}

/// <summary>What is no accident any more. Pure: who looks twice, and later, finds the same.</summary>
public static class Patterns
{
    private static readonly Duration Hour = Duration.FromHours(1);

    /// <summary>
    /// Hours with so many unanswered, day by day. An hour begins with an unanswered transfer and is told once; the next begins after it.
    /// </summary>
    /// <param name="unanswered">Of one line, in order of time, from the beginning of a day in Norway.</param>
    public static IReadOnlyList<ManyUnansweredPattern> ManyWithinAnHour(IEnumerable<UnansweredOne> unanswered, int many) =>
        [.. unanswered.GroupBy(one => one.At.OsloDate()).SelectMany(day => OfDay([.. day], many))];

    /// <summary>
    /// How many weeks running an office was under the target, up to and including the last of <paramref name="weeks"/>. A week with too
    /// few offered says nothing, and ends it.
    /// </summary>
    /// <param name="weeks">One after the other, the latest last.</param>
    public static int WeeksUnder(IReadOnlyList<WeekShare> weeks, double target, int leastOffered) =>
        weeks.Reverse().TakeWhile(week => week.Offered >= leastOffered && week.Share < target).Count();

    /// <summary>Told after every second week, so that each week under the target is told once.</summary>
    public static bool IsTold(int weeksUnder) => weeksUnder >= 2 && weeksUnder % 2 == 0;

    private static IEnumerable<ManyUnansweredPattern> OfDay(IReadOnlyList<UnansweredOne> day, int many)
    {
        for (var first = 0; first < day.Count; )
        {
            var within = day.Skip(first).TakeWhile(one => one.At - day[first].At <= Hour).ToList();
            if (within.Count >= many)
                yield return new(within[many - 1].Transfer, within[0].At, within[^1].At, within.Count);

            first += within.Count >= many ? within.Count : 1;
        }
    }
}
