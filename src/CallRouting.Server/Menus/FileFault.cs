namespace CallRouting.Server.Menus;

/// <summary>What is wrong in a file, where, and what to do about it.</summary>
/// <param name="File">As a person finds it, for example ivr-flows/national.yaml.</param>
/// <param name="Line">From 1.</param>
public sealed record FileFault(string File, int Line, string Message)
{
    public override string ToString() => $"{File}:{Line}: {Message}";
}
