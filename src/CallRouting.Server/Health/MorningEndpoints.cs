using System.Text.Json;
using CallRouting.Core.Health;
using CallRouting.Server.Database;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CallRouting.Server.Health;

/// <summary>What the morning check found, and a check now.</summary>
public static class MorningEndpoints
{
    private const string Path = "/checks/morning";

    public static void MapMorningCheck(this RouteGroupBuilder api)
    {
        api.MapGet(Path, Latest);
        api.MapPost(Path, Begin);
    }

    private static async Task<Results<Ok<MorningCheckAnswer>, ProblemHttpResult>> Latest(
        MorningCheckStore checks,
        Reads reads,
        CancellationToken cancel
    ) =>
        await reads.Ask(checks.Latest, cancel) is { } check
            ? TypedResults.Ok(MorningCheckAnswer.Of(check))
            : Problems.NotFound("check", "morning check yet", "It is made at 08:30 on days on which the lines open, or by a POST here.");

    private static async Task<Results<Accepted<MorningCheckAnswer>, ProblemHttpResult>> Begin(
        MorningCheck check,
        CancellationToken cancel
    ) =>
        await check.Begin(cancel) is { } begun
            ? TypedResults.Accepted("/api" + Path, MorningCheckAnswer.Of(begun))
            : Problems.Conflict("A check is under way. GET here tells its report within a minute.");
}

/// <param name="ConcludedAt">Null: it is under way, and nothing is known yet.</param>
/// <param name="Hinders">Something keeps callers from getting through as they should.</param>
/// <param name="Opens">The opening that the lines were looked at for.</param>
public sealed record MorningCheckAnswer(
    string Id,
    DateTimeOffset StartedAt,
    DateTimeOffset? ConcludedAt,
    bool Hinders,
    DateTimeOffset? Opens,
    IReadOnlyList<Finding> Findings,
    long OpenCallbacks,
    long OverdueCallbacks,
    string? TestCall
)
{
    public static MorningCheckAnswer Of(MorningCheckRow row)
    {
        var report = row.Report is null ? null : JsonSerializer.Deserialize<MorningReport>(row.Report, JsonSerializerOptions.Web);
        return new(
            row.Id,
            row.StartedAt.ToDateTimeOffset(),
            row.ConcludedAt?.ToDateTimeOffset(),
            row.Hinders,
            report?.Opens,
            report?.Findings ?? [],
            report?.OpenCallbacks ?? 0,
            report?.OverdueCallbacks ?? 0,
            row.CallId
        );
    }
}
