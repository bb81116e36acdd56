namespace CallRouting.Core.Reports;

/// <summary>
/// What was counted, of any office, place and time. Figures add up: those of a month are the sum of its days', those of a county the sum of its
/// municipalities'. Shares and medians are computed from the sums, never from other shares.
/// </summary>
public sealed record Figures
{
    public static Figures None { get; } = new();

    public TransferFigures Transfers { get; init; } = TransferFigures.None;

    public CallbackFigures Callbacks { get; init; } = CallbackFigures.None;

    public QueueFigures Queue { get; init; } = QueueFigures.None;

    public CoverageFigures Coverage { get; init; } = CoverageFigures.None;

    public static Figures operator +(Figures one, Figures other) =>
        new()
        {
            Transfers = one.Transfers + other.Transfers,
            Callbacks = one.Callbacks + other.Callbacks,
            Queue = one.Queue + other.Queue,
            Coverage = one.Coverage + other.Coverage,
        };

    public static Figures Sum(params IEnumerable<Figures> all) => all.Aggregate(None, (sum, one) => sum + one);
}

/// <summary>Of the hours in which somebody had to answer, those in which somebody was on duty.</summary>
/// <param name="ObligedSeconds">In which the line had to be kept.</param>
/// <param name="CoveredSeconds">Of those, in which it was.</param>
public sealed record CoverageFigures(long ObligedSeconds = 0, long CoveredSeconds = 0)
{
    public static CoverageFigures None { get; } = new();

    public Share Covered => new(CoveredSeconds, ObligedSeconds);

    public static CoverageFigures operator +(CoverageFigures one, CoverageFigures other) =>
        new(one.ObligedSeconds + other.ObligedSeconds, one.CoveredSeconds + other.CoveredSeconds);
}
