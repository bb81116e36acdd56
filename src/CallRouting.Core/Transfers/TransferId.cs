namespace CallRouting.Core.Transfers;

/// <summary>One handing-over of one caller. A UUID v7 as lower-case text.</summary>
public readonly record struct TransferId(string Value)
{
    public override string ToString() => Value;
}
