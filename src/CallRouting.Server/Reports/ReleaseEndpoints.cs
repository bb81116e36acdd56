using CallRouting.Core.Reports;
using CallRouting.Server.Database;
using CallRouting.Server.Sheets;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CallRouting.Server.Reports;

/// <summary>
/// What everybody may see, without signing in: published months and years, with what suppression leaves of them. No rows, no names of people,
/// nothing that is not published.
/// </summary>
public static class ReleaseEndpoints
{
    public static void MapReleases(this RouteGroupBuilder api)
    {
        api.MapGet("/public/figures", Show);
        api.MapGet("/public/figures.csv", Csv);
        api.MapGet("/public/definitions", DefinitionEndpoints.List);
    }

    /// <param name="period">A month or a year, such as 2026-10; left out: the latest.</param>
    private static async Task<Results<Ok<PublicAnswer>, ProblemHttpResult>> Show(
        string? period,
        ReleaseStore releases,
        Reads reads,
        CancellationToken cancel
    )
    {
        var periods = await reads.Ask(releases.Periods, cancel);
        if (period is null && periods.Count == 0)
        {
            return TypedResults.Ok(new PublicAnswer(periods, null));
        }
        return await Find(period ?? Latest(periods), releases, reads, cancel) is { } row
            ? TypedResults.Ok(new PublicAnswer(periods, ReleaseAnswer.Of(row)))
            : Missing(period, periods);
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Csv(
        string? period,
        ReleaseStore releases,
        Reads reads,
        CancellationToken cancel
    )
    {
        var periods = await reads.Ask(releases.Periods, cancel);
        return await Find(period ?? (periods.Count > 0 ? Latest(periods) : null), releases, reads, cancel) is { } row
            ? TypedResults.File(
                CsvText.Write(ReportSheets.Public(ReportJson.Read<Release>(row.Content))),
                CsvText.ContentType,
                $"callrouting-{row.Period}.csv"
            )
            : Missing(period, periods);
    }

    private static async Task<ReleaseRow?> Find(string? period, ReleaseStore releases, Reads reads, CancellationToken cancel) =>
        ReportPeriod.Read(period ?? "") is { } asked ? await reads.Ask(unit => releases.Latest(asked, unit), cancel) : null;

    // 2026-11 before 2026: the months of a year come before it.
    private static string Latest(IReadOnlyList<string> periods) =>
        periods.FirstOrDefault(one => one.Contains('-', StringComparison.Ordinal), periods[0]);

    private static ProblemHttpResult Missing(string? period, IReadOnlyList<string> periods) =>
        Problems.NotFound(
            "period",
            $"published \"{period}\"",
            periods.Count == 0 ? "Nothing is published yet." : $"There is {string.Join(", ", periods)}."
        );
}

/// <param name="Periods">What is published.</param>
/// <param name="Release">Null where nothing is yet.</param>
public sealed record PublicAnswer(IReadOnlyList<string> Periods, ReleaseAnswer? Release);

/// <param name="Version">More than 1 where it has been corrected.</param>
/// <param name="Smallest">The least count above zero that is shown for its own sake.</param>
public sealed record ReleaseAnswer(
    string Period,
    int Version,
    DateTimeOffset PublishedAt,
    string Hash,
    bool Example,
    int Smallest,
    IReadOnlyList<ReleasedPlace> Places
)
{
    public static ReleaseAnswer Of(ReleaseRow row)
    {
        var release = ReportJson.Read<Release>(row.Content);
        return new(row.Period, row.Version, row.MadeAt.ToDateTimeOffset(), row.Hash, release.Example, Suppression.Smallest, release.Places);
    }
}
