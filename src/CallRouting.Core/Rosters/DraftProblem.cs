namespace CallRouting.Core.Rosters;

/// <summary>One thing wrong with a draft.</summary>
/// <param name="Where">Which part of it, such as <c>rule moss</c> or <c>swap 12</c>.</param>
/// <param name="Sentence">What is wrong, and what is allowed.</param>
/// <param name="Hinders">Whether it cannot be published so. What does not is probably not meant.</param>
public sealed record DraftProblem(string Where, string Sentence, bool Hinders = true)
{
    public override string ToString() => $"{Where}: {Sentence}";
}
