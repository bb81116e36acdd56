namespace CallRouting.Core.Reports;

/// <summary>What became of callers who asked for an agent.</summary>
public sealed record QueueFigures
{
    public static QueueFigures None { get; } = new();

    /// <summary>Seconds in the queue of each whom an agent answered.</summary>
    public Histogram ToAnswer { get; init; } = Histogram.Empty;

    /// <summary>Seconds in the queue of each who hung up there, the short ones too.</summary>
    public Histogram ToAbandon { get; init; } = Histogram.Empty;

    public long Abandoned { get; init; }

    public long ShortAbandoned { get; init; }

    public long LedElsewhere { get; init; }

    /// <summary>Seconds that agents had each call in hand.</summary>
    public Histogram Handled { get; init; } = Histogram.Empty;

    public long Answered => ToAnswer.Count;

    /// <summary>Who asked, but for those who hung up at once.</summary>
    public long Asked => Answered + Abandoned + LedElsewhere;

    public Share AnsweredShare => new(Answered, Asked);

    /// <summary>Answered within so many seconds, of all who asked.</summary>
    public Share ServiceLevel(int seconds = Counting.ServiceLevelSeconds) => new(ToAnswer.UpTo(seconds), Asked);

    public static QueueFigures Of(CountedCall one)
    {
        var waited = Histogram.Of(one.SecondsInQueue);
        var handled = one.SecondsHandled > 0 ? Histogram.Of(one.SecondsHandled) : Histogram.Empty;
        return one.Ending switch
        {
            QueueEnding.Answered => new() { ToAnswer = waited, Handled = handled },
            QueueEnding.Abandoned => new() { Abandoned = 1, ToAbandon = waited },
            QueueEnding.ShortAbandoned => new() { ShortAbandoned = 1, ToAbandon = waited },
            _ => new() { LedElsewhere = 1 },
        };
    }

    public static QueueFigures operator +(QueueFigures one, QueueFigures other) =>
        new()
        {
            ToAnswer = one.ToAnswer + other.ToAnswer,
            ToAbandon = one.ToAbandon + other.ToAbandon,
            Abandoned = one.Abandoned + other.Abandoned,
            ShortAbandoned = one.ShortAbandoned + other.ShortAbandoned,
            LedElsewhere = one.LedElsewhere + other.LedElsewhere,
            Handled = one.Handled + other.Handled,
        };
}
