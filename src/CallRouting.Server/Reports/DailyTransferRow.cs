using CallRouting.Core.Reports;
using NodaTime;

namespace CallRouting.Server.Reports;

/// <summary>The sums of a day's transfers as they are stored.</summary>
public sealed class DailyTransferRow
{
    public LocalDate Day { get; set; }

    public string UnitNumber { get; set; } = "";

    public string LineId { get; set; } = "";

    public string AreaCode { get; set; } = "";

    public long AcceptedByOffice { get; set; }

    public long AcceptedByNeighbour { get; set; }

    public long OnFirstRung { get; set; }

    public long LostAfterwards { get; set; }

    public long Misrouted { get; set; }

    public long Exhausted { get; set; }

    public long Abandoned { get; set; }

    public long Cancelled { get; set; }

    public long ShortAbandoned { get; set; }

    public long ShortCancelled { get; set; }

    public long Ours { get; set; }

    public string ToAccept { get; set; } = "";

    public string ToAbandon { get; set; } = "";

    public string InQueue { get; set; } = "";

    public long OwnNumberOffered { get; set; }

    public long OwnNumberAccepted { get; set; }

    public long MenuOffered { get; set; }

    public long MenuAccepted { get; set; }

    public long TransferredOffered { get; set; }

    public long TransferredAccepted { get; set; }

    public long ClimbsOffered { get; set; }

    public long ClimbsAccepted { get; set; }

    public DailyTransfers Daily() => new(Day, new(UnitNumber, LineId, AreaCode), Figures());

    public static DailyTransferRow Of(DailyTransfers sums) =>
        new()
        {
            Day = sums.Day,
            UnitNumber = sums.Spot.Unit,
            LineId = sums.Spot.Line,
            AreaCode = sums.Spot.Area,
            AcceptedByOffice = sums.Figures.AcceptedByOffice,
            AcceptedByNeighbour = sums.Figures.AcceptedByNeighbour,
            OnFirstRung = sums.Figures.OnFirstRung,
            LostAfterwards = sums.Figures.LostAfterwards,
            Misrouted = sums.Figures.Misrouted,
            Exhausted = sums.Figures.Exhausted,
            Abandoned = sums.Figures.Abandoned,
            Cancelled = sums.Figures.Cancelled,
            ShortAbandoned = sums.Figures.ShortAbandoned,
            ShortCancelled = sums.Figures.ShortCancelled,
            Ours = sums.Figures.Ours,
            ToAccept = sums.Figures.ToAccept.ToString(),
            ToAbandon = sums.Figures.ToAbandon.ToString(),
            InQueue = sums.Figures.InQueue.ToString(),
            OwnNumberOffered = sums.Figures.OwnNumber.Offered,
            OwnNumberAccepted = sums.Figures.OwnNumber.Accepted,
            MenuOffered = sums.Figures.Menu.Offered,
            MenuAccepted = sums.Figures.Menu.Accepted,
            TransferredOffered = sums.Figures.Transferred.Offered,
            TransferredAccepted = sums.Figures.Transferred.Accepted,
            ClimbsOffered = sums.Figures.Climbs.Offered,
            ClimbsAccepted = sums.Figures.Climbs.Accepted,
        };

    private TransferFigures Figures() =>
        new()
        {
            AcceptedByOffice = AcceptedByOffice,
            AcceptedByNeighbour = AcceptedByNeighbour,
            OnFirstRung = OnFirstRung,
            LostAfterwards = LostAfterwards,
            Misrouted = Misrouted,
            Exhausted = Exhausted,
            Abandoned = Abandoned,
            Cancelled = Cancelled,
            ShortAbandoned = ShortAbandoned,
            ShortCancelled = ShortCancelled,
            Ours = Ours,
            ToAccept = Histogram.Read(ToAccept),
            ToAbandon = Histogram.Read(ToAbandon),
            InQueue = Histogram.Read(InQueue),
            OwnNumber = new(OwnNumberOffered, OwnNumberAccepted),
            Menu = new(MenuOffered, MenuAccepted),
            Transferred = new(TransferredOffered, TransferredAccepted),
            Climbs = new(ClimbsOffered, ClimbsAccepted),
        };
}
