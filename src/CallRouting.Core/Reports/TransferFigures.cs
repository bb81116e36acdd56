namespace CallRouting.Core.Reports;

/// <summary>What became of transfers.</summary>
public sealed record TransferFigures
{
    public static TransferFigures None { get; } = new();

    public long AcceptedByOffice { get; init; }

    public long AcceptedByNeighbour { get; init; }

    /// <summary>Of those accepted.</summary>
    public long OnFirstRung { get; init; }

    /// <summary>Of those accepted: and still not helped.</summary>
    public long LostAfterwards { get; init; }

    /// <summary>Of those accepted.</summary>
    public long Misrouted { get; init; }

    public long Exhausted { get; init; }

    public long Abandoned { get; init; }

    public long Cancelled { get; init; }

    public long ShortAbandoned { get; init; }

    public long ShortCancelled { get; init; }

    public long Ours { get; init; }

    /// <summary>Seconds to each acceptance.</summary>
    public Histogram ToAccept { get; init; } = Histogram.Empty;

    /// <summary>Seconds to each giving up by a caller, the short ones too.</summary>
    public Histogram ToAbandon { get; init; } = Histogram.Empty;

    /// <summary>Seconds in the provider's queue of each transfer that waited there.</summary>
    public Histogram InQueue { get; init; } = Histogram.Empty;

    public Load OwnNumber { get; init; } = Load.None;

    public Load Menu { get; init; } = Load.None;

    public Load Transferred { get; init; } = Load.None;

    /// <summary>Ladders climbed for call-backs: in nothing of the above.</summary>
    public Load Climbs { get; init; } = Load.None;

    public long Accepted => AcceptedByOffice + AcceptedByNeighbour;

    /// <summary>Everything but what was given up at once and what failed for the provider's sake or ours.</summary>
    public long Offered => Accepted + Exhausted + Abandoned + Cancelled;

    public Share AnsweredShare => new(Accepted, Offered);

    public Share AnsweredByOfficeShare => new(AcceptedByOffice, Offered);

    public Share OnFirstRungShare => new(OnFirstRung, Accepted);

    /// <summary>Without an agent, of everything offered.</summary>
    public Share DirectShare => new(OwnNumber.Offered + Menu.Offered, Offered);

    public static TransferFigures Of(CountedTransfer one)
    {
        var load = Load.Of(one.Ending);
        return one.Way == Way.Callback
            ? new() { Climbs = load }
            : Outcome(one) with
            {
                InQueue = one.SecondsInQueue > 0 ? Histogram.Of(one.SecondsInQueue) : Histogram.Empty,
                OwnNumber = one.Way == Way.OwnNumber ? load : Load.None,
                Menu = one.Way == Way.Menu ? load : Load.None,
                Transferred = one.Way == Way.Transferred ? load : Load.None,
            };
    }

    public static TransferFigures operator +(TransferFigures one, TransferFigures other) =>
        new()
        {
            AcceptedByOffice = one.AcceptedByOffice + other.AcceptedByOffice,
            AcceptedByNeighbour = one.AcceptedByNeighbour + other.AcceptedByNeighbour,
            OnFirstRung = one.OnFirstRung + other.OnFirstRung,
            LostAfterwards = one.LostAfterwards + other.LostAfterwards,
            Misrouted = one.Misrouted + other.Misrouted,
            Exhausted = one.Exhausted + other.Exhausted,
            Abandoned = one.Abandoned + other.Abandoned,
            Cancelled = one.Cancelled + other.Cancelled,
            ShortAbandoned = one.ShortAbandoned + other.ShortAbandoned,
            ShortCancelled = one.ShortCancelled + other.ShortCancelled,
            Ours = one.Ours + other.Ours,
            ToAccept = one.ToAccept + other.ToAccept,
            ToAbandon = one.ToAbandon + other.ToAbandon,
            InQueue = one.InQueue + other.InQueue,
            OwnNumber = one.OwnNumber + other.OwnNumber,
            Menu = one.Menu + other.Menu,
            Transferred = one.Transferred + other.Transferred,
            Climbs = one.Climbs + other.Climbs,
        };

    private static TransferFigures Outcome(CountedTransfer one) =>
        one.Ending switch
        {
            Ending.Accepted => Acceptance(one),
            Ending.Exhausted => new() { Exhausted = 1 },
            Ending.Abandoned => new() { Abandoned = 1, ToAbandon = GivenUp(one) },
            Ending.ShortAbandoned => new() { ShortAbandoned = 1, ToAbandon = GivenUp(one) },
            Ending.Cancelled => new() { Cancelled = 1 },
            Ending.ShortCancelled => new() { ShortCancelled = 1 },
            _ => new() { Ours = 1 },
        };

    private static TransferFigures Acceptance(CountedTransfer one) =>
        new()
        {
            AcceptedByOffice = one.ByNeighbour ? 0 : 1,
            AcceptedByNeighbour = one.ByNeighbour ? 1 : 0,
            OnFirstRung = one.Rung == 1 ? 1 : 0,
            LostAfterwards = one.LostAfterwards ? 1 : 0,
            Misrouted = one.Misrouted ? 1 : 0,
            ToAccept = one.SecondsToAccept is { } seconds ? Histogram.Of(seconds) : Histogram.Empty,
        };

    private static Histogram GivenUp(CountedTransfer one) => one.SecondsToGiveUp is { } seconds ? Histogram.Of(seconds) : Histogram.Empty;
}

/// <summary>What came by one way, and what of it was accepted.</summary>
public sealed record Load(long Offered = 0, long Accepted = 0)
{
    public static Load None { get; } = new();

    public Share AnsweredShare => new(Accepted, Offered);

    public static Load Of(Ending ending) => new(Counting.IsOffered(ending) ? 1 : 0, ending == Ending.Accepted ? 1 : 0);

    public static Load operator +(Load one, Load other) => new(one.Offered + other.Offered, one.Accepted + other.Accepted);
}
