using CallRouting.Core.Reports;
using CallRouting.Core.Rosters;
using CallRouting.Server.Database;
using NodaTime;

namespace CallRouting.Server.Reports;

/// <summary>How long lines were kept on days that are over.</summary>
public sealed class DailyCoverageStore
{
    private const string Insert = """
        insert into daily_coverage (day, line_id, unit_number, obliged_seconds, covered_seconds)
        values (@day, @line, @office, @obliged, @covered)
        """;

    private const string Columns = "select unit_number, line_id, obliged_seconds, covered_seconds from daily_coverage ";

    private const string WithinDays = " day between @first and @last";

    /// <summary>The last day that was measured, or null.</summary>
    public async Task<LocalDate?> Last(UnitOfWork unit) =>
        (await unit.First<LocalDate>("select day from daily_coverage order by day desc", 1)) is [var day] ? day : null;

    public async Task Add(LocalDate day, Coverage coverage, UnitOfWork unit)
    {
        foreach (var line in coverage.Lines)
        {
            await unit.Execute(
                Insert,
                new
                {
                    day,
                    line = line.Line.Value,
                    office = line.Unit.Value,
                    obliged = (long)line.Totals.Obligation.TotalSeconds,
                    covered = (long)line.Totals.Covered.TotalSeconds,
                }
            );
        }
    }

    /// <summary>By office and line; no caller's municipality is in it.</summary>
    public async Task<IReadOnlyList<SpotFigures>> Of(DateInterval days, string? office, UnitOfWork unit)
    {
        var values = new
        {
            first = days.Start,
            last = days.End,
            office,
        };
        var rows = office is null
            ? await unit.Query<Row>(Columns + "where" + WithinDays, values)
            : await unit.Query<Row>(Columns + "where unit_number = @office and" + WithinDays, values);
        return
        [
            .. rows.Select(row => new SpotFigures(
                new(row.UnitNumber, row.LineId, ""),
                new() { Coverage = new(row.ObligedSeconds, row.CoveredSeconds) }
            )),
        ];
    }

    private sealed class Row
    {
        public string UnitNumber { get; set; } = "";

        public string LineId { get; set; } = "";

        public long ObligedSeconds { get; set; }

        public long CoveredSeconds { get; set; }
    }
}
