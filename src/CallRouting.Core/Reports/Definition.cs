namespace CallRouting.Core.Reports;

/// <summary>
/// What a figure means, published beside it. The words (name, meaning, example) are content, in a file for each language; the rest is here,
/// so that no translation can change what is counted.
/// </summary>
/// <param name="Key">The figure's name in files, addresses and answers.</param>
/// <param name="Formula">In the keys of other definitions.</param>
/// <param name="Unit">What the number is: how it is to be written.</param>
/// <param name="Source">What it is counted from.</param>
/// <param name="Of">The figure itself.</param>
public sealed record Definition(string Key, string Formula, FigureUnit Unit, CountedFrom Source, Func<Figures, double?> Of)
{
    /// <summary>The part and the whole of a share; null for what is none.</summary>
    public Func<Figures, Share>? Share { get; init; }
}

public enum FigureUnit
{
    Number,
    Percent,
    Seconds,

    /// <summary>One decimal.</summary>
    Mean,
}

/// <summary>Which rows a figure is counted from; each row leads back to what happened.</summary>
public enum CountedFrom
{
    Transfers,
    Callbacks,
    Queue,
    Rosters,
}
