using CallRouting.Core.Calls;
using CallRouting.Core.Offices;
using CallRouting.Core.Reports;
using CallRouting.Server.Callbacks;
using CallRouting.Server.Database;
using CallRouting.Server.Live;
using NodaTime;

namespace CallRouting.Server.Reports;

/// <summary>
/// Counts some days once more, from the timeline alone and by other code, and tells where figures say something else. None of the tables that
/// figures come from is read for it.
/// </summary>
public sealed class Recounting(
    Timeline timeline,
    CountedTransferStore transfers,
    CountedCallbackStore callbacks,
    CountedCallStore calls,
    FigureQuestions questions,
    Reads reads
)
{
    private const int AtOnce = 5000;

    // A transfer that began on the last day is over by then, or is somebody's to look at.
    private static readonly Duration LongestTransfer = Duration.FromDays(1);

    /// <summary>Each difference as a sentence; none where figures and timeline agree.</summary>
    public async Task<IReadOnlyList<string>> Compare(ReportPeriod period, CancellationToken cancel = default)
    {
        var told = await Read(period, cancel);
        return
        [
            .. await Transfers(period, told, cancel),
            .. await Sums(period, told, cancel),
            .. await Callbacks(period, told, cancel),
            .. await Waits(period, told, cancel),
        ];
    }

    private async Task<IEnumerable<string>> Transfers(ReportPeriod period, RecountedDays told, CancellationToken cancel)
    {
        var counted = (await reads.Ask(unit => transfers.Of(period.Days, Extent.Everything, Slice.All, unit), cancel)).ToDictionary(one =>
            one.Transfer
        );
        return told
            .Transfers.Where(one => counted.GetValueOrDefault(one.Transfer) != one)
            .Select(one => $"Transfer {one.Transfer}: the timeline says {one}, counted was {counted.GetValueOrDefault(one.Transfer)}.")
            .Concat(
                counted
                    .Keys.Except(told.Transfers.Select(one => one.Transfer))
                    .Select(one => $"Transfer {one} was counted, and the timeline does not tell that it was over.")
            );
    }

    // As a report shows them: line by line, out of the days' sums.
    private async Task<IEnumerable<string>> Sums(ReportPeriod period, RecountedDays told, CancellationToken cancel)
    {
        var shown = (await questions.By(Division.Line, Scope.Country, period, Slice.All, cancel: cancel)).ToDictionary(
            part => part.Key,
            part => part.Figures.Transfers
        );
        return told
            .Transfers.Where(one => one.Way != Way.Callback)
            .GroupBy(one => one.Line)
            .SelectMany(line => Sums(line.Key, [.. line], shown.GetValueOrDefault(line.Key, TransferFigures.None)));
    }

    private static IEnumerable<string> Sums(string line, IReadOnlyList<CountedTransfer> told, TransferFigures shown)
    {
        (string What, long Told, long Shown)[] sums =
        [
            ("accepted", told.Count(one => one.Ending == Ending.Accepted), shown.Accepted),
            ("accepted by the office", told.Count(one => one is { Ending: Ending.Accepted, ByNeighbour: false }), shown.AcceptedByOffice),
            ("on the first rung", told.Count(one => one.Rung == 1), shown.OnFirstRung),
            ("exhausted", told.Count(one => one.Ending == Ending.Exhausted), shown.Exhausted),
            ("abandoned", told.Count(one => one.Ending == Ending.Abandoned), shown.Abandoned),
            ("cancelled", told.Count(one => one.Ending == Ending.Cancelled), shown.Cancelled),
            (
                "given up at once",
                told.Count(one => one.Ending is Ending.ShortAbandoned or Ending.ShortCancelled),
                shown.ShortAbandoned + shown.ShortCancelled
            ),
            ("ours", told.Count(one => one.Ending == Ending.Ours), shown.Ours),
            ("misrouted", told.Count(one => one.Misrouted), shown.Misrouted),
            ("seconds to accept", told.Sum(one => one.SecondsToAccept ?? 0), shown.ToAccept.Bars.Sum(bar => bar.Seconds * bar.Times)),
        ];
        return sums.Where(sum => sum.Told != sum.Shown)
            .Select(sum => $"Line {line}, {sum.What}: the timeline says {sum.Told}, the report {sum.Shown}.");
    }

    private async Task<IEnumerable<string>> Callbacks(ReportPeriod period, RecountedDays told, CancellationToken cancel)
    {
        var counted = (await reads.Ask(unit => callbacks.Of(period.Days, Extent.Everything, unit), cancel))
            .Where(one => period.Days.Contains(one.OwedOn))
            .ToDictionary(one => one.Callback, one => one.SettledAt < UntilRead(period) ? one.SettledAt : null);
        return told
            .Callbacks.Where(one => !counted.TryGetValue(one.Key, out var settled) || settled != one.Value)
            .Select(one =>
                $"Call-back {one.Key}: the timeline says that it was settled at {one.Value}, counted is {counted.GetValueOrDefault(one.Key)}."
            )
            .Concat(
                counted.Keys.Except(told.Callbacks.Keys).Select(one => $"Call-back {one} is counted, and the timeline does not tell of it.")
            );
    }

    private async Task<IEnumerable<string>> Waits(ReportPeriod period, RecountedDays told, CancellationToken cancel)
    {
        var counted = (await reads.Ask(unit => calls.Of(period.Days, Extent.Everything, unit), cancel)).ToDictionary(
            one => one.Call,
            one => one.Ending == QueueEnding.Answered ? one.SecondsInQueue : (int?)null
        );
        return told
            .Waits.Where(one => counted.TryGetValue(one.Key, out var seconds) ? seconds != one.Value.Seconds : one.Value.IsOver)
            .Select(one =>
                $"Call {one.Key}: the timeline says that an agent came after {one.Value.Seconds} s, counted is {counted.GetValueOrDefault(one.Key)}."
            )
            .Concat(
                counted.Keys.Except(told.Waits.Keys).Select(one => $"Call {one} is counted, and the timeline does not tell that it waited.")
            );
    }

    private static Instant UntilRead(ReportPeriod period) => period.Interval.End + LongestTransfer;

    private async Task<RecountedDays> Read(ReportPeriod period, CancellationToken cancel)
    {
        var days = new RecountedDays(period.Interval);
        var until = UntilRead(period).ToDateTimeOffset();
        var after = await reads.Ask(unit => timeline.Before(period.Interval.Start, unit), cancel);
        while (await reads.Ask(unit => timeline.After(after, AtOnce, unit), cancel) is [.., var last] page)
        {
            days.Hear(page.Where(happened => happened.At < until));
            // Numbers follow time but for moments.
            after = last.At < until.AddHours(1) ? last.Sequence : long.MaxValue;
        }
        return days;
    }
}
