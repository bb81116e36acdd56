namespace CallRouting.Core.Reports;

/// <summary>One figure as a report shows it.</summary>
/// <param name="Key">Of its definition.</param>
/// <param name="Value">A number, a share from 0 to 1, or seconds; null: nothing to have it of, or too little behind it.</param>
/// <param name="Part">Of a share.</param>
/// <param name="Whole">Of a share.</param>
/// <param name="Low">Of a share: from here</param>
/// <param name="High">to here is what chance alone may make of it (95 per cent).</param>
public sealed record ReportFigure(string Key, double? Value, long? Part = null, long? Whole = null, double? Low = null, double? High = null)
{
    /// <summary>A median of fewer than this says more about somebody than about an office.</summary>
    public const int LeastBehind = 5;

    public static ReportFigure Of(Definition definition, Figures figures) =>
        // Hours that are kept are no drawn lots: a share of them is as sure as the roster.
        definition.Source == CountedFrom.Rosters
            ? new(definition.Key, definition.Of(figures))
        : definition.Share is { } share ? Of(definition.Key, share(figures))
        : definition.Unit == FigureUnit.Seconds && Behind(definition.Key, figures) < LeastBehind ? new(definition.Key, null)
        : new(definition.Key, definition.Of(figures));

    public static IReadOnlyList<ReportFigure> All(Figures figures) => [.. Definitions.All.Select(definition => Of(definition, figures))];

    /// <summary>How many measurements a time is taken from.</summary>
    public static long Behind(string key, Figures figures) =>
        key switch
        {
            "toAcceptMedian" or "toAcceptP90" => figures.Transfers.ToAccept.Count,
            "toAbandonMedian" => figures.Transfers.ToAbandon.Count,
            "inProviderQueueP90" => figures.Transfers.InQueue.Count,
            "toSettleMedian" => figures.Callbacks.ToSettle.Count,
            "queueWaitMedian" or "queueWaitP90" => figures.Queue.ToAnswer.Count,
            "handlingMedian" => figures.Queue.Handled.Count,
            _ => throw new ArgumentException($"Nobody has said what is behind {key}.", nameof(key)),
        };

    private static ReportFigure Of(string key, Share share) =>
        ShareInterval.Of(share.Part, share.Whole) is { } interval
            ? new(key, interval.Share, share.Part, share.Whole, interval.Low, interval.High)
            : new(key, null, share.Part, share.Whole);
}
