using CallRouting.Core.Reports;
using CallRouting.Server.Database;
using NodaTime;

namespace CallRouting.Server.Reports;

/// <summary>What everybody may see. As with reports, nothing changes or deletes a release: a correction is a new version.</summary>
public sealed class ReleaseStore
{
    private const string Columns = "select period, version, content, hidden_counts, hash, made_at from releases ";

    private const string Insert = """
        insert into releases (period, version, content, hidden_counts, hash, made_at)
        values (@Period, @Version, @Content, @HiddenCounts, @Hash, @MadeAt)
        """;

    public Task Add(ReleaseRow release, UnitOfWork unit) => unit.Execute(Insert, release);

    /// <summary>The version that holds, or null.</summary>
    public async Task<ReleaseRow?> Latest(ReportPeriod period, UnitOfWork unit) =>
        (await unit.First<ReleaseRow>(Columns + "where period = @period order by version desc", 1, new { period = $"{period}" }))
            is [var row]
            ? row
            : null;

    public Task<IReadOnlyList<string>> Periods(UnitOfWork unit) =>
        unit.Query<string>("select distinct period from releases order by period desc");
}

public sealed class ReleaseRow
{
    public string Period { get; set; } = "";

    public int Version { get; set; }

    public string Content { get; set; } = "";

    public string HiddenCounts { get; set; } = "";

    public string Hash { get; set; } = "";

    public Instant MadeAt { get; set; }
}
