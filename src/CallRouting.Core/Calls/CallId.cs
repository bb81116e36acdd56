namespace CallRouting.Core.Calls;

/// <summary>One inbound call, for as long as anything is remembered of it. A UUID v7 as lower-case text.</summary>
public readonly record struct CallId(string Value)
{
    public override string ToString() => Value;
}
