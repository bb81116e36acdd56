namespace CallRouting.Core.Reports;

/// <summary>Figures in which rows are counted as it was ruled, and everything else as it was.</summary>
public static class Recounted
{
    /// <summary>The row as it is counted after a ruling.</summary>
    public static CountedTransfer As(CountedTransfer row, CountedAs counted) =>
        counted switch
        {
            CountedAs.NotTheOffice => NotAccepted(row) with { Ending = Ending.Ours, CountsAgainstOffice = false },
            CountedAs.AcceptedByOffice => Accepted(row, neighbour: false),
            CountedAs.AcceptedByNeighbour => Accepted(row, neighbour: true),
            _ => row,
        };

    /// <param name="figures">In which each of the rows is counted as it was.</param>
    public static TransferFigures Ruled(TransferFigures figures, IEnumerable<(CountedTransfer Row, CountedAs As)> rulings) =>
        rulings
            .Where(ruling => ruling.As != CountedAs.Unchanged)
            .Aggregate(
                figures,
                (sum, ruling) => Minus(sum, TransferFigures.Of(ruling.Row)) + TransferFigures.Of(As(ruling.Row, ruling.As))
            );

    // How long it took nobody knows, so that it is in no median.
    private static CountedTransfer Accepted(CountedTransfer row, bool neighbour) =>
        NotAccepted(row) with
        {
            Ending = Ending.Accepted,
            ByNeighbour = neighbour,
            CountsAgainstOffice = false,
        };

    private static CountedTransfer NotAccepted(CountedTransfer row) =>
        row with
        {
            Rung = null,
            ByNeighbour = false,
            SecondsToAccept = null,
            SecondsToGiveUp = null,
            LostAfterwards = false,
            Misrouted = false,
        };

    private static TransferFigures Minus(TransferFigures sum, TransferFigures part) =>
        new()
        {
            AcceptedByOffice = sum.AcceptedByOffice - part.AcceptedByOffice,
            AcceptedByNeighbour = sum.AcceptedByNeighbour - part.AcceptedByNeighbour,
            OnFirstRung = sum.OnFirstRung - part.OnFirstRung,
            LostAfterwards = sum.LostAfterwards - part.LostAfterwards,
            Misrouted = sum.Misrouted - part.Misrouted,
            Exhausted = sum.Exhausted - part.Exhausted,
            Abandoned = sum.Abandoned - part.Abandoned,
            Cancelled = sum.Cancelled - part.Cancelled,
            ShortAbandoned = sum.ShortAbandoned - part.ShortAbandoned,
            ShortCancelled = sum.ShortCancelled - part.ShortCancelled,
            Ours = sum.Ours - part.Ours,
            ToAccept = Minus(sum.ToAccept, part.ToAccept),
            ToAbandon = Minus(sum.ToAbandon, part.ToAbandon),
            InQueue = Minus(sum.InQueue, part.InQueue),
            OwnNumber = Minus(sum.OwnNumber, part.OwnNumber),
            Menu = Minus(sum.Menu, part.Menu),
            Transferred = Minus(sum.Transferred, part.Transferred),
            Climbs = Minus(sum.Climbs, part.Climbs),
        };

    private static Load Minus(Load sum, Load part) => new(sum.Offered - part.Offered, sum.Accepted - part.Accepted);

    private static Histogram Minus(Histogram sum, Histogram part) =>
        Histogram.Gather(sum.Bars.Concat(part.Bars.Select(bar => bar with { Times = -bar.Times })));
}
