using CallRouting.Core.Reports;
using CallRouting.Server.Database;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Extensions;

namespace CallRouting.Server.Reports;

/// <summary>
/// Publishes for everybody what suppression leaves of a month; and once its twelve months are out, of a year. Nothing else is public, so that
/// what is hidden is decided in one place with all in sight that was published before.
/// </summary>
public sealed class ReleaseRunner(
    ReleaseStore releases,
    PeriodReader reader,
    Reads reads,
    Writes writes,
    IOptions<ModeOptions> mode,
    ILogger<ReleaseRunner> log,
    TimeProvider clock
)
{
    private Instant Now => clock.GetUtcNow().ToInstant();

    /// <summary>Only months are released; of anything else, nothing. A month that is out is released anew, as its next version.</summary>
    public async Task Release(ReportPeriod month, CountedSpots counted, ReportSubjects subjects, CancellationToken cancel)
    {
        if (month.Kind != PeriodKind.Month)
        {
            return;
        }
        var table = Table(counted, subjects);
        var before = await reads.Ask(unit => Known(month, unit), cancel);
        var usual = new HashSet<int>();
        foreach (var other in Months(month.First.Year).Where(other => other != month))
        {
            if (await reads.Ask(unit => Known(other, unit), cancel) is { } known)
            {
                usual.UnionWith(known.Hidden(table));
            }
        }
        // A correction shows nothing that was hidden: the earlier version can be laid beside it.
        var hidden = Suppression.Hide(table, hiddenBefore: before?.Hidden(table), usual: usual);
        await Keep(month, table, hidden, counted, subjects, before, cancel);
        if (before is null)
        {
            await ReleaseYear(month.First.Year, subjects, cancel);
        }
    }

    private async Task ReleaseYear(int year, ReportSubjects subjects, CancellationToken cancel)
    {
        var period = ReportPeriod.Around(new(year, 1, 1), PeriodKind.Year);
        var months = new List<(CountTable Table, IReadOnlySet<int> Hidden)>();
        foreach (var month in Months(year))
        {
            if (await reads.Ask(unit => Known(month, unit), cancel) is not { } known)
            {
                return;
            }
            var table = known.Table(subjects.Hierarchy());
            months.Add((table, known.Hidden(table)));
        }
        if (await reads.Ask(unit => releases.Latest(period, unit), cancel) is null)
        {
            await ReleaseYear(period, months, subjects, cancel);
        }
    }

    private async Task ReleaseYear(
        ReportPeriod year,
        List<(CountTable Table, IReadOnlySet<int> Hidden)> months,
        ReportSubjects subjects,
        CancellationToken cancel
    )
    {
        var table = PublicTable.Year([.. months.Select(month => month.Table)]);
        var size = months[0].Table.Cells;
        var hidden = months.Index().SelectMany(month => month.Item.Hidden.Select(cell => (month.Index + 1) * size + cell)).ToHashSet();
        var shown = Enumerable.Range(size, table.Cells - size).Except(hidden).ToHashSet();
        try
        {
            var all = Suppression.Hide(table, shown, hidden);
            var counted = await reader.Whole(Scope.Country, year, subjects, cancel);
            var sum = PublicTable.Sum([.. months.Select(month => month.Table)]);
            await Keep(year, sum, all.Where(cell => cell < size).ToHashSet(), counted, subjects, before: null, cancel);
        }
        catch (InvalidOperationException impossible)
        {
            // Its months have corrections that leave no room: the year is then not published at all.
            log.LogWarning("The figures of {Year} are not made public: {Why}", year, impossible.Message);
        }
    }

    private async Task Keep(
        ReportPeriod period,
        CountTable table,
        IReadOnlySet<int> hidden,
        CountedSpots counted,
        ReportSubjects subjects,
        KnownRelease? before,
        CancellationToken cancel
    )
    {
        var release = Core.Reports.Release.Of($"{period}", table, hidden, code => Name(code, subjects), FiguresOf(counted, subjects)) with
        {
            Example = mode.Value.IsDemo,
        };
        var content = ReportJson.Write(release);
        var row = new ReleaseRow
        {
            Period = $"{period}",
            Version = (before?.Row.Version ?? 0) + 1,
            Content = content,
            HiddenCounts = ReportJson.Write(KnownRelease.Secret(table, hidden)),
            Hash = ReportJson.Hash(content, before?.Row.Hash ?? ""),
            MadeAt = Now,
        };
        await writes.Commit(unit => releases.Add(row, unit), cancel);
    }

    private static CountTable Table(CountedSpots counted, ReportSubjects subjects)
    {
        var places = subjects.Hierarchy();
        return PublicTable.Of(places, counted.By(spot => subjects.PublicPlaceOf(spot, places)));
    }

    private static Dictionary<string, Figures> FiguresOf(CountedSpots counted, ReportSubjects subjects) =>
        subjects.All().ToDictionary(scope => scope.Kind == ScopeKind.Country ? PublicTable.Country : scope.Key, counted.Of);

    private static string Name(string code, ReportSubjects subjects) =>
        code switch
        {
            PublicTable.Country => subjects.NameOf(Scope.Country)!,
            _ when code.StartsWith(PublicTable.Unknown, StringComparison.Ordinal) => PublicTable.Unknown,
            { Length: 4 } when char.IsAsciiDigit(code[0]) => subjects.NameOf(Scope.Municipality(code)) ?? code,
            _ => code,
        };

    private static IEnumerable<ReportPeriod> Months(int year) =>
        Enumerable.Range(1, 12).Select(month => ReportPeriod.Around(new(year, month, 1), PeriodKind.Month));

    private async Task<KnownRelease?> Known(ReportPeriod period, UnitOfWork unit) =>
        await releases.Latest(period, unit) is { } row ? new(row) : null;
}
