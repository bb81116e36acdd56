namespace CallRouting.Core.Reports;

/// <summary>What a report says, whole: as it is stored, hashed, shown and exported.</summary>
public sealed record ReportContent
{
    public required string Subject { get; init; }

    public required string Name { get; init; }

    /// <summary>As <see cref="ReportPeriod"/> writes it.</summary>
    public required string Period { get; init; }

    /// <summary>Counted when; what is settled afterwards is another report's.</summary>
    public required DateTimeOffset CountedAt { get; init; }

    public required IReadOnlyList<ReportFigure> Figures { get; init; }

    /// <summary>By urgency, language, target group, hour and way.</summary>
    public IReadOnlyList<ReportPart> Slices { get; init; } = [];

    /// <summary>This and the twelve periods of the same length before it, the oldest first.</summary>
    public IReadOnlyList<ReportPart> Trend { get; init; } = [];

    /// <summary>The counties of the country, the municipalities of a county, the offices of a municipality.</summary>
    public IReadOnlyList<ReportPart> Parts { get; init; } = [];

    /// <summary>Beside like municipalities, of what is public; null for what is no municipality, and before anything is public.</summary>
    public Comparison? Comparison { get; init; }

    public IReadOnlyList<PrintedRuling> Rulings { get; init; } = [];

    /// <summary>Of a correction: what is otherwise than in the version before it.</summary>
    public IReadOnlyList<ReportChange> Changes { get; init; } = [];

    /// <summary>Of a correction: why.</summary>
    public string? Why { get; init; }
}

/// <param name="Code">A slice (urgent:yes), a period (2026-10) or a subject (municipality:3103).</param>
public sealed record ReportPart(string Code, string Name, IReadOnlyList<ReportFigure> Figures);

/// <summary>An objection and its ruling, as they are printed. Nobody is named: the office is, and the supervisor's role.</summary>
public sealed record PrintedRuling(
    string Row,
    DateOnly Day,
    string Unit,
    string CountedBefore,
    ObjectionReason Reason,
    string Text,
    CountedAs CountedAs,
    string Why,
    DateOnly RuledOn
);

public sealed record ReportChange(string Key, double? Before, double? Now)
{
    public static IReadOnlyList<ReportChange> Between(IReadOnlyList<ReportFigure> before, IReadOnlyList<ReportFigure> now)
    {
        var was = before.ToDictionary(figure => figure.Key, figure => figure.Value);
        return
        [
            .. now.Where(figure => was.GetValueOrDefault(figure.Key) != figure.Value)
                .Select(figure => new ReportChange(figure.Key, was.GetValueOrDefault(figure.Key), figure.Value)),
        ];
    }
}
