using System.Diagnostics.CodeAnalysis;

namespace CallRouting.Server.Rosters;

/// <summary>What came of reading a roster file: the book, or every fault that was found. Never half of it.</summary>
/// <param name="Warnings">What is allowed but probably not meant.</param>
public sealed record RosterReading(RosterBook? Book, IReadOnlyList<RosterFault> Faults, IReadOnlyList<RosterFault> Warnings)
{
    [MemberNotNullWhen(true, nameof(Book))]
    public bool IsGood => Book is not null;
}

/// <summary>One thing wrong with a roster file.</summary>
/// <param name="Line">From 1; 0 when the file itself cannot be read.</param>
/// <param name="Path">The value's place in the JSON, such as <c>rosters[3].officers[0].phones[1]</c>.</param>
/// <param name="Sentence">What is wrong, and what is allowed.</param>
public sealed record RosterFault(string File, int Line, string Path, string Sentence)
{
    public override string ToString() => $"{File}:{Line}: {(Path.Length > 0 ? Path + ": " : "")}{Sentence}";
}

/// <summary>Collects the faults of one file, in the order in which they are found.</summary>
internal sealed class RosterFaults(string file)
{
    private readonly List<RosterFault> faults = [];
    private readonly List<RosterFault> warnings = [];

    public IReadOnlyList<RosterFault> InOrder => [.. faults.OrderBy(fault => fault.Line)];

    public IReadOnlyList<RosterFault> Warnings => warnings;

    public bool IsEmpty => faults.Count == 0;

    public void Add(JsonSpot spot, string sentence) => Add(spot.Line, spot.Path, sentence);

    public void Warn(JsonSpot spot, string sentence) => warnings.Add(new RosterFault(file, spot.Line, spot.Path, sentence));

    public void Add(int line, string path, string sentence) => faults.Add(new RosterFault(file, line, path, sentence));
}
