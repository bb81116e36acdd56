using CallRouting.Core.Offices;
using CallRouting.Core.Reports;
using NodaTime;

namespace CallRouting.Server.Reports;

/// <summary>Writes what a report says, from figures that have been read. Changes nothing, and asks nobody.</summary>
public static class ReportWriter
{
    /// <summary>What slices, periods and parts stand side by side with.</summary>
    private static readonly string[] Few =
    [
        "offered",
        "accepted",
        "answeredShare",
        "toAcceptMedian",
        "exhausted",
        "abandoned",
        "callbacksDue",
        "withinDeadlineShare",
        "coveredShare",
    ];

    private static readonly string[] OfTransfers = [.. Few.Take(6)];

    /// <param name="release">What is public of this period; null where nothing is.</param>
    public static ReportContent Write(Scope scope, ReportSubjects subjects, PeriodFigures figures, Release? release, Instant now)
    {
        var own = figures.Whole.Of(scope);
        return new()
        {
            Subject = $"{scope}",
            Name = subjects.NameOf(scope) ?? $"{scope}",
            Period = $"{figures.Period}",
            CountedAt = now.ToDateTimeOffset(),
            Figures = ReportFigure.All(own),
            Slices =
            [
                .. figures
                    .Slices.Select(slice => (slice.Slice, Sum: slice.Counted.Of(scope)))
                    .Where(slice => slice.Sum != Figures.None)
                    .Select(slice => new ReportPart($"{slice.Slice}", slice.Slice.Value, Chosen(OfTransfers, slice.Sum))),
            ],
            Trend = [.. figures.Trend.Select(one => new ReportPart($"{one.Period}", $"{one.Period}", Chosen(Few, one.Counted.Of(scope))))],
            Parts = [.. subjects.PartsOf(scope).Select(Part)],
            Comparison = scope.Kind == ScopeKind.Municipality && release is not null ? Compared(scope, subjects, own, release) : null,
            Rulings = [.. figures.Whole.RulingsOf(scope).Select(Printed)],
        };

        ReportPart Part(Scope part) => new($"{part}", subjects.NameOf(part) ?? $"{part}", Chosen(Few, figures.Whole.Of(part)));
    }

    private static Comparison? Compared(Scope scope, ReportSubjects subjects, Figures own, Release release)
    {
        var all = subjects.Municipalities();
        var share = own.Transfers.AnsweredShare;
        return all.FirstOrDefault(one => one.Code == scope.Key) is { } municipality
            ? Comparison.Of(
                municipality,
                ShareInterval.Of(share.Part, share.Whole),
                [.. all.Select(one => new PublishedShare(one, release.Place(one.Code)?.Answered))]
            )
            : null;
    }

    private static PrintedRuling Printed(RuledRow ruling) =>
        new(
            ruling.Row.Transfer,
            ruling.Row.Day.ToDateOnly(),
            ruling.Row.Unit,
            ruling.Objection.Ending,
            Enum.Parse<ObjectionReason>(ruling.Objection.Reason),
            ruling.Objection.Words,
            ruling.As,
            ruling.Objection.Why ?? "",
            ruling.Objection.RuledAt!.Value.OsloDate().ToDateOnly()
        );

    private static IReadOnlyList<ReportFigure> Chosen(IEnumerable<string> keys, Figures figures) =>
        [.. keys.Select(key => ReportFigure.Of(Definitions.Named(key)!, figures))];
}
