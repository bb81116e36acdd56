namespace CallRouting.Server.Reports;

/// <summary>Which rows are read, by what the tables are ordered by.</summary>
public abstract record Extent
{
    public static Extent Everything { get; } = new Country();

    /// <summary>One office's.</summary>
    public sealed record Office(string Unit) : Extent;

    /// <summary>Those of callers in one municipality, by the number that it had then.</summary>
    public sealed record Area(string Code) : Extent;

    public sealed record Country : Extent;
}
