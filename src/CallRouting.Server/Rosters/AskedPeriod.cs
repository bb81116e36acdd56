using CallRouting.Core.Rosters;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using NodaTime.Extensions;
using NodaTime.Text;

namespace CallRouting.Server.Rosters;

/// <summary>Moments and periods as requests name them: RFC 3339 with an offset.</summary>
internal static class AskedPeriod
{
    private static readonly Duration LongestRoster = Duration.FromDays(PublishRules.MostDays);

    /// <summary>Null for what is no moment.</summary>
    public static Instant? Moment(string? text) =>
        OffsetDateTimePattern.Rfc3339.Parse(text ?? "").TryGetValue(default, out var moment) ? moment.ToInstant() : null;

    /// <summary>From the first moment to, but not including, the last; null when that is no period, or longer than allowed.</summary>
    /// <param name="begin">What counts when no first moment is named.</param>
    /// <param name="end">What counts when no last moment is named, given the first.</param>
    public static Interval? Read(string? from, string? to, Instant begin, Func<Instant, Instant> end, Duration longest) =>
        (from is null ? begin : Moment(from)) is { } first
        && (to is null ? end(first) : Moment(to)) is { } last
        && first < last
        && last - first <= longest
            ? new Interval(first, last)
            : null;

    /// <summary>A time that a roster may be asked for: from now on where no first moment is named, and as long as one is published for.</summary>
    public static Interval? OfARoster(string? from, string? to, Duration usually, TimeProvider clock) =>
        Read(from, to, clock.GetUtcNow().ToInstant(), first => first + usually, LongestRoster);

    public static ProblemHttpResult RosterRefused(string? from, string? to) => Refused(from, to, LongestRoster);

    public static ProblemHttpResult Refused(string? from, string? to, Duration longest) =>
        Problems.BadInput(
            "from, to",
            $"\"{from}\" to \"{to}\" is not a period.",
            $"Give moments with their offset, such as 2026-11-18T00:00:00+01:00, the first before the last, at most {longest.Days} days apart."
        );
}
