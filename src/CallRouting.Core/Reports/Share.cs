namespace CallRouting.Core.Reports;

/// <summary>A part of a whole, as it was counted. No share of nothing: where the whole is 0 there is none to show.</summary>
public readonly record struct Share(long Part, long Whole)
{
    /// <summary>0 to 1, or null.</summary>
    public double? Value => Whole == 0 ? null : (double)Part / Whole;

    /// <summary>Whole per cent, halves upwards: 6 of 44 is 14. Null where there is none.</summary>
    public int? Percent => Whole == 0 ? null : (int)((Part * 200 + Whole) / (Whole * 2));

    public override string ToString() => Percent is { } percent ? $"{percent} %" : "–";
}
