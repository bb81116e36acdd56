namespace CallRouting.Server.Offices;

/// <summary>What is wrong, and where. Line 0 is the file as a whole.</summary>
public sealed record RegisterFault(string File, int Line, string Reason)
{
    public override string ToString() => Line == 0 ? $"{File}: {Reason}" : $"{File} line {Line}: {Reason}";
}
