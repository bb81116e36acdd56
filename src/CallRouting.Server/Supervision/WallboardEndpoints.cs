using CallRouting.Core.Supervision;
using CallRouting.Server.Database;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Extensions;

namespace CallRouting.Server.Supervision;

/// <summary>What goes on now and today, for the contact centre and for supervisors.</summary>
public static class WallboardEndpoints
{
    public static void MapWallboard(this RouteGroupBuilder api) => api.MapGet("/wallboard", Now);

    /// <param name="county">One county's, by its name in the registers; left out: the country's.</param>
    private static async Task<Results<Ok<WallboardAnswer>, ProblemHttpResult>> Now(
        string? county,
        Wallboard wallboard,
        WallboardStore store,
        IOptions<SupervisionOptions> options,
        Reads reads,
        TimeProvider clock,
        CancellationToken cancel
    )
    {
        var now = clock.GetUtcNow().ToInstant();
        var counties = wallboard.Counties(now);
        if (county is not null && !counties.Contains(county))
        {
            return Problems.BadInput("county", $"\"{county}\" is no county.", $"It may be {string.Join(", ", counties)}.");
        }
        var (count, alarms) = await reads.Ask(async unit => (await wallboard.Count(now, unit), await store.Alarms(unit)), cancel);
        return TypedResults.Ok(WallboardAnswer.Of(count, county ?? "", counties, alarms, options.Value));
    }
}

/// <param name="At">The moment that was counted.</param>
/// <param name="County">Null: the country.</param>
/// <param name="LongestWaitSeconds">Of who waits now; 0 where nobody does.</param>
/// <param name="RingingLadders">Callers for whom somebody at an office is rung now, or waited for.</param>
/// <param name="Offered">Today's callers who were offered to an office.</param>
/// <param name="AnsweredShare">Accepted of offered, from 0 to 1; null where nothing was offered.</param>
/// <param name="Target">What the share should be.</param>
/// <param name="GapsToday">Lines that nobody keeps for a part of today; null: not looked at yet.</param>
/// <param name="Alarms">Raised, and not over; the country's and every county's.</param>
/// <param name="Counties">What may be asked for.</param>
public sealed record WallboardAnswer(
    DateTimeOffset At,
    string? County,
    int Waiting,
    int LongestWaitSeconds,
    int RingingLadders,
    int Offered,
    int Accepted,
    double? AnsweredShare,
    double Target,
    int? GapsToday,
    DateTimeOffset? GapsLookedAt,
    int OverdueCallbacks,
    IReadOnlyList<AlarmAnswer> Alarms,
    IReadOnlyList<string> Counties
)
{
    internal static WallboardAnswer Of(
        WallboardCount count,
        string county,
        IReadOnlyList<string> counties,
        IReadOnlyList<AlarmRow> alarms,
        SupervisionOptions options
    )
    {
        var figures = count.Of(county);
        return new(
            count.At.ToDateTimeOffset(),
            county.Length == 0 ? null : county,
            figures.Waiting,
            (int)figures.LongestWait.TotalSeconds,
            figures.Ringing,
            figures.Offered,
            figures.Accepted,
            figures.Offered == 0 ? null : (double)figures.Accepted / figures.Offered,
            options.AnsweredTarget / 100,
            figures.Gaps,
            count.GapsLookedAt?.ToDateTimeOffset(),
            figures.Overdue,
            [.. alarms.Select(alarm => AlarmAnswer.Of(alarm, options)).OfType<AlarmAnswer>()],
            counties
        );
    }
}

/// <param name="Figure">Waiting, LongestWait, RingingLadders, AnsweredShare, GapsToday or OverdueCallbacks.</param>
/// <param name="County">Null: the country's.</param>
/// <param name="Value">As it was raised: callers, minutes, ladders, per cent, lines or call-backs.</param>
public sealed record AlarmAnswer(string Figure, string? County, DateTimeOffset RaisedAt, int Value)
{
    /// <summary>Null where the configuration has that alarm no more.</summary>
    internal static AlarmAnswer? Of(AlarmRow row, SupervisionOptions options) =>
        options.Alarms.Thresholds.FirstOrDefault(one => one.Name == row.Name) is { } known
            ? new(known.Figure, known.County.Length == 0 ? null : known.County, row.RaisedAt.ToDateTimeOffset(), row.Figure)
            : null;
}
