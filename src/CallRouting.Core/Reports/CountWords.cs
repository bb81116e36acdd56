namespace CallRouting.Core.Reports;

/// <summary>What the details of <see cref="CountStories"/> are put together from, and read by. Stored: add, never change.</summary>
internal static class CountWords
{
    public const string EmptyRung = "a rung is empty";
    public const string Urgent = "urgent";
    public const string Line = "line ";
    public const string For = "for ";
    public const string Between = "; ";
    public const string Rung = "rung ";
    public const string ByNeighbour = ", another office";
    public const string Seconds = " s";
}
